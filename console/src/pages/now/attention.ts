import type { ServiceSummary } from '../../api/contract';
import { stateOf, weightOf } from '../../ui/health';

/**
 * Those that need attention first: by health, then by the share of errors. Apps that are well stay in
 * the order of their names, so that tiles do not change places with every small change of rate.
 */
export function byAttention(services: readonly ServiceSummary[]): ServiceSummary[] {
  const states = new Map(services.map((s) => [s, stateOf(s)]));
  return [...services].sort((a, b) => {
    const x = states.get(a)!;
    const y = states.get(b)!;
    const w = weightOf(y.health) - weightOf(x.health);
    if (w !== 0) return w;
    const e = weightOf(x.health) >= 2 ? y.red.error_ratio - x.red.error_ratio : 0;
    return e !== 0 ? e : a.service.localeCompare(b.service);
  });
}
