import { expect, it } from 'vitest';
import { contrast, readableOn, textOn } from './contrast.ts';

/** Every colour of a coarse grid over all there are. */
const steps = [0, 0x22, 0x44, 0x66, 0x88, 0xaa, 0xcc, 0xff];
const hex = (part: number) => part.toString(16).padStart(2, '0');
const colors = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${hex(r)}${hex(g)}${hex(b)}`)));

it('knows the two ends', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#777777')).toBe(1);
});

it('finds for every colour a text that can be read on it', () => {
  expect(colors.filter((color) => contrast(color, textOn(color)) < 4.5)).toEqual([]);
});

it.each(['#ffffff', '#1b1d21'])('brings every colour to where it can be read on %s', (surface) => {
  expect(colors.filter((color) => contrast(readableOn(color, surface), surface) < 4.5)).toEqual([]);
});

it('leaves alone what can be read already', () => {
  expect(readableOn('#2158d6', '#ffffff')).toBe('#2158d6');
});
