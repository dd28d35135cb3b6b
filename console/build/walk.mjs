// Walks every page and every tab of every app of a running platform in a real Chromium, in both
// languages and both themes: node build/walk.mjs URL TOKEN [FOLDER for screenshots]
// It fails on a violation of the content policy, on an error in the browser's console, on a page that
// is wider than its window, and on one that says it broke. CHROMIUM names the browser.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [url, token, folder] = process.argv.slice(2);
if (!url || !token) {
  console.error('Usage: node build/walk.mjs URL TOKEN [FOLDER]');
  process.exit(2);
}
if (folder) mkdirSync(folder, { recursive: true });

const RANGE = 'from=now-15m&to=now';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const first = await browser.newContext();
const answer = await first.request.post(`${url}/api/v1/session`, { data: { token } });
if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`);
const storageState = await first.storageState();

const get = async (path) => (await first.request.get(`${url}/api/v1/${path}`)).json();
const run = await get('apps').then((a) => a.apps?.map((app) => app.name) ?? []);
const seen = await get(`services?${RANGE}`).then((s) => s.services.map((one) => one.service));
const all = [...new Set([...run, ...seen])];
/** Only apps whose sessions are in a grid have a tab of them. */
const clustered = [];
for (const app of all) {
  const found = await first.request.get(`${url}/api/v1/apps/${encodeURIComponent(app)}/sessions`);
  if (found.ok()) clustered.push(app);
}
const RUN = ['releases', 'scaling', 'routes'];
const TELEMETRY = [
  'transactions',
  'operations',
  'instances',
  'logs',
  'calls',
  'changes',
  'details',
];
const paths = [
  ...['/', '/apps', '/traces', '/logs', '/logs/live', '/logs/patterns', '/metrics', '/platform'],
  ...all.flatMap((app) => [
    `/apps/${app}`,
    ...[
      ...TELEMETRY,
      ...(run.includes(app) ? RUN : ['versions']),
      ...(clustered.includes(app) ? ['sessions'] : []),
    ].map((t) => `/apps/${app}/${t}`),
  ]),
];

const problems = [];

async function walk(lang, theme) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    storageState,
  });
  await context.addInitScript(
    ([l, t]) => {
      localStorage.setItem('cop.language', l);
      localStorage.setItem('cop.theme', t);
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (e) =>
        window.violations.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`),
      );
    },
    [lang, theme],
  );
  const page = await context.newPage();
  let errors = [];
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => {
    // That an app does not run here, or was not seen in the range, is answered with 404.
    if (m.type() === 'error' && !/status of (404|501)/.test(m.text())) errors.push(m.text());
  });
  for (const path of paths) {
    errors = [];
    await page.goto(`${url}${path}?${RANGE}`, { waitUntil: 'load' });
    await page.waitForFunction(() => !document.querySelector('.cop-skeleton'), null, {
      timeout: 20_000,
    });
    await page.waitForTimeout(150);
    await hover(page);
    const [violations, wide, broke] = await page.evaluate(() => [
      window.violations,
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      document.querySelector('.cop-problem h2')?.textContent ?? '',
    ]);
    const at = `${path} ${lang} ${theme}`;
    for (const v of violations) problems.push(`${at}: content policy: ${v}`);
    for (const e of errors) problems.push(`${at}: console: ${e}`);
    if (wide > 0) problems.push(`${at}: ${wide} px wider than the window`);
    if (broke) problems.push(`${at}: ${broke}`);
    if (folder) {
      const name = `${path.replaceAll('/', '_')}-${lang}-${theme}.png`;
      await page.screenshot({ path: join(folder, name), fullPage: true });
    }
  }
  await context.close();
}

/** Tooltips, flags and rows set styles too. */
async function hover(page) {
  for (const what of ['.cop-flag', '.u-over', '.cop-table__row', '.cop-heat canvas']) {
    const found = page.locator(what).first();
    if (await found.isVisible().catch(() => false)) {
      await found.hover({ timeout: 2_000, force: true }).catch(() => undefined);
    }
  }
}

/** What would be seen if the policy were broken: a walk that finds nothing must be able to find something. */
async function sabotage() {
  const context = await browser.newContext({ storageState });
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (e) =>
      window.violations.push(e.effectiveDirective),
    );
  });
  const page = await context.newPage();
  await page.goto(`${url}/apps?${RANGE}`, { waitUntil: 'load' });
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.innerHTML =
      '<p style="color:red">x</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';
    document.body.append(box);
    const script = document.createElement('script');
    script.textContent = 'window.stolen = true';
    document.body.append(script);
  });
  await page.waitForTimeout(300);
  const [found, stolen] = await page.evaluate(() => [window.violations, window.stolen === true]);
  for (const directive of ['style-src-attr', 'img-src', 'script-src-elem']) {
    if (!found.includes(directive)) problems.push(`sabotage: ${directive} was not refused`);
  }
  if (stolen) problems.push('sabotage: an inline script ran');
  await context.close();
}

await sabotage();
for (const [lang, theme] of [
  ['ko', 'light'],
  ['en', 'dark'],
]) {
  await walk(lang, theme);
}
await browser.close();
console.log(
  `${paths.length} pages, ${run.length} apps that run here, ${seen.length} that send telemetry, ` +
    `${clustered.length} with sessions in a grid`,
);
problems.forEach((p) => console.log(p));
console.log(problems.length === 0 ? 'nothing found' : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
