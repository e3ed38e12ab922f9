import type { Context } from 'hono';
import type { Device } from '../../shared/store/platform-store.ts';

/** The first that fits counts: browsers also name those that they descend from. */
const browsers = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const systems = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b|\bCrOS\b/, 'Linux'],
] as const;

/** A kind of browser, such as “Firefox on Linux”; null where the text names none that is known. */
export function clientName(userAgent: string): string | null {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? null);
}

/** What a session remembers of where it was begun. */
export function deviceOf(c: Context): Device {
  return {
    address: c.req.header('cf-connecting-ip') ?? null,
    client: clientName(c.req.header('user-agent') ?? ''),
  };
}
