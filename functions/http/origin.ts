import type { Context } from 'hono';
import { ownOrigin } from '../../shared/principal.ts';
import type { Config } from '../env.ts';

/** The origin under which the world reaches this Worker. */
export function publicOrigin(config: Config, url: string): string {
  return config.PUBLIC_URL ?? new URL(url).origin;
}

/** Whether a page of this origin is the dashboard. */
export function isDashboard(config: Config, url: string, origin: string): boolean {
  return origin === publicOrigin(config, url) || config.DASHBOARD_ORIGINS.includes(origin);
}

/** The calling page's origin as its browser states it; `ownOrigin` for Chatly's own pages, null where none is stated. */
export function callerOrigin(config: Config, c: Context): string | null {
  const stated = c.req.header('origin') ?? null;
  if (stated === null) return c.req.header('sec-fetch-site') === 'same-origin' ? ownOrigin : null;
  return stated === publicOrigin(config, c.req.url) ? ownOrigin : stated;
}

/** The caller's network address, or null where it is exempt from limits per address. */
export function callerAddress(config: Config, c: Context): string | null {
  const address = c.req.header('cf-connecting-ip') ?? null;
  const isLoopback = address === null || /^(127\.|::1$|::ffff:127\.)/.test(address);
  return config.TRUSTED_ADDRESSES === 'loopback' && isLoopback ? null : (address ?? 'unknown');
}
