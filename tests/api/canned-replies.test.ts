import { beforeAll, expect, inject, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { openDirect } from '../support/database.ts';
import { type OperatorFixture, as, newCannedReply, newTenant } from '../support/people.ts';

const url = inject('stackUrl');
let operator: OperatorFixture;
beforeAll(async () => {
  operator = await newTenant(url);
});

const list = async ({ api }: OperatorFixture) => (await (await api['canned-replies'].$get()).json()).data;

it('are listed by shortcut, changed in part and deleted', async () => {
  const tenant = await newTenant(url);
  const thanks = await newCannedReply(tenant, ' Thanks ', 'Thank you!');
  const hello = await newCannedReply(tenant, 'hello', 'Hello, {name}\n– Ada');
  expect(await list(tenant)).toMatchObject([
    { id: hello, shortcut: 'hello', content: 'Hello, {name}\n– Ada' },
    { id: thanks, shortcut: 'thanks', content: 'Thank you!' },
  ]);
  const param = { id: thanks };
  const change = tenant.api['canned-replies'][':id'];
  const { data } = await (await change.$put({ param, json: { shortcut: 'cheers' } })).json();
  expect(data).toMatchObject({ shortcut: 'cheers', content: 'Thank you!' });
  await change.$put({ param, json: { content: 'Cheers!' } });
  expect((await list(tenant)).map(({ content }) => content)).toEqual(['Cheers!', 'Hello, {name}\n– Ada']);
  await change.$delete({ param });
  expect((await list(tenant)).map(({ id }) => id)).toEqual([hello]);
  expect((await as(tenant, 'DELETE', `/canned-replies/${thanks}`)).status).toBe(404);
});

it('have shortcuts of their own, whatever the case; another tenant’s are no matter', async () => {
  await newCannedReply(operator, 'Straße', 'one');
  const taken = await as(operator, 'POST', '/canned-replies', { shortcut: 'STRAßE', content: 'two' });
  expect([taken.status, taken.json]).toMatchObject([409, { message: expect.stringContaining('shortcut') }]);
  const id = await newCannedReply(operator, 'other', 'two');
  expect((await as(operator, 'PUT', `/canned-replies/${id}`, { shortcut: 'straße' })).status).toBe(409);
  expect((await as(operator, 'PUT', `/canned-replies/${id}`, { shortcut: 'Other' })).status).toBe(200);
  await newCannedReply(await newTenant(url), 'straße', 'elsewhere');
});

it.each([
  [{}],
  [{ shortcut: 'a' }],
  [{ content: 'x' }],
  [{ shortcut: 'two words', content: 'x' }],
  [{ shortcut: '/slash', content: 'x' }],
  [{ shortcut: '', content: 'x' }],
  [{ shortcut: 'x'.repeat(41), content: 'x' }],
  [{ shortcut: 'a', content: ' ' }],
])('are refused as %j', async (body) => {
  expect((await as(operator, 'POST', '/canned-replies', body)).status).toBe(400);
});

it('are no more than there may be', async () => {
  const tenant = await newTenant(url);
  const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });
  await direct.rows(
    `WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
    INSERT INTO canned_replies SELECT ?, 'rpl' || i, 's' || i, 'x', '', '' FROM n`,
    limits.cannedReplies,
    tenant.tenantId,
  );
  const add = () => as(tenant, 'POST', '/canned-replies', { shortcut: crypto.randomUUID(), content: 'x' });
  expect((await add()).status).toBe(201);
  const refused = await add();
  expect([refused.status, refused.json]).toMatchObject([400, { message: expect.stringContaining('500') }]);
});
