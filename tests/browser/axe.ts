import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import * as z from 'zod';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe finds wrong with a page as it now stands, each as its rule and where. */
export async function violationsOn(page: Page): Promise<string[]> {
  // By the debugger, as a page with a strict policy lets no other script in.
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    // What still moves would be measured half-way.
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    return (await Reflect.get(window, 'axe').run(document, { resultTypes: ['violations'] })).violations;
  });
  return Violations.parse(found).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
}
