import { Hono } from 'hono';
import * as api from '../../shared/api/widget.ts';
import { identitySecret } from '../../shared/tokens.ts';
import type { OperatorEnv, OwnerEnv, PublicEnv } from '../http/context.ts';
import { publicOrigin } from '../http/origin.ts';
import { operatorOnly, ownerOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf } from '../http/validate.ts';
import type { Services } from '../services.ts';
import { startVisitorSession, tenantIn } from './start-visitor-session.ts';

export function widget(services: Services) {
  const { shown } = services;
  return new Hono<PublicEnv>()
    .get(api.getPublicWidget.path, (c) => shown.respond(c, tenantIn(c)))
    .post(api.startVisitorSession.path, bodyOf(api.startVisitorSession), async (c) =>
      c.json({ data: await startVisitorSession(services, c, c.req.valid('json')) }, 201),
    )
    .route('/', widgetOf(services))
    .route('/', ownWidget(services));
}

function widgetOf(services: Services) {
  return new Hono<OperatorEnv>().get(api.getWidget.path, operatorOnly(services), async (c) =>
    send(c, await c.var.store.getWidget()),
  );
}

function ownWidget(services: Services) {
  const owner = ownerOnly(services);
  return new Hono<OwnerEnv>()
    .put(api.updateWidget.path, owner, bodyOf(api.updateWidget), async (c) => {
      const updated = await c.var.store.updateWidget(c.req.valid('json'));
      services.shown.forget(c.var.principal.tenantId);
      return send(c, updated);
    })
    .get(api.getEmbed.path, owner, async (c) => {
      const { tenantId } = c.var.principal;
      await c.var.store.getWidget();
      const origin = publicOrigin(services.config, c.req.url);
      const embedCode = `<script async src="${origin}/widget.js" data-tenant="${tenantId}"></script>`;
      const secret = await identitySecret(services.keys.credentials, tenantId);
      return c.json({ data: { embedCode, tenantId, identitySecret: secret } }, 200);
    });
}
