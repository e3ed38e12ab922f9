export * from './canned-replies.ts';
export * from './conversations.ts';
export * from './knowledge.ts';
export * from './tallies.ts';
export * from './tenants.ts';
export * from './unanswered.ts';
