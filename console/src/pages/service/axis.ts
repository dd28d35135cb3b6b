import type { ServiceDetail } from '../../api/contract';
import type { TimeSpan } from '../../ui/chartTypes';

/** The time axis of an app's page: every step of its answer, the one just begun too. */
export function axisOf({ series, step_s }: ServiceDetail): TimeSpan | undefined {
  const first = series[0];
  const last = series.at(-1);
  if (!first || !last) return undefined;
  return { from: Date.parse(first.time), to: Date.parse(last.time) + step_s * 1000 };
}

/** The charts of an app's page share the pointer under this name. */
export const groupOf = (detail: ServiceDetail) => `story ${detail.service}`;
