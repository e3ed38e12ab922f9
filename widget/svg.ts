const namespace = 'http://www.w3.org/2000/svg';

/** A picture of lines on a 24 × 24 grid, hidden from screen readers: its button has the words. */
export function drawing(path: string, className = ''): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  const line = document.createElementNS(namespace, 'path');
  const attributes = {
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  svg.setAttribute('stroke-linecap', 'round');
  svg.setAttribute('stroke-linejoin', 'round');
  if (className) svg.setAttribute('class', className);
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
