import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder console/. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

function filesOf(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

/** SHA-256 over names and bytes of these files and folders (relative to console/). */
export function hashOf(...paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesOf)) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

const fileOf = (name) => join(ROOT, 'target', `${name}.stamp`);

/** Whether the work called `name` was last done on exactly this input. */
export function isDone(name, hash) {
  const file = fileOf(name);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

export function done(name, hash) {
  mkdirSync(dirname(fileOf(name)), { recursive: true });
  writeFileSync(fileOf(name), hash);
}
