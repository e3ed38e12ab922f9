import { inject } from 'vitest';

/** The two hosts of a room; every suite over this table holds on both. */
export const hosts = [
  { host: 'worker', url: () => inject('stackUrl'), roomsAt: () => inject('stackUrl') },
  { host: 'partykit', url: () => inject('partykitUrl'), roomsAt: () => `http://${inject('partykitHost')}` },
];

export type Host = (typeof hosts)[number];
