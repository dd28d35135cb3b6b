import type { App, Change, Graph, ServiceSummary } from '../api/contract';
import { stateOf, weightOf, worse, type Health } from '../ui/health';
import { byAttention } from '../pages/now/attention';
import { runHealth } from './health';

/** One app: what its telemetry tells, what runs here, or both. */
export interface AppRow {
  name: string;
  seen: ServiceSummary | undefined;
  app: App | undefined;
  health: Health;
  /** instances the platform replaced in the range */
  restarts: number;
}

/** COP-31xx: an instance was replaced. A restart somebody asked for of the whole app is another number. */
const REPLACED = /^COP-31\d\d$/;

function restartsOf(changes: readonly Change[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id, service } of changes) {
    if (service && id && REPLACED.test(id)) counts.set(service, (counts.get(service) ?? 0) + 1);
  }
  return counts;
}

/** Apps that run here and those that only send telemetry as one list, those in need of attention first. */
export function rowsOf(
  services: readonly ServiceSummary[],
  apps: readonly App[],
  changes: readonly Change[],
  graph?: Graph,
): AppRow[] {
  const restarts = restartsOf(changes);
  const order = new Map(byAttention(services, graph).map((s, i) => [s.service, i]));
  const seen = new Map(services.map((s) => [s.service, s]));
  const run = new Map(apps.map((a) => [a.name, a]));
  const rows = [...new Set([...seen.keys(), ...run.keys()])].map<AppRow>((name) => {
    const service = seen.get(name);
    const app = run.get(name);
    const told = service ? stateOf(service).health : 'idle';
    const health = app ? worse(told, runHealth(app)) : told;
    return { name, seen: service, app, health, restarts: restarts.get(name) ?? 0 };
  });
  return rows.sort((a, b) => {
    const weight = weightOf(b.health) - weightOf(a.health);
    if (weight !== 0) return weight;
    // Where none can serve there is no doubt; errors and slowness may be somebody else's.
    const place = (r: AppRow) => {
      if (weightOf(r.health) < 2) return 0;
      return r.app && runHealth(r.app) === r.health ? -1 : (order.get(r.name) ?? 0);
    };
    return place(a) - place(b) || a.name.localeCompare(b.name);
  });
}
