import { spawnSync } from 'node:child_process';
import { ROOT } from './stamp.mjs';

/** Runs a command in console/ and ends this process with its code where it fails. */
export function run(command, ...args) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) {
    console.error(
      `console: cannot run ${command}: ${error.message}. Is Node.js 20.19 or later installed?`,
    );
    process.exit(1);
  }
  if (status !== 0) process.exit(status ?? 1);
}
