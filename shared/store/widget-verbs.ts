import { type SQL, sql } from 'drizzle-orm';
import type { WidgetConfig, WidgetPatch } from '../api/widget.ts';
import { type Json, rendered } from './json.ts';
import type { Scope } from './scope.ts';
import { widgetJson } from './widget-json.ts';

const currentOf = ({
  tenantId,
}: Scope) => sql`SELECT json_object('data', ${widgetJson}) AS result FROM widgets w
    JOIN tenants t ON t.id = w.tenant_id WHERE w.tenant_id = ${tenantId}`;

/** Every operator may read how the widget is set. */
export function widgetReads(scope: Scope) {
  return {
    getWidget: (): Promise<Json<{ data: WidgetConfig }>> => scope.read(currentOf(scope)),
  };
}

/** The verbs of an owner on its tenant's widget. */
export function widgetVerbs(scope: Scope) {
  return {
    ...widgetReads(scope),
    /** Changes what is named; null puts a field back to its default. */
    async updateWidget(patch: WidgetPatch): Promise<Json<{ data: WidgetConfig }>> {
      const row = await scope.write({
        statements: [
          sql`UPDATE widgets SET ${sql.join(changes(patch), sql`, `)} WHERE tenant_id = ${scope.tenantId}`,
        ],
        result: currentOf(scope),
      });
      return rendered(row['result']);
    },
  };
}

function changes(patch: WidgetPatch): SQL[] {
  const set: SQL[] = [sql`updated_at = ${new Date().toISOString()}`];
  const plain = [
    [sql`color`, patch.color],
    [sql`position`, patch.position],
    [sql`welcome_text`, patch.welcomeText],
    [sql`logo_url`, patch.logoUrl],
    [sql`title`, patch.title],
    [sql`theme`, patch.theme],
  ] as const;
  for (const [column, value] of plain) {
    if (value !== undefined) set.push(sql`${column} = ${value}`);
  }
  if (patch.allowedOrigins !== undefined) {
    set.push(sql`allowed_origins = ${JSON.stringify([...new Set(patch.allowedOrigins ?? [])])}`);
  }
  if (patch.suggestedQuestions !== undefined)
    set.push(sql`suggested_questions = ${JSON.stringify(patch.suggestedQuestions ?? [])}`);
  if (patch.preChat !== undefined)
    set.push(sql`pre_chat = ${patch.preChat === null ? null : JSON.stringify(patch.preChat)}`);
  if (patch.aiSettings === null) set.push(sql`ai_settings = '{}'`);
  else if (patch.aiSettings)
    set.push(sql`ai_settings = json_patch(ai_settings, ${JSON.stringify(patch.aiSettings)})`);
  return set;
}
