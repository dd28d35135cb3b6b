// Builds the console into target/classes/console, precompressed; does nothing where nothing changed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { install } from './install.mjs';
import { run } from './run.mjs';
import { done, hashOf, isDone, ROOT } from './stamp.mjs';

const OUT = join(ROOT, 'target/classes/console');
// woff2 is compressed already.
const COMPRESSED = /\.(js|css|html|svg|json)$/;

const input = hashOf(
  'src',
  'build',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
);
if (existsSync(join(OUT, 'index.html')) && isDone('build', input)) process.exit(0);

install();
run('node', 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
for (const name of readdirSync(OUT, { recursive: true })) {
  if (!COMPRESSED.test(name)) continue;
  const file = join(OUT, name);
  const bytes = readFileSync(file);
  if (bytes.length < 512) continue;
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
}
done('build', input);
