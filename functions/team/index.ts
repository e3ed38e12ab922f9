import { Hono } from 'hono';
import * as api from '../../shared/api/team.ts';
import { invitationHash, newInvitationToken } from '../../shared/invitation-token.ts';
import { announcer } from '../http/announce.ts';
import type { OperatorEnv, OwnerEnv, PublicEnv } from '../http/context.ts';
import { publicOrigin } from '../http/origin.ts';
import { operatorOnly, ownerOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf } from '../http/validate.ts';
import type { Services } from '../services.ts';

export function team(services: Services) {
  return new Hono<PublicEnv>().route('/', membership(services)).route('/', ownTeam(services));
}

function membership(services: Services) {
  const operator = operatorOnly(services);
  return new Hono<OperatorEnv>()
    .get(api.getTeam.path, operator, async (c) => send(c, await c.var.store.getTeam()))
    .post(api.leaveTeam.path, operator, async (c) => {
      const news = await c.var.store.leaveTeam();
      // Awaited, unlike other news: sockets of a session that has ended must not outlive the answer.
      await services.rooms.tell(c.var.principal.tenantId, news);
      return c.json({ message: 'You have left.' }, 200);
    });
}

function ownTeam(services: Services) {
  const owner = ownerOnly(services);
  const announce = announcer(services);
  return new Hono<OwnerEnv>()
    .post(api.invite.path, owner, bodyOf(api.invite), async (c) => {
      const { role, name = null } = c.req.valid('json');
      const token = newInvitationToken(c.var.principal.tenantId);
      const tokenHash = await invitationHash(token);
      const made = await c.var.store.createInvitation({ role, name, tokenHash });
      announce(c, made);
      const invitation = api.Invitation.parse(JSON.parse(made.result));
      // Behind the #, which browsers send nowhere: no server and no log sees the token until it is used.
      const url = `${publicOrigin(services.config, c.req.url)}/#invitation=${token}`;
      return c.json({ data: { invitation, token, url } }, 201);
    })
    .delete(api.revokeInvitation.path, owner, async (c) => {
      announce(c, { news: await c.var.store.revokeInvitation(c.req.param('id')) });
      return c.json({ message: 'Taken back.' }, 200);
    })
    .patch(api.updateMember.path, owner, bodyOf(api.updateMember), async (c) => {
      const updated = await c.var.store.updateMember(c.req.param('id'), c.req.valid('json').role);
      announce(c, updated);
      return send(c, updated.result);
    })
    .delete(api.removeMember.path, owner, async (c) => {
      const news = await c.var.store.removeMember(c.req.param('id'));
      await services.rooms.tell(c.var.principal.tenantId, news);
      return c.json({ message: 'Removed.' }, 200);
    });
}
