// Builds the console into target/classes/console, precompressed; does nothing where nothing changed.
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  '../server/src/main/resources/openapi.yaml',
);
if (existsSync(join(OUT, 'index.html')) && isDone('build', input)) process.exit(0);

install();
const { renew } = await import('./api.mjs');
await renew();
const { fonts } = await import('./fonts.mjs');
await fonts();
run('node', 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
// The bundler lists the licences of what it bundles; the face is not a module and is added here.
appendFileSync(
  join(OUT, 'third-party.txt'),
  `\n## pretendard (OFL-1.1)\n\n${readFileSync(join(ROOT, 'node_modules/pretendard/dist/LICENSE.txt'), 'utf8')}`,
);
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
