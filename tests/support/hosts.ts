import { inject } from 'vitest';

/** The two hosts of a room; every suite over this table holds on both. */
export const hosts = [
  {
    host: 'worker',
    url: () => inject('stackUrl'),
    roomsAt: () => inject('stackUrl'),
    roomSecret: () => inject('roomSecret'),
    database: () => ({ url: inject('databaseUrl'), authToken: inject('databaseToken') }),
  },
  {
    host: 'partykit',
    url: () => inject('partykitUrl'),
    roomsAt: () => `http://${inject('partykitHost')}`,
    roomSecret: () => inject('partykitRoomSecret'),
    database: () => ({ url: inject('partykitDatabaseUrl'), authToken: inject('partykitDatabaseToken') }),
  },
];

export type Host = (typeof hosts)[number];
