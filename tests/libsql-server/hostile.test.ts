import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Body, TestServer } from './support.ts';
import { close, execute, pipeline, postRaw, testServer } from './support.ts';

const statement = (stmt: unknown): string => JSON.stringify({ requests: [{ type: 'execute', stmt }] });
const arg = (value: string): string =>
  `{"requests":[{"type":"execute","stmt":{"sql":"SELECT ?","args":[${value}]}}]}`;
const batch = (condition: unknown): string =>
  JSON.stringify({
    requests: [{ type: 'batch', batch: { steps: [{ stmt: { sql: 'SELECT 1' }, condition }] } }],
  });
const nested = (depth: number): string =>
  `{"requests":[{"type":"batch","batch":{"steps":[{"stmt":{"sql":"SELECT 1"},"condition":${'{"type":"not","cond":'.repeat(depth)}{"type":"is_autocommit"}${'}'.repeat(depth)}}]}}]}`;

const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';

async function expectAlive({ client }: TestServer): Promise<void> {
  expect((await client().execute('SELECT 42')).rows[0]?.[0]).toBe(42);
}

const codesOf = (body: Body): unknown[] => body.results.map((each) => each.error?.code);

describe('malformed bodies get a 400 that says why', () => {
  it.each([
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"requests":{}}',
    '{"requests":[null]}',
    '{"requests":[{}]}',
    '{"requests":[{"type":"drop_everything"}]}',
    '{"requests":[{"type":"__proto__"}]}',
    '{"requests":[{"type":["execute"]}]}',
    '{"baton":7,"requests":[]}',
    '{"requests":[{"type":"execute"}]}',
    '{"requests":[{"type":"store_sql","sql_id":"1","sql":"x"}]}',
    '{"requests":[{"type":"store_sql","sql_id":1e10,"sql":"x"}]}',
    '{"requests":[{"type":"sequence"}]}',
    statement({}),
    statement({ sql: 1 }),
    statement({ sql: 'SELECT 1', sql_id: 1 }),
    statement({ sql: 'SELECT 1', args: {} }),
    statement({ sql: 'SELECT 1', want_rows: 'yes' }),
    statement({ sql: 'SELECT 1', named_args: [{ value: null }] }),
    '{"requests":[{"type":"execute","stmt":{"sql":"SELECT \'\\ud800\'"}}]}',
    arg('null'),
    arg('1'),
    arg('{}'),
    arg('{"type":"text"}'),
    arg('{"type":"text","value":"\\udc00x"}'),
    arg('{"type":"integer","value":1}'),
    arg('{"type":"integer","value":"1.5"}'),
    arg('{"type":"integer","value":"9223372036854775808"}'),
    arg('{"type":"integer","value":"0x10"}'),
    arg('{"type":"integer","value":""}'),
    arg('{"type":"float","value":"1"}'),
    arg('{"type":"blob","base64":"!!!!"}'),
    arg('{"type":"blob","base64":"A"}'),
    arg('{"type":"blob","base64":7}'),
    arg('{"type":"toString"}'),
    batch({ type: 'ok', step: 0 }),
    batch({ type: 'ok', step: -1 }),
    batch({ type: 'ok', step: 0.5 }),
    batch({ type: 'not' }),
    batch({ type: 'and', conds: 1 }),
    batch('ok'),
    nested(40),
    nested(200_000),
  ])('%.120s', async (body) => {
    const server = await testServer();
    const answer = await postRaw(server.url, body);
    expect(answer).toEqual({
      status: 400,
      body: { message: expect.any(String), code: expect.stringMatching(/^(JSON_INVALID|PROTOCOL_ERROR)$/) },
    });
    await expectAlive(server);
  });

  it('nesting of a million levels is refused and harms nobody', async () => {
    const server = await testServer();
    expect((await postRaw(server.url, `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).status).toBe(400);
    expect((await postRaw(server.url, '{"requests":'.repeat(500_000))).status).toBe(400);
    await expectAlive(server);
  });
});

describe('too much of anything is refused', () => {
  it('bytes, announced or not', async () => {
    const server = await testServer({ limits: { bodyBytes: 10_000 } });
    expect(await postRaw(server.url, 'x'.repeat(10_001))).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    });
    const status = await new Promise((resolve, reject) => {
      const chunked = request(`${server.url}/v2/pipeline`, { method: 'POST' }, (response) =>
        resolve(response.statusCode),
      );
      chunked.on('error', reject);
      chunked.write('x'.repeat(10_001));
    });
    expect(status).toBe(413);
    await expectAlive(server);
  });

  it('SQL, requests, steps, conditions and stored texts', async () => {
    const limits = {
      sqlChars: 100,
      pipelineRequests: 3,
      batchSteps: 2,
      conditionNodes: 5,
      storedSqls: 1,
      storedSqlChars: 50,
    };
    const server = await testServer({ limits });
    const statusOf = async (requests: unknown[]): Promise<number> =>
      (await pipeline(server.url, requests)).status;
    expect(await statusOf([execute(`SELECT '${'x'.repeat(100)}'`), close])).toBe(400);
    expect(await statusOf([close, close, close, close])).toBe(400);
    expect(
      await statusOf([
        { type: 'batch', batch: { steps: Array.from({ length: 3 }, () => ({ stmt: { sql: 'SELECT 1' } })) } },
      ]),
    ).toBe(400);
    expect(
      (
        await postRaw(
          server.url,
          batch({ type: 'and', conds: Array.from({ length: 5 }, () => ({ type: 'is_autocommit' })) }),
        )
      ).status,
    ).toBe(400);
    const store = (sql_id: number, sql: string): unknown => ({ type: 'store_sql', sql_id, sql });
    const { body } = await pipeline(server.url, [
      store(1, 'x'.repeat(60)),
      store(1, 'SELECT 1'),
      store(2, 'SELECT 1'),
    ]);
    expect(codesOf(body)).toEqual(['SQL_STORE_TOO_LARGE', undefined, 'SQL_STORE_TOO_MANY']);
  });

  it('rows and bytes of a result, and memory inside SQLite', async () => {
    const server = await testServer({
      limits: { resultBytes: 100_000, resultRows: 1_000, pipelineResultBytes: 150_000 },
    });
    const codeOf = async (sql: string): Promise<unknown> =>
      codesOf((await pipeline(server.url, [execute(sql), close])).body)[0];
    expect(await codeOf(ENDLESS)).toBe('RESPONSE_TOO_LARGE');
    expect(await codeOf('SELECT hex(zeroblob(60000))')).toBe('RESPONSE_TOO_LARGE');
    expect(await codeOf('SELECT zeroblob(900000000)')).toMatch(/^SQLITE_(NOMEM|TOOBIG)$/);
    expect(await codeOf('SELECT zeroblob(2000000000)')).toMatch(/^SQLITE_(NOMEM|TOOBIG)$/);
    const large = execute('SELECT hex(zeroblob(40000))');
    expect(codesOf((await pipeline(server.url, [large, large, close])).body)).toEqual([
      undefined,
      'RESPONSE_TOO_LARGE',
      undefined,
    ]);
  });

  it('a result cut short leaves no snapshot open', async () => {
    const server = await testServer({ limits: { resultRows: 10 } });
    await server
      .client()
      .batch(['CREATE TABLE t (a)', 'INSERT INTO t VALUES (1)', 'CREATE TABLE u (a)'], 'write');
    const { body } = await pipeline(server.url, [execute(`${ENDLESS}, t`), execute('DROP TABLE u'), close]);
    expect(codesOf(body)).toEqual(['RESPONSE_TOO_LARGE', undefined, undefined]);
  });

  it('a statement that gives rows for ever is stopped in time', async () => {
    const server = await testServer({ limits: { pipelineMs: 50 } });
    const { body } = await pipeline(server.url, [
      { type: 'execute', stmt: { sql: ENDLESS, want_rows: false } },
      execute('SELECT 1'),
      close,
    ]);
    expect(codesOf(body)).toEqual(['SQLITE_INTERRUPT', 'SQLITE_INTERRUPT', undefined]);
    await expectAlive(server);
  });

  it('open streams; requests that need none go on', async () => {
    const server = await testServer({ limits: { openStreams: 5 } });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => pipeline(server.url, [execute('SELECT 1')])),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(
      answers.filter(({ status, body }) => status === 503 && body.code === 'TRANSACTION_BUSY'),
    ).toHaveLength(45);
    await expectAlive(server);
    await pipeline(server.url, [close], answers.find(({ status }) => status === 200)?.body.baton);
    expect((await pipeline(server.url, [execute('SELECT 1')])).status).toBe(200);
  });
});

describe('text that the native library cannot read', () => {
  it.each(["CAST(x'61ff' AS TEXT)", `json_extract('"\\ud800"', '$')`, "x'ff' || 'a'", 'char(55296)'])(
    '%s is an error, not a crash',
    async (sql) => {
      const server = await testServer();
      const { body } = await pipeline(server.url, [
        execute(`SELECT ${sql}`),
        execute(`SELECT CAST(${sql} AS BLOB)`),
        close,
      ]);
      expect(body.results[0]?.error?.message).toContain('not valid UTF-8');
      expect(body.results[1]?.type).toBe('ok');
      await server.client().execute('CREATE TABLE t (a)');
      const returning = await pipeline(server.url, [
        execute(`INSERT INTO t VALUES (${sql}) RETURNING a, a AS b, *`),
        close,
      ]);
      expect(returning.body.results[0]?.error?.message).toContain('not valid UTF-8');
      expect((await server.client().execute('SELECT count(*) FROM t')).rows[0]?.[0]).toBe(1);
      await expectAlive(server);
    },
  );
});

describe('slow and silent clients', () => {
  it.each([
    ['a header', 'POST /v2/pip', { httpHeadersMs: 100, httpRequestMs: 60_000 }],
    [
      'a body',
      'POST /v2/pipeline HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"re',
      { httpHeadersMs: 100, httpRequestMs: 200 },
    ],
  ])('are cut off when %s never ends', async (_part, start, limits) => {
    const server = await testServer({ limits: { ...limits, httpTimeoutCheckMs: 50 } });
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(start));
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('error', () => {});
      socket.on('close', () => resolve(received));
    });
    expect(answer).toContain('408');
    await expectAlive(server);
  });

  it('hundreds of sockets that say nothing leave room for others', async () => {
    const server = await testServer();
    const sockets = Array.from({ length: 300 }, () => connect(server.port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.on('connect', resolve))));
    await expectAlive(server);
    for (const socket of sockets) socket.destroy();
  });
});
