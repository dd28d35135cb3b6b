import type { App, Graph, Overview, ServiceSummary } from '../../api/contract';
import { runHealth } from '../../run/health';
import { stateOf, type State } from '../../ui/health';
import { edgeHealth, type Edge } from '../../topology/traffic';
import { byAttention } from './attention';

/** What the first line of Now says, before it is put into words. */
export interface Status {
  kind:
    | 'ok'
    | 'down'
    | 'weak'
    | 'takenBack'
    | 'failing'
    | 'attention'
    | 'slower'
    | 'calls'
    | 'quiet'
    | 'silent';
  health: State['health'];
  /** the app the sentence is about, and the figures that show its state */
  about: { app: ServiceSummary; state: State } | null;
  /** the calls the sentence is about: all apps are well, and yet these fail */
  calls?: Edge;
  /** the app that runs here and is not as it is wanted, where the sentence is about that */
  run?: App;
  /** how many more are failing */
  more: number;
}

/** One sentence for the whole system: the worst app where one is not well, else that all is. */
export function statusOf(
  overview: Overview,
  services: readonly ServiceSummary[],
  graph?: Graph,
  apps: readonly App[] = [],
): Status {
  const down = apps.filter((a) => runHealth(a) === 'bad');
  if (down[0]) {
    return { kind: 'down', health: 'bad', about: null, run: down[0], more: down.length - 1 };
  }
  const app = byAttention(services, graph)[0];
  if (!app && !overview.spans && !overview.logs && !overview.metric_points) {
    return { kind: 'silent', health: 'idle', about: null, more: 0 };
  }
  const about = app ? { app, state: stateOf(app) } : null;
  const health = about?.state.health;
  if (health === 'bad') {
    const failing = services.filter((s) => stateOf(s).health === 'bad').length;
    return { kind: 'failing', health, about, more: failing - 1 };
  }
  if (health === 'warn' && about) {
    const kind = about.state.red.error_ratio >= 0.01 ? 'attention' : 'slower';
    return { kind, health, about, more: 0 };
  }
  const weak = apps.find((a) => a.phase === 'degraded');
  if (weak) return { kind: 'weak', health: 'warn', about: null, run: weak, more: 0 };
  const back = apps.find((a) => a.failed && runHealth(a) === 'warn');
  if (back) return { kind: 'takenBack', health: 'warn', about: null, run: back, more: 0 };
  if (services.every((s) => s.red.count === 0) && overview.red.count === 0) {
    return { kind: 'quiet', health: 'idle', about: null, more: 0 };
  }
  const calls = graph && failingCalls(graph, services);
  if (calls) return { kind: 'calls', health: 'warn', about: null, calls, more: 0 };
  return { kind: 'ok', health: 'ok', about: null, more: 0 };
}

/** Of the calls the topology marks those of which most fail. */
function failingCalls(graph: Graph, services: readonly ServiceSummary[]): Edge | undefined {
  const known = new Map(services.map((s) => [s.service, stateOf(s).health]));
  const health = edgeHealth(graph, known);
  return graph.edges
    .filter((_, i) => health[i] === 'warn' || health[i] === 'bad')
    .sort((a, b) => b.red.error_ratio - a.red.error_ratio)[0];
}
