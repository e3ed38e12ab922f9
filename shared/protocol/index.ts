export * from './client-frames.ts';
export * from './decode.ts';
export * from './entities.ts';
export * from './server-frames.ts';
export * from './text.ts';
export * from './log-entry.ts';
