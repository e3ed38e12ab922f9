type Rgb = [number, number, number];

const wanted = 4.5;
const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/** Reads `#rrggbb`. */
function parse(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function format(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const level = part / 255;
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The contrast of two colours as WCAG counts it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  return ratio(parse(one), parse(other));
}

/** White or black, whichever can be read on a colour: one of the two always has 4.5 : 1. */
export function textOn(color: string): string {
  return format(ratio(parse(color), white) >= wanted ? white : black);
}

/** A colour as near to the given one as can be read on a surface at 4.5 : 1. */
export function readableOn(color: string, surface: string): string {
  const from = parse(color);
  const ground = parse(surface);
  const end = ratio(ground, white) > ratio(ground, black) ? white : black;
  for (let share = 0; share < 1; share += 0.05) {
    // Rounded as it will be written, so that what was measured is what is shown.
    const mixed = parse(format([mix(from[0], end[0]), mix(from[1], end[1]), mix(from[2], end[2])]));
    if (ratio(mixed, ground) >= wanted) return format(mixed);
    function mix(a: number, b: number) {
      return a + (b - a) * share;
    }
  }
  return format(end);
}
