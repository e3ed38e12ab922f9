import { Hono } from 'hono';
import * as api from '../../shared/api/realtime.ts';
import { signTicket } from '../../shared/tickets.ts';
import type { SharedEnv } from '../http/context.ts';
import { publicOrigin } from '../http/origin.ts';
import { anyPrincipal } from '../http/principal.ts';
import type { Services } from '../services.ts';

export function realtime(services: Services) {
  const { config, keys, rooms } = services;
  return new Hono<SharedEnv>().post(api.createTicket.path, anyPrincipal(services), async (c) => {
    const { principal, store } = c.var;
    const own = publicOrigin(config, c.req.url);
    if (store.kind === 'operator') await store.sessionSeen();
    const allowed = store.kind === 'operator' ? config.DASHBOARD_ORIGINS : await store.allowedOrigins();
    const { ticket, expiresAt } = await signTicket(keys.tickets, principal, { own, allowed });
    return c.json({ data: { url: rooms.socketUrl(principal.tenantId, own), ticket, expiresAt } }, 201);
  });
}
