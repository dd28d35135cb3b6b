import type { ServiceSummary } from '../../api/contract';
import { healthOf, weightOf } from '../../ui/health';

/**
 * Those that need attention first: by health, then by the share of errors. Apps that are well stay in
 * the order of their names, so that tiles do not change places with every small change of rate.
 */
export function byAttention(services: readonly ServiceSummary[]): ServiceSummary[] {
  const weight = (s: ServiceSummary) => weightOf(healthOf(s.red, s.previous));
  return [...services].sort((a, b) => {
    const w = weight(b) - weight(a);
    if (w !== 0) return w;
    const e = weight(a) >= 2 ? b.red.error_ratio - a.red.error_ratio : 0;
    return e !== 0 ? e : a.service.localeCompare(b.service);
  });
}
