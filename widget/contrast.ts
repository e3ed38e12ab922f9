const wanted = 4.5;
/** Where red, green and blue stand in `#rrggbb`. */
const channels = [1, 3, 5];

const channelOf = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels.map((at) => {
    const level = channelOf(color, at) / 255;
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
}

/** The contrast of two colours as WCAG counts it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const ratio = luminance(one) / luminance(other);
  return Math.max(ratio, 1 / ratio);
}

/** White or black, whichever can be read on a colour: one of the two always has 4.5 : 1. */
export function textOn(color: string): string {
  return contrast(color, '#ffffff') < wanted ? '#000000' : '#ffffff';
}

/** A colour as near to the given one as can be read on a surface at 4.5 : 1. */
export function readableOn(color: string, surface: string): string {
  const end = channelOf(textOn(surface), 1);
  let mixed = color;
  for (let share = 0.05; contrast(mixed, surface) < wanted; share += 0.05) {
    const mix = (at: number) => Math.round(channelOf(color, at) * (1 - share) + end * share);
    // Rounded as it is written, so that what is measured is what is shown.
    mixed = `#${channels.map((at) => mix(at).toString(16).padStart(2, '0')).join('')}`;
  }
  return mixed;
}
