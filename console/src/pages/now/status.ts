import type { Overview, ServiceSummary } from '../../api/contract';
import { healthOf, type Health } from '../../ui/health';
import { byAttention } from './attention';

/** What the first line of Now says, before it is put into words. */
export interface Status {
  kind: 'ok' | 'failing' | 'attention' | 'slower' | 'quiet' | 'silent';
  health: Health;
  /** the app the sentence is about */
  about: ServiceSummary | null;
  /** how many more are failing */
  more: number;
}

/** One sentence for the whole system: the worst app where one is not well, else that all is. */
export function statusOf(overview: Overview, services: readonly ServiceSummary[]): Status {
  const first = byAttention(services)[0] ?? null;
  const health = first ? healthOf(first.red, first.previous) : 'idle';
  if (!first && !overview.spans && !overview.logs && !overview.metric_points) {
    return { kind: 'silent', health: 'idle', about: null, more: 0 };
  }
  if (health === 'bad') {
    const failing = services.filter((s) => healthOf(s.red, s.previous) === 'bad').length;
    return { kind: 'failing', health, about: first, more: failing - 1 };
  }
  if (health === 'warn' && first) {
    const kind = first.red.error_ratio >= 0.01 ? 'attention' : 'slower';
    return { kind, health, about: first, more: 0 };
  }
  if (services.every((s) => s.red.count === 0) && overview.red.count === 0) {
    return { kind: 'quiet', health: 'idle', about: null, more: 0 };
  }
  return { kind: 'ok', health: 'ok', about: null, more: 0 };
}
