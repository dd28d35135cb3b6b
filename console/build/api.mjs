// Writes src/api/contract.ts from the server's openapi.yaml, so that the console can only ask what
// the contract offers and only read what it promises. The build renews it; a test fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { format } from 'prettier';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const CONTRACT = here('../../server/src/main/resources/openapi.yaml');
export const TARGET = here('../src/api/contract.ts');

/** The TypeScript text for the contract. */
export async function generate() {
  const doc = parse(readFileSync(CONTRACT, 'utf8'));
  const { schemas, parameters, responses } = doc.components;
  const name = (ref) => ref.split('/').pop();

  const key = (k) => (/^[A-Za-z_]\w*$/.test(k) ? k : JSON.stringify(k));

  function type(s) {
    if (!s) return 'unknown';
    if (s.$ref) return name(s.$ref);
    if (s.anyOf) return s.anyOf.map(type).join(' | ');
    if (s.enum) return s.enum.map((v) => JSON.stringify(v)).join(' | ');
    if (Array.isArray(s.type)) return s.type.map((t) => type({ ...s, type: t })).join(' | ');
    switch (s.type) {
      case 'string':
        return 'string';
      case 'integer':
      case 'number':
        return 'number';
      case 'boolean':
        return 'boolean';
      case 'null':
        return 'null';
      case 'array':
        return `Array<${type(s.items)}>`;
      case 'object':
        return object(s);
      default:
        return 'unknown';
    }
  }

  function object(s) {
    const extra = s.additionalProperties;
    if (!s.properties) {
      return `Record<string, ${extra && extra !== true ? type(extra) : 'unknown'}>`;
    }
    const required = new Set(s.required ?? []);
    const fields = Object.entries(s.properties).map(([k, p]) => {
      const doc = p.description ? `/** ${p.description.replaceAll('*/', '')} */\n` : '';
      return `${doc}${key(k)}${required.has(k) ? '' : '?'}: ${type(p)};`;
    });
    return `{\n${fields.join('\n')}\n}`;
  }

  const out = [
    '// Written by build/api.mjs from server/src/main/resources/openapi.yaml; `npm run api` renews it.',
  ];
  for (const [n, s] of Object.entries(schemas)) {
    if (s.description) out.push(`/** ${s.description} */`);
    out.push(
      s.type === 'object' && s.properties
        ? `export interface ${n} ${object(s)}`
        : `export type ${n} = ${type(s)};`,
    );
  }

  const operations = [];
  const routes = [];
  for (const [path, methods] of Object.entries(doc.paths)) {
    for (const [method, op] of Object.entries(methods)) {
      const params = (op.parameters ?? []).map((p) => (p.$ref ? parameters[name(p.$ref)] : p));
      const fields = params.map(
        (p) =>
          `${key(p.name)}${p.required ? '' : '?'}: ${type(p.schema)}${p.required ? '' : ' | undefined'};`,
      );
      const body = op.requestBody?.content?.['application/json']?.schema;
      const ok = Object.entries(op.responses).find(([code]) => code.startsWith('2'))[1];
      const answer = (ok.$ref ? responses[name(ok.$ref)] : ok).content?.['application/json']
        ?.schema;
      operations.push(
        `${op.operationId}: { params: ${fields.length ? `{${fields.join(' ')}}` : 'Record<never, never>'}; body: ${body ? type(body) : 'undefined'}; answer: ${answer ? type(answer) : 'undefined'} };`,
      );
      routes.push(`${op.operationId}: ['${method.toUpperCase()}', '${path}'],`);
    }
  }
  out.push(`export interface Operations {\n${operations.join('\n')}\n}`);
  out.push(
    `export const routes = {\n${routes.join('\n')}\n} as const satisfies Record<keyof Operations, readonly [string, string]>;`,
  );
  return format(out.join('\n\n'), {
    parser: 'typescript',
    singleQuote: true,
    printWidth: 100,
    semi: true,
  });
}

/** Writes contract.ts anew where openapi.yaml says something else by now. */
export async function renew() {
  const text = await generate();
  if (readFileSync(TARGET, 'utf8') === text) return;
  writeFileSync(TARGET, text);
  console.log('console: src/api/contract.ts renewed from openapi.yaml; commit it');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await renew();
