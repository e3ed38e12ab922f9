import type { WidgetConfig, WidgetPatch } from '../../shared/api/widget.ts';

/** What has changed, as the server wants it named; null where nothing has. A text that was emptied is cleared. */
export function configPatch(before: WidgetConfig, after: WidgetConfig): WidgetPatch | null {
  const { aiSettings: botBefore, installed: _, ...lookBefore } = before;
  const { aiSettings: botAfter, installed: __, ...lookAfter } = after;
  const bot = changed(botBefore, botAfter);
  const patch = { ...changed(lookBefore, lookAfter), ...(bot ? { aiSettings: bot } : {}) };
  return Object.keys(patch).length > 0 ? patch : null;
}

function changed<T extends object>(before: T, after: T): Partial<T> | null {
  const was = new Map(Object.entries(before).map(([name, value]) => [name, normal(value)]));
  const fields = Object.entries(after)
    .map(([name, value]) => [name, normal(value)] as const)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was.get(name) ?? null));
  const patch: Partial<T> = {};
  for (const [name, value] of fields) Object.assign(patch, { [name]: value });
  return fields.length > 0 ? patch : null;
}

/** A text without anything in it is none. */
function normal(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() || null : (value ?? null);
}
