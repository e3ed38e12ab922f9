import { Hono } from 'hono';
import { acceptInvitation, readInvitation } from '../../shared/api/accept-invitation.ts';
import * as api from '../../shared/api/auth.ts';
import { AppError } from '../../shared/errors.ts';
import { invitationHash, tenantOfInvitation } from '../../shared/invitation-token.ts';
import { reworded } from '../../shared/store/reworded.ts';
import type { PublicEnv } from '../http/context.ts';
import { deviceOf } from '../http/device.ts';
import { callerAddress } from '../http/origin.ts';
import { operatorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf } from '../http/validate.ts';
import type { Services } from '../services.ts';
import { checkPassword, hashPassword } from '../http/password.ts';
import { clearToken, issueToken } from './session.ts';

/** Hashing costs far more than asking: these routes ask the database first whether they may, hence their two requests. */
export function auth(services: Services) {
  const { platform, config } = services;
  return new Hono<PublicEnv>()
    .post(api.register.path, bodyOf(api.register), async (c) => {
      const { password, name, ...account } = c.req.valid('json');
      await platform.admitRegistration(account.email, callerAddress(config, c));
      const session = await platform.register(
        { ...account, name: name ?? account.companyName, passwordHash: await hashPassword(password) },
        deviceOf(c),
      );
      const token = await issueToken(services, c, session);
      return c.json({ message: 'Welcome to Chatly.', token, user: session.user }, 201);
    })
    .post(api.login.path, bodyOf(api.login), async (c) => {
      const { email, password } = c.req.valid('json');
      const address = callerAddress(config, c);
      const account = await platform.admitLogin(email, address);
      const { isRight, isOutdated } = await checkPassword(password, account?.passwordHash ?? null);
      if (!account || !isRight) throw notRight();
      const newHash = isOutdated ? await hashPassword(password) : null;
      const session = await reworded('unauthorized', notRight, () =>
        platform.startSession(account, { ...deviceOf(c), limited: address, newHash }),
      );
      const token = await issueToken(services, c, session);
      return c.json({ message: 'Signed in.', token, user: session.user }, 200);
    })
    .post(readInvitation.path, bodyOf(readInvitation), async (c) => {
      const { door } = await doorOf(services, c.req.valid('json').token);
      return send(c, await door.look());
    })
    .post(acceptInvitation.path, bodyOf(acceptInvitation), async (c) => {
      const { token: invitation, password, ...person } = c.req.valid('json');
      const { tenantId, door } = await doorOf(services, invitation);
      await door.admit(person.email, callerAddress(config, c));
      const passwordHash = await hashPassword(password);
      const { session, news } = await door.join({ ...person, passwordHash, device: deviceOf(c) });
      c.executionCtx.waitUntil(services.rooms.tell(tenantId, news));
      const token = await issueToken(services, c, session);
      return c.json({ message: `Welcome to ${session.user.companyName}.`, token, user: session.user }, 201);
    })
    .post(api.logout.path, operatorOnly(services), async (c) => {
      const news = await c.var.store.endSession();
      clearToken(c);
      // Awaited, unlike other news: sockets of a session that has ended must not outlive the answer.
      await services.rooms.tell(c.var.principal.tenantId, news);
      return c.json({ message: 'Signed out.' }, 200);
    });
}

const notRight = () => new AppError('unauthorized', { message: 'The e-mail or the password is not right.' });

/** Where a token leads. Errors: not_found (a text that is no token). */
async function doorOf(services: Services, token: string) {
  const tenantId = tenantOfInvitation(token);
  if (tenantId === null) throw new AppError('not_found');
  return { tenantId, door: services.invitationStore(tenantId, await invitationHash(token)) };
}
