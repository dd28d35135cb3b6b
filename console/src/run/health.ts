import type { App } from '../api/contract';
import type { Health } from '../ui/health';

/**
 * Health of what runs: failing where requests cannot be served, in need of attention where fewer run
 * than wanted. An app that starts for the first time has failed only once an instance has ended.
 */
export function runHealth(app: App): Health {
  if (app.phase === 'asleep' || app.phase === 'deleting' || app.wanted === 0) return 'idle';
  if (app.ready === 0) {
    const first = app.release === 0 && !app.failed && !app.instances.some((i) => i.exit);
    return first ? 'warn' : 'bad';
  }
  if (app.failed) return 'warn';
  return app.phase === 'degraded' ? 'warn' : 'ok';
}
