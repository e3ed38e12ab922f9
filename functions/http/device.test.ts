import { expect, it } from 'vitest';
import { clientName } from './device.ts';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const linux = 'Mozilla/5.0 (X11; Linux x86_64)';
const android = 'Mozilla/5.0 (Linux; Android 10; K)';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X)';
const ipad = 'Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X)';
const blink = (chrome = 'Chrome') => `AppleWebKit/537.36 (KHTML, like Gecko) ${chrome}/142.0.0.0`;
const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

it.each([
  ['Chrome on Windows', `${windows} ${blink()} Safari/537.36`],
  ['Chrome on Linux', `${linux} ${blink('HeadlessChrome')} Safari/537.36`],
  ['Chrome on ChromeOS', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink()} Safari/537.36`],
  ['Chrome on Android', `${android} ${blink()} Mobile Safari/537.36`],
  ['Chrome on Android', `Mozilla/5.0 (Linux; Android 11; CUBOT NOTE 20) ${blink()} Mobile Safari/537.36`],
  ['Chrome on iOS', `${iphone} ${webkit} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`],
  ['Edge on Windows', `${windows} ${blink()} Safari/537.36 Edg/142.0.0.0`],
  ['Edge on Windows', `${windows} ${blink()} Safari/537.36 Edge/18.19045`],
  ['Edge on Android', `${android} ${blink()} Mobile Safari/537.36 EdgA/142.0.0.0`],
  ['Edge on iOS', `${iphone} ${webkit} Version/18.0 EdgiOS/142.0.3595.66 Mobile/15E148 Safari/604.1`],
  ['Opera on macOS', `${mac} ${blink()} Safari/537.36 OPR/123.0.0.0`],
  ['Opera on iOS', `${iphone} ${webkit} Version/18.7 Mobile/15E148 Safari/604.1 OPT/6.0.2`],
  ['Opera on Android', `Opera/9.80 (Android; Opera Mini/36.2/191.256; U; en) Presto/2.12.423 Version/12.16`],
  [
    'Samsung Internet on Android',
    `${android} AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  ],
  ['Vivaldi on Windows', `${windows} ${blink()} Safari/537.36 Vivaldi/7.6.3797.63`],
  ['Yandex Browser on Windows', `${windows} ${blink()} YaBrowser/25.10.0.0 Safari/537.36`],
  ['DuckDuckGo on macOS', `${mac} ${webkit} Version/18.6 Safari/605.1.15 Ddg/18.6`],
  ['Firefox on Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'],
  ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0'],
  ['Firefox on iOS', `${iphone} ${webkit} FxiOS/145.0 Mobile/15E148 Safari/604.1`],
  ['Safari on macOS', `${mac} ${webkit} Version/18.6 Safari/605.1.15`],
  ['Safari on iOS', `${ipad} ${webkit} Version/18.7 Mobile/15E148 Safari/604.1`],
  [
    'Android',
    `Mozilla/5.0 (Linux; U; Android 4.0.3; de-de) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30`,
  ],
  ['iOS', `${iphone} ${webkit} Mobile/15E148`],
  ['A program', 'curl/8.16.0'],
  ['A program', 'node'],
  ['A program', 'python-requests/2.32.5'],
  ['A program', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
  [
    'A program',
    `${linux} AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/142.0.0.0 Safari/537.36`,
  ],
  [null, ''],
  [null, 'Mozilla/5.0'],
])('calls %s what says %s', (name, userAgent) => {
  expect(clientName(userAgent)).toBe(name);
});
