import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = new URL('../src', import.meta.url).pathname;
const IMPORT = /(?:^|\n)(?:import|export)\s[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g;

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap((m) => {
    const path = join(dirname(file), m[1] ?? m[2] ?? '');
    return [`${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find((p) => existsSync(p)) ?? [];
  });
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.tsx?$/.test(f))
  .map((f) => join(SRC, f));

test('no file imports itself by way of others, not even its types', () => {
  const graph = new Map(files.map((f) => [f, importsOf(f)]));
  expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, way: string[]) => {
    const at = way.indexOf(file);
    if (at >= 0) {
      cycles.push([...way.slice(at), file].map((f) => f.slice(SRC.length + 1)).join(' → '));
      return;
    }
    if (done.has(file)) return;
    (graph.get(file) ?? []).forEach((next) => walk(next, [...way, file]));
    done.add(file);
  };
  files.forEach((f) => walk(f, []));
  expect(cycles).toEqual([]);
});
