// How fast the built console is in a real Chromium: node build/measure.mjs URL TOKEN [RUNS]
// URL is a running platform with data (./cop demo), TOKEN the content of admin.token in its data
// folder. CHROMIUM names the browser where it is not /usr/bin/chromium.
import { chromium } from 'playwright-core';

const [url, token, runs = '20'] = process.argv.slice(2);
if (!url || !token) {
  console.error('Usage: node build/measure.mjs URL TOKEN [RUNS]');
  process.exit(2);
}

// Where to go by which link, and what must be on screen before it counts as arrived.
const PLACES = [
  ['Apps', 'nav a[href^="/apps"]', '.cop-table__row'],
  ['an app', '.cop-table__row a[href^="/apps/"]', '.cop-story .u-wrap canvas'],
  ['Traces', 'nav a[href^="/traces"]', '.cop-rowlink'],
  ['Logs', 'nav a[href^="/logs"]', '.cop-logs__histogram rect'],
  ['Metrics', 'nav a[href^="/metrics"]', '.cop-table__row'],
  ['Platform', 'nav a[href^="/platform"]', '.cop-plain td'],
  ['Now', 'nav a[href^="/?"]', '.cop-topo__node'],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

// Signed in once: signing in is limited in number.
const first = await browser.newContext();
const answer = await first.request.post(`${url}/api/v1/session`, { data: { token } });
if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`);
const storageState = await first.storageState();

/** A browser that has never been here and has nothing cached, signed in. */
const visitor = () => browser.newContext({ viewport: { width: 1280, height: 900 }, storageState });

function report(name, times) {
  const t = [...times].sort((a, b) => a - b);
  const ms = (share) => `${Math.round(t[Math.min(t.length - 1, Math.floor(share * t.length))])} ms`;
  console.log(`${name.padEnd(36)} median ${ms(0.5)}, 90 % within ${ms(0.9)}, ${t.length} runs`);
}

const loaded = [];
const painted = [];
for (let i = 0; i < Number(runs); i++) {
  const context = await visitor();
  const page = await context.newPage();
  await page.goto(`${url}/?from=now-15m&to=now`, { waitUntil: 'commit' });
  await page.waitForSelector('.cop-topo__node', { timeout: 30_000 });
  const [now, paint] = await page.evaluate(() => [
    performance.now(),
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  ]);
  loaded.push(now);
  painted.push(paint);
  await context.close();
}
report('first load, until the topology', loaded);
report('first load, first paint', painted);

const context = await visitor();
const page = await context.newPage();
await page.goto(`${url}/?from=now-15m&to=now`);
await page.waitForSelector('.cop-topo__node');
const went = new Map(PLACES.map(([name]) => [name, []]));
for (let i = 0; i < Number(runs); i++) {
  for (const [name, link, sign] of PLACES) {
    await page.waitForSelector(link);
    await page.waitForTimeout(200);
    const took = await page.evaluate(
      async ([from, to]) => {
        const start = performance.now();
        const before = new Set(document.querySelectorAll(to));
        document.querySelector(from).click();
        for (;;) {
          await new Promise((done) => requestAnimationFrame(done));
          const here = [...document.querySelectorAll(to)].some((e) => !before.has(e));
          if (here || performance.now() - start > 10_000) return performance.now() - start;
        }
      },
      [link, sign],
    );
    went.get(name).push(took);
  }
}
for (const [name, times] of went) report(`to ${name}`, times);
await browser.close();
