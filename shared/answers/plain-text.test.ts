import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  ['Open **Settings → Billing** and press *Cancel*.', 'Open Settings → Billing and press Cancel.'],
  ['## Refunds\n\n> Within __30__ days, _never_ later.', 'Refunds\n\nWithin 30 days, never later.'],
  [
    'See [our terms](https://a.example/t) or [below](#terms).',
    'See our terms (https://a.example/t) or below.',
  ],
  ['![A sofa](/sofa.png) Blue.', 'A sofa Blue.'],
  ['* one\n* two\n- three', '- one\n- two\n- three'],
  [
    'Run `npm ci`, then:\n```bash\nnpm start -- --port 1 # **loud**\n```',
    'Run npm ci, then:\nnpm start -- --port 1 # **loud**',
  ],
  ['| Plan | Price |\n| --- | ---: |\n| **Team** | 12 |', 'Plan · Price\nTeam · 12'],
  ['<p>Tom &amp; Jerry<br/> say <strong>hi</strong></p>', 'Tom & Jerry say hi'],
  ['5 \\* 3', '5 * 3'],
])('%j is read as %j', (text, plain) => expect(plainText(text)).toBe(plain));

test.each([
  'a < b and b > c',
  '2 * 3 * 4 = 24',
  'set snake_case_name and __init__.py to 5*',
  'Use <your-name> as the name.',
  '1. First\n2. Second',
  'It costs ~5 €, or ~~ nothing.',
  'R&D; AT&T',
])('%j has no marks', (text) => expect(plainText(text)).toBe(text));
