const namespace = 'http://www.w3.org/2000/svg';

/** A picture of lines on a 24 × 24 grid, hidden from screen readers: its button has the words. */
export function drawing(path: string, className = ''): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  const line = document.createElementNS(namespace, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', className);
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
