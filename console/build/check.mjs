// What must hold before the console may be packed: types, lint, format, tests.
import { install } from './install.mjs';
import { run } from './run.mjs';
import { done, hashOf, isDone } from './stamp.mjs';

const input = hashOf(
  'src',
  'test',
  'build',
  'index.html',
  'vite.config.ts',
  'eslint.config.js',
  'tsconfig.json',
  'package-lock.json',
  '../server/src/main/resources/openapi.yaml',
);
if (isDone('check', input)) process.exit(0);

install();
run('node', 'node_modules/typescript/bin/tsc', '--noEmit');
run('node', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.');
run('node', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.');
run('node', 'node_modules/vitest/vitest.mjs', 'run', '--silent', '--reporter=dot');
done('check', input);
