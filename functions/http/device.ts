import type { Context } from 'hono';
import type { Device } from '../../shared/store/platform-store.ts';

/** The first that fits counts: browsers also name those that they descend from, and many that they are no part of. */
const browsers = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|OPT|OPX|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\bDdg\/|\bDuckDuckGo\//, 'DuckDuckGo'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\b(Headless)?Chrome\/|\bCriOS\//, 'Chrome'],
  // Android's own browser of old calls itself that too.
  [/^(?!.*\bAndroid\b).*\bVersion\/.*\bSafari\//, 'Safari'],
] as const;
const systems = [
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const;
/** What is no browser, or says of itself that nobody sits before it. */
const program = /^(?!Mozilla\/|Opera\/)\S|bot\/|crawler|spider/i;

/** A kind of browser, such as “Firefox on Linux”; null where the text names none that is known. */
export function clientName(userAgent: string): string | null {
  if (program.test(userAgent)) return 'A program';
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
