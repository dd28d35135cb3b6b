import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { done, hashOf, isDone, ROOT } from './stamp.mjs';

/** `npm ci`, unless node_modules already holds exactly what package-lock.json says. */
export function install() {
  const lock = hashOf('package.json', 'package-lock.json', '.npmrc');
  if (existsSync(join(ROOT, 'node_modules', 'vite')) && isDone('install', lock)) return;
  run('npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
  done('install', lock);
}
