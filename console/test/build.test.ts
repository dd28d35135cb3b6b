import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { usedTokens } from '../build/tokens.mjs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, { dev?: boolean; license?: string; resolved?: string }>;
};

test('package-lock.json names no registry', () => {
  const resolved = Object.entries(lock.packages).filter(([, p]) => p.resolved !== undefined);
  expect(resolved).toEqual([]);
});

test('what the console ships is under licences that allow it', () => {
  const allowed = /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|OFL-1\.1)$/;
  const others = Object.entries(lock.packages)
    .filter(([name, p]) => name !== '' && !p.dev && !allowed.test(p.license ?? ''))
    .map(([name, p]) => `${name}: ${p.license}`);
  expect(others).toEqual([]);
});

test('a token is kept when a rule needs it, through other tokens too, in any theme', () => {
  const css =
    ':root{--pf-t--a:var(--pf-t--b);--pf-t--b:1px;--pf-t--c:2px}.dark{--pf-t--a:var(--pf-t--d);--pf-t--d:3px}p{top:var(--pf-t--a)}';
  expect([...usedTokens([css])].sort()).toEqual(['--pf-t--a', '--pf-t--b', '--pf-t--d']);
});
