import * as z from 'zod';
import { operations } from '../../shared/api/index.ts';
import type { Operation } from '../../shared/api/operation.ts';
import { Failure } from '../../shared/api/system.ts';

export type OpenApi = {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
};

export type OpenApiOperation = {
  operationId: string;
  summary: string;
  /** Who may call it. */
  description: string;
  tags: string[];
  security: Record<string, string[]>[];
  parameters: {
    name: string;
    in: 'path' | 'query';
    required: boolean;
    description?: string;
    schema: unknown;
  }[];
  requestBody?: { required: true; content: Content };
  responses: Record<string, { description: string; content: Content }>;
};

type Content = Record<string, { schema: unknown }>;

const security = {
  public: [],
  operator: [{ operator: [] }, { operatorCookie: [] }],
  owner: [{ operator: [] }, { operatorCookie: [] }],
  visitor: [{ visitor: [] }],
  shared: [{ operator: [] }, { operatorCookie: [] }, { visitor: [] }],
} satisfies Record<Operation['access'], Record<string, string[]>[]>;

const callers = {
  public: 'Anyone.',
  operator: 'Operators (bearer token or cookie).',
  owner: 'Operators who own the tenant (bearer token or cookie); others get 403.',
  visitor: 'Visitors (visitor token).',
  shared: 'Operators (bearer token or cookie) and visitors (visitor token).',
} satisfies Record<Operation['access'], string>;

/** The JSON Schema of one of ours; what has a name of its own goes to `named` and is referred to. */
type Describe = (schema: z.ZodType, io: 'input' | 'output') => unknown;

function describer(named: Record<string, unknown>): Describe {
  return (schema, io) => {
    const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    const text = JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/');
    const { $schema: _, $defs, id: __, ...own } = JsonSchema.parse(JSON.parse(text));
    for (const [name, { id: ___, ...definition }] of Object.entries($defs ?? {})) named[name] = definition;
    return own;
  };
}

const JsonSchema = z.looseObject({ $defs: z.record(z.string(), z.looseObject({})).optional() });

let description: Omit<OpenApi, 'servers'> | undefined;

/** The OpenAPI 3.1 description of every route, made (once) from the schemas that validate. */
export function openApiDocument(origin: string): OpenApi {
  description ??= describeApi();
  return { ...description, servers: [{ url: `${origin}/api` }] };
}

function describeApi(): Omit<OpenApi, 'servers'> {
  const schemas: Record<string, unknown> = {};
  const describe = describer(schemas);
  schemas['Failure'] = describe(Failure, 'output');
  return {
    openapi: '3.1.0',
    info: { title: 'Chatly', version: '1', description: 'Conversations, knowledge and widget of a tenant.' },
    tags: [...new Set(operations.map(({ group }) => group))].map((name) => ({ name })),
    paths: pathItems(describe),
    components: {
      schemas,
      securitySchemes: {
        operator: { type: 'http', scheme: 'bearer', description: 'The token that login answers.' },
        operatorCookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'token',
          description: 'From the dashboard’s own origin.',
        },
        visitor: { type: 'http', scheme: 'bearer', description: 'The visitorToken of a visitor session.' },
      },
    },
  };
}

function pathItems(describe: Describe): OpenApi['paths'] {
  const paths: OpenApi['paths'] = {};
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: describeOperation(operation, describe) };
  }
  return paths;
}

function describeOperation(operation: Operation, describe: Describe): OpenApiOperation {
  const responses = Object.entries(operation.responses).map(([status, schema]) => [
    status,
    typeof schema === 'string'
      ? {
          description: schema === 'text/html' ? 'A page.' : operation.summary,
          content: { [schema]: { schema: { type: 'string' } } },
        }
      : { description: operation.summary, content: json(describe(schema, 'output')) },
  ]);
  return {
    operationId: `${operation.method}${operation.path.replaceAll(/[^a-zA-Z]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: operation.summary,
    description: callers[operation.access],
    tags: [operation.group],
    security: security[operation.access],
    parameters: [...pathParameters(operation), ...queryParameters(operation, describe)],
    ...(operation.body
      ? { requestBody: { required: true, content: json(describe(operation.body, 'input')) } }
      : {}),
    responses: {
      ...Object.fromEntries(responses),
      default: { description: 'A refusal.', content: json({ $ref: '#/components/schemas/Failure' }) },
    },
  };
}

function json(schema: unknown): Content {
  return { 'application/json': { schema } };
}

function pathParameters({ path }: Operation): OpenApiOperation['parameters'] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Operation, describe: Describe): OpenApiOperation['parameters'] {
  if (!query) return [];
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: describe(schema, 'input'),
  }));
}
