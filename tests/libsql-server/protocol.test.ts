import { describe, expect, it } from 'vitest';
import { close, execute, pipeline, postRaw, testServer, text } from './support.ts';

const ok = (step: number): unknown => ({ type: 'ok', step });

describe('a pipeline', () => {
  it('answers each request with one result of its type', async () => {
    const { url } = await testServer();
    const { status, body } = await pipeline(url, [
      { type: 'store_sql', sql_id: 1, sql: 'SELECT 7 AS x' },
      { type: 'execute', stmt: { sql_id: 1 } },
      { type: 'batch', batch: { steps: [{ stmt: { sql_id: 1, want_rows: false } }] } },
      { type: 'sequence', sql: 'CREATE TABLE t (a INT); INSERT INTO t VALUES (1)' },
      { type: 'describe', sql: 'SELECT a, :x FROM t' },
      { type: 'get_autocommit' },
      { type: 'close_sql', sql_id: 1 },
      { type: 'execute', stmt: { sql_id: 1 } },
      close,
      execute('SELECT 1'),
      close,
    ]);
    const cols = [{ name: 'x', decltype: null }];
    const result = {
      cols,
      rows: [[{ type: 'integer', value: '7' }]],
      affected_row_count: 0,
      last_insert_rowid: null,
    };
    const described = [
      { name: 'a', decltype: 'INT' },
      { name: ':x', decltype: null },
    ];
    const good = (response: unknown): unknown => ({ type: 'ok', response });
    expect(status).toBe(200);
    expect(body).toEqual({
      baton: null,
      base_url: null,
      results: [
        good({ type: 'store_sql' }),
        good({ type: 'execute', result }),
        good({ type: 'batch', result: { step_results: [{ ...result, rows: [] }], step_errors: [null] } }),
        good({ type: 'sequence' }),
        good({
          type: 'describe',
          result: { params: [{ name: ':x' }], cols: described, is_explain: false, is_readonly: true },
        }),
        good({ type: 'get_autocommit', is_autocommit: true }),
        good({ type: 'close_sql' }),
        {
          type: 'error',
          error: { message: 'SQL text 1 is not stored on this stream', code: 'SQL_NOT_FOUND' },
        },
        good({ type: 'close' }),
        {
          type: 'error',
          error: { message: 'The stream was closed by an earlier request', code: 'STREAM_CLOSED' },
        },
        good({ type: 'close' }),
      ],
    });
  });

  it('answers version probes and health without a token, and nothing else', async () => {
    const { url } = await testServer({ authToken: 'secret' });
    const statusOf = async (path: string, method = 'GET'): Promise<number> =>
      (await fetch(url + path, { method })).status;
    const paths = ['/v2', '/v3', '/health', '/v3-protobuf', '/v1', '/__proto__'];
    expect(await Promise.all(paths.map((path) => statusOf(path)))).toEqual([200, 200, 200, 404, 404, 404]);
    expect(await statusOf('/v2/pipeline')).toBe(405);
    expect(await statusOf('/health', 'POST')).toBe(405);
    expect(await statusOf('/v2/pipeline', 'POST')).toBe(401);
  });

  it.each([
    undefined,
    'Bearer',
    'Bearer wrong',
    'Bearer secret2',
    'Bearer secre',
    'Basic secret',
    'secret',
    'Bearer s\xe9cret',
  ])('refuses the header %s', async (header) => {
    const { url } = await testServer({ authToken: 'secret' });
    const body = JSON.stringify({ requests: [execute('SELECT 1'), close] });
    const refused = await postRaw(url, body, header ? { authorization: header } : {});
    expect(refused).toMatchObject({ status: 401, body: { code: 'AUTH_INVALID' } });
    expect(await postRaw(url, body, { authorization: 'Bearer secret' })).toMatchObject({ status: 200 });
  });

  it('speaks version 3 too', async () => {
    const { url } = await testServer();
    const response = await fetch(`${url}/v3/pipeline`, {
      method: 'POST',
      body: JSON.stringify({ requests: [execute('SELECT 1'), close] }),
    });
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({ results: [{ type: 'ok' }, { type: 'ok' }] });
  });

  it('keeps minus zero', async () => {
    const { url } = await testServer();
    const raw =
      '{"requests":[{"type":"execute","stmt":{"sql":"SELECT ?","args":[{"type":"float","value":-0.0}]}},{"type":"close"}]}';
    expect((await postRaw(url, raw)).body.results[0]?.response.result.rows[0]?.[0]).toEqual({
      type: 'float',
      value: -0,
    });
  });
});

describe('conditions', () => {
  it('let a step run by what became of earlier ones', async () => {
    const { url } = await testServer();
    const failed = { type: 'error', step: 1 };
    const conditions = [
      undefined,
      undefined,
      ok(0),
      ok(1),
      failed,
      { type: 'not', cond: failed },
      ok(3),
      { type: 'error', step: 3 },
      { type: 'and', conds: [ok(0), failed] },
      { type: 'and', conds: [ok(0), ok(1)] },
      { type: 'or', conds: [ok(1), ok(0)] },
      { type: 'and', conds: [] },
      { type: 'or', conds: [] },
      { type: 'is_autocommit' },
    ];
    const steps = conditions.map((condition, index) => ({
      stmt: { sql: index === 1 ? 'SELECT nope' : 'SELECT 1' },
      condition,
    }));
    const { body } = await pipeline(url, [{ type: 'batch', batch: { steps } }, close]);
    const result = body.results[0]?.response.result;
    const ran = result?.step_results.map((each, index) =>
      each ? 'ok' : result.step_errors[index] ? 'error' : 'skipped',
    );
    const [o, e, s] = ['ok', 'error', 'skipped'];
    expect(ran).toEqual([o, e, o, s, o, s, s, s, o, s, o, o, s, o]);
  });

  it('see the end of a transaction through is_autocommit', async () => {
    const { url } = await testServer();
    const isOpen = { type: 'not', cond: { type: 'is_autocommit' } };
    const sql = ['BEGIN', 'CREATE TABLE t (a)', 'ROLLBACK', 'CREATE TABLE u (a)'];
    const steps = sql.map((each) => ({
      stmt: { sql: each },
      condition: each.startsWith('CREATE') ? isOpen : undefined,
    }));
    const { body } = await pipeline(url, [
      { type: 'batch', batch: { steps } },
      execute('SELECT name FROM sqlite_schema'),
      close,
    ]);
    expect(body.results[0]?.response.result.step_results.map((each) => each !== null)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(body.results[1]?.response.result.rows).toEqual([]);
  });
});

describe('batons', () => {
  it('carry a transaction from request to request, each for one use', async () => {
    const { url } = await testServer();
    const first = await pipeline(url, [execute('BEGIN IMMEDIATE'), execute('CREATE TABLE t (a)')]);
    const second = await pipeline(
      url,
      [{ type: 'get_autocommit' }, execute('INSERT INTO t VALUES (?)', [text('x')])],
      first.body.baton,
    );
    expect(second.body.results[0]?.response).toEqual({ type: 'get_autocommit', is_autocommit: false });
    expect(await pipeline(url, [close], first.body.baton)).toMatchObject({
      status: 400,
      body: { code: 'BATON_REUSED' },
    });
    const third = await pipeline(url, [execute('COMMIT'), close], second.body.baton);
    expect(third.body.baton).toBe(null);
    expect(await pipeline(url, [close], second.body.baton)).toMatchObject({
      status: 400,
      body: { code: 'BATON_INVALID' },
    });
    expect(
      (await pipeline(url, [execute('SELECT a FROM t'), close])).body.results[0]?.response.result.rows,
    ).toEqual([[text('x')]]);
  });

  it.each(['', '.', 'x', 'x.y', '__proto__', 'constructor.x', '\u0000'])(
    'that were never given out are refused: %j',
    async (baton) => {
      const { url } = await testServer();
      expect(await pipeline(url, [close], baton)).toMatchObject({
        status: 400,
        body: { code: 'BATON_INVALID', message: expect.any(String) },
      });
    },
  );

  it('go with their stream when it is idle for too long, and its transaction with it', async () => {
    const server = await testServer({ limits: { streamIdleMs: 60 } });
    await server.client().execute('CREATE TABLE t (a)');
    const { body } = await pipeline(server.url, [
      execute('BEGIN IMMEDIATE'),
      execute('INSERT INTO t VALUES (1)'),
    ]);
    await server.client().execute('INSERT INTO t VALUES (2)');
    expect(await pipeline(server.url, [execute('COMMIT')], body.baton)).toMatchObject({
      status: 400,
      body: { code: 'STREAM_EXPIRED' },
    });
    expect((await server.client().execute('SELECT a FROM t')).rows).toEqual([{ a: 2 }]);
  });
});

const TRIGGER = 'CREATE /* */ TEMP TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END';

describe('refused statements', () => {
  it.each([
    'VACUUM',
    "VACUUM INTO '/tmp/x'",
    "ATTACH '/etc/passwd' AS x",
    'DETACH main',
    'CREATE TEMP TABLE t (a)',
    'CREATE TEMPORARY VIEW v AS SELECT 1',
    'CREATE TABLE temp.t (a)',
    'CREATE TABLE IF NOT EXISTS "temp" . t (a)',
    TRIGGER,
    'PRAGMA journal_mode = DELETE',
    'pragma main.synchronous(off)',
    'PRAGMA writable_schema = 1',
    'PRAGMA wal_checkpoint',
    'PRAGMA hard_heap_limit = 0',
    'EXPLAIN PRAGMA journal_mode = DELETE',
    'ANALYZE',
    'REINDEX',
    'PRAGMA temp_store_directory = "/tmp"',
  ])('%s', async (sql) => {
    const { url } = await testServer();
    const { body } = await pipeline(url, [
      execute(sql),
      { type: 'sequence', sql: `SELECT 1; ${sql};` },
      close,
    ]);
    const error = {
      type: 'error',
      error: { code: 'SQL_PARSE_ERROR', message: expect.stringContaining('unsupported statement') },
    };
    expect(body.results.slice(0, 2)).toEqual([error, error]);
  });

  it('but reading pragmas, user_version and EXPLAIN work, and no extension loads', async () => {
    const { url } = await testServer();
    const sql = [
      'PRAGMA journal_mode',
      'PRAGMA user_version = 5',
      'PRAGMA user_version',
      'PRAGMA table_info(sqlite_schema)',
      'EXPLAIN SELECT 1',
    ];
    const all = [...sql, 'EXPLAIN QUERY PLAN SELECT 1', "SELECT load_extension('x')"];
    const { body } = await pipeline(url, [...all.map((each) => execute(each)), close]);
    expect(body.results.map(({ type }) => type)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'error', 'ok']);
    expect(body.results[0]?.response.result.rows).toEqual([[text('wal')]]);
    expect(body.results[2]?.response.result.rows).toEqual([[{ type: 'integer', value: '5' }]]);
  });
});
