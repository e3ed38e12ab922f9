import * as z from 'zod';
import {
  LibsqlBindings,
  ModelBindings,
  checkBindings,
  embeddingOf,
  modelOf,
  secret,
} from '../shared/config.ts';

const origins = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin), {
    message: 'DASHBOARD_ORIGINS must be origins such as https://app.example.com, separated by commas.',
  });

const Vars = z
  .object({
    ...LibsqlBindings,
    ...ModelBindings,
    TOKEN_SECRET: secret('TOKEN_SECRET'),
    ROOM_SECRET: secret('ROOM_SECRET'),
    DASHBOARD_ORIGINS: origins,
    /** The address under which the world reaches this Worker; without it, that of each request. */
    PUBLIC_URL: z
      .string()
      .refine(
        (url) => URL.canParse(url) && new URL(url).origin === url,
        'PUBLIC_URL must be an origin such as https://chat.example.com.',
      )
      .optional(),
    /** Host of a PartyKit deployment that runs the rooms; absent: they run in this Worker. */
    PARTYKIT_HOST: z.string().min(1).optional(),
    /** `loopback` exempts requests from this very machine from the limits per address: for local use only. */
    TRUSTED_ADDRESSES: z.enum(['none', 'loopback']).default('none'),
  })
  .refine(({ TOKEN_SECRET, ROOM_SECRET }) => TOKEN_SECRET !== ROOM_SECRET, {
    // Whoever runs the rooms has the one, and must not be able to sign credentials with it.
    message: 'ROOM_SECRET must be another secret than TOKEN_SECRET.',
  });

/** What the platform binds beside the variables. */
export type Platform = {
  MAIN: DurableObjectNamespace;
  ASSETS: Fetcher;
  CRAWL_LIMIT: RateLimit;
  /** Where a page is fetched from; absent: the open internet, which on Cloudflare has no private addresses. */
  CRAWLER?: Fetcher;
};

export type Bindings = Platform & Record<string, unknown>;
export type Config = z.infer<typeof Vars>;

/** Parses the bindings once. Errors: one Error naming every missing or weak value and how to set it. */
export function parseEnv(bindings: unknown): Config {
  const checked = checkBindings(Vars, bindings);
  if (checked.ok) {
    modelOf(checked.value);
    embeddingOf(checked.value);
    return checked.value;
  }
  throw new Error(`Chatly cannot start:\n${checked.problems.map((problem) => `- ${problem}`).join('\n')}`);
}
