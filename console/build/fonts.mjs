// The console's face, Pretendard, cut so that a first page needs two small files: Latin with figures
// and signs, and the Hangul of our own messages. Every other syllable (names, logs) comes from the
// package's own slices, when a page shows one. Writes target/fonts; does nothing where nothing changed.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { done, hashOf, isDone, ROOT } from './stamp.mjs';

const OUT = join(ROOT, 'target/fonts');
const PACKAGE = join(ROOT, 'node_modules/pretendard/dist');
// Pretendard's name is reserved (OFL 1.1); a cut of it goes by another one.
const FAMILY = 'Console Sans';

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;

/** Printable ASCII and Latin-1, and the signs that numbers, times and sentences are set with. */
function latin() {
  const codes = [];
  for (let c = 0x20; c < 0x7f; c++) codes.push(c);
  for (let c = 0xa0; c < 0x180; c++) codes.push(c);
  return String.fromCodePoint(...codes) + '–—‘’“”…·•→←↑↓×÷≤≥≈µ▲▼□°‰€₩①②③';
}

/** The Hangul of src/i18n/ko, and of the names of units and languages in the code. */
function hangul() {
  const folder = join(ROOT, 'src/i18n/ko');
  const text = readdirSync(folder).map((f) => readFileSync(join(folder, f), 'utf8'));
  // Times, dates and particles that Intl and i18next put together.
  const more = '한국어년월일시분초전후오전오후지난다음어제오늘내일만억조을를이가은는과와로';
  return [...new Set([...text.join(''), ...more])]
    .filter((c) => HANGUL.test(c))
    .sort()
    .join('');
}

const range = (text) =>
  [...new Set(text)].map((c) => `U+${c.codePointAt(0).toString(16).toUpperCase()}`).join(',');

/** Our two slices, and the package's for everything else. */
export async function fonts() {
  const input = hashOf('src/i18n/ko', 'build/fonts.mjs', 'package-lock.json');
  if (existsSync(join(OUT, 'fonts.css')) && isDone('fonts', input)) return;
  mkdirSync(OUT, { recursive: true });
  const ttf = readFileSync(join(PACKAGE, 'public/variable/PretendardVariable.ttf'));
  const own = [];
  for (const [name, text] of [
    ['latin', latin()],
    ['korean', hangul()],
  ]) {
    const woff2 = await subsetFont(ttf, text, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 700, default: 400 } },
    });
    writeFileSync(join(OUT, `${name}.woff2`), woff2);
    own.push(
      `@font-face{font-family:'${FAMILY}';font-style:normal;font-weight:400 700;font-display:swap;` +
        `src:url('./${name}.woff2') format('woff2');unicode-range:${range(text)}}`,
    );
  }
  const slices = readFileSync(
    join(PACKAGE, 'web/variable/pretendardvariable-dynamic-subset.css'),
    'utf8',
  ).replaceAll(
    './woff2-dynamic-subset/',
    '../../node_modules/pretendard/dist/web/variable/woff2-dynamic-subset/',
  );
  writeFileSync(join(OUT, 'fonts.css'), `${slices}\n${own.join('\n')}\n`);
  done('fonts', input);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await fonts();
