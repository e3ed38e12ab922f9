const wanted = 4.5;

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const level = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
}

/** The contrast of two colours (`#rrggbb`) as WCAG counts it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const ratio = luminance(one) / luminance(other);
  return Math.max(ratio, 1 / ratio);
}

/** White or black, whichever can be read on a colour: one of the two always has 4.5 : 1. */
export function textOn(color: string): string {
  return contrast(color, '#ffffff') < wanted ? '#000000' : '#ffffff';
}

/** A colour for words on a surface: the given one where it can be read there at 4.5 : 1, else black or white. */
export function readableOn(color: string, surface: string): string {
  return contrast(color, surface) < wanted ? textOn(surface) : color;
}
