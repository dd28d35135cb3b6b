import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generate, TARGET } from '../build/api.mjs';

test('src/api/contract.ts is what openapi.yaml says (npm run api renews it)', async () => {
  expect(readFileSync(TARGET, 'utf8')).toBe(await generate());
});
