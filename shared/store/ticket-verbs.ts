import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Scope } from './scope.ts';

const Origins = z.array(z.string());

/** What a realtime ticket has to know of its tenant. */
export function ticketVerbs(scope: Scope) {
  return {
    /** The origins that the tenant allows its widget on; an empty list is any. */
    async allowedOrigins(): Promise<string[]> {
      const json = await scope.read(
        sql`SELECT allowed_origins FROM widgets WHERE tenant_id = ${scope.tenantId}`,
      );
      return Origins.parse(JSON.parse(json));
    },
  };
}
