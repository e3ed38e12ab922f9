import { html, raw } from 'hono/html';
import type { OpenApi, OpenApiOperation } from './openapi.ts';

type Schemas = Record<string, unknown>;

type Schema = {
  type?: string;
  $ref?: string;
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  maxLength?: number;
};

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c1e26, #e8e9ee); --muted: light-dark(#636877, #9aa0b0);
  --line: light-dark(#1c1e261a, #e8e9ee1a); --raised: light-dark(#f6f6f8, #1d1f27); --accent: light-dark(#1d4ed8, #8fb2ff); }
body { margin: 0 auto; max-width: 860px; padding: 32px 16px 96px; font: 14px/1.5 system-ui, sans-serif; color: var(--ink);
  background: light-dark(#fff, #14151b); }
h1 { font-size: 28px; margin: 0 0 4px; } h2 { font-size: 20px; margin: 48px 0 12px; }
p, dd { color: var(--muted); } a { color: var(--accent); } code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 16px 0; }
details { border: 1px solid var(--line); border-radius: 12px; margin: 8px 0; } details[open] { background: var(--raised); }
summary { display: flex; flex-wrap: wrap; gap: 4px 12px; padding: 10px 12px; cursor: pointer; align-items: baseline; }
summary b { min-width: 56px; font: 600 13px ui-monospace, monospace; color: var(--accent); } summary span { color: var(--muted); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
section { padding: 0 12px 12px; } h3 { font-size: 13px; margin: 12px 0 4px; } ul { margin: 0; padding-left: 20px; } li { margin: 2px 0; }
i { font-style: normal; color: var(--muted); }`;

/** The API's description as a page that needs no script: each route with who may call it, what goes in and out. */
export function docsPage(document: OpenApi) {
  const { schemas } = document.components;
  const routes = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title} API</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <h1>${document.info.title} API</h1>
        <p>
          JSON over HTTPS, under <code>${document.servers[0]?.url ?? '/api'}</code>. Made from the schemas
          that validate every request; for machines: <a href="/api/openapi.json">openapi.json</a>.
        </p>
        <nav aria-label="Groups">
          ${document.tags.map(({ name }) => html`<a href="#${slug(name)}">${name}</a>`)}
        </nav>
        ${document.tags.map(
          ({ name }) =>
            html`<h2 id="${slug(name)}">${name}</h2>
              ${routes.filter(({ operation }) => operation.tags.includes(name)).map((route) => routeEntry(route, schemas))}`,
        )}
      </body>
    </html>`;
}

type Route = { path: string; method: string; operation: OpenApiOperation };

function routeEntry({ path, method, operation }: Route, schemas: Schemas) {
  const show = (schema: unknown) => fields(asSchema(schema), schemas);
  const body = operation.requestBody?.content['application/json']?.schema;
  return html`<details>
    <summary><b>${method.toUpperCase()}</b><code>${path}</code><span>${operation.summary}</span></summary>
    <section>
      <h3>Who</h3>
      ${operation.description}
      ${
        operation.parameters.length > 0
          ? html`<h3>Parameters</h3>
              <ul>
                ${operation.parameters.map(
                  (parameter) =>
                    html`<li>
                      <code>${parameter.name}</code>
                      <i
                        >${parameter.in},
                        ${describeType(asSchema(parameter.schema))}${parameter.required ? '' : ', optional'}</i
                      >
                    </li>`,
                )}
              </ul>`
          : ''
      }
      ${
        body
          ? html`<h3>Body</h3>
              ${show(body)}`
          : ''
      }
      ${Object.entries(operation.responses)
        .filter(([status]) => status !== 'default')
        .map(
          ([status, { content }]) =>
            html`<h3>${status}</h3>
              ${Object.entries(content).map(([type, { schema }]) =>
                type === 'application/json' ? show(schema) : html`<i>${type}</i>`,
              )}`,
        )}
    </section>
  </details>`;
}

function fields(given: Schema, schemas: Schemas): ReturnType<typeof html> | string {
  const schema = resolved(given, schemas);
  const variants = (schema.oneOf ?? schema.anyOf)?.map((variant) => resolved(variant, schemas));
  if (variants?.some(({ properties }) => properties)) {
    return html`${variants.map((variant) => html`${fields(variant, schemas)}`)}`;
  }
  const inner = schema.type === 'array' && schema.items ? resolved(schema.items, schemas) : schema;
  if (!inner.properties) return html`<i>${describeType(schema)}</i>`;
  return html`<ul>
    ${Object.entries(inner.properties).map(([name, field]) => {
      const { properties, items } = resolved(field, schemas);
      const isNested = Boolean(properties ?? (items && resolved(items, schemas).properties));
      return html`<li>
        <code>${name}</code>
        <i>${describeType(field)}${inner.required?.includes(name) ? '' : ', optional'}</i>
        ${field.description ?? ''} ${isNested ? fields(field, schemas) : ''}
      </li>`;
    })}
  </ul>`;
}

function resolved(schema: Schema, schemas: Schemas): Schema {
  return schema.$ref ? asSchema(schemas[nameOf(schema.$ref)]) : schema;
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function describeType(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants) return variants.map(describeType).join(' or ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'array') return `list of ${schema.items ? describeType(schema.items) : 'anything'}`;
  const size =
    schema.type === 'string' && schema.maxLength ? ` of at most ${schema.maxLength} characters` : '';
  return `${schema.format ?? schema.type ?? 'anything'}${size}`;
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? value : {};
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/\W+/g, '-');
}
