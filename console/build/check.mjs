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
run('npx', '--no-install', 'tsc', '--noEmit');
run('npx', '--no-install', 'eslint', '--max-warnings', '0', '.');
run('npx', '--no-install', 'prettier', '--check', '--log-level', 'warn', '.');
run('npx', '--no-install', 'vitest', 'run', '--silent', '--reporter=dot');
done('check', input);
