import type { App } from '../api/contract';
import type { Health } from '../ui/health';

/** Health of what runs: failing where requests cannot be served, in need of attention where fewer run than wanted. */
export function runHealth(app: App): Health {
  if (app.phase === 'asleep' || app.phase === 'deleting' || app.wanted === 0) return 'idle';
  if (app.ready === 0) return app.release === 0 && !app.failed ? 'warn' : 'bad';
  if (app.failed) return 'warn';
  return app.phase === 'degraded' ? 'warn' : 'ok';
}
