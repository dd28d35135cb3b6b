import type { App, Red, ServiceDetail } from '../../../api/contract';

/**
 * Requests of one release. Many apps send a version of their own, which is not the release's: then its
 * instances tell, whose names bear its number. Their p95 cannot be added; the highest is taken.
 */
export function releaseRed(
  app: App,
  { number, version }: App['releases'][number],
  detail: ServiceDetail,
): Red | undefined {
  const told = detail.versions.find((v) => v.key === version)?.red;
  if (told) return told;
  const own = detail.instances
    .filter((i) => i.key.startsWith(`${app.name}-r${number}-`))
    .map((i) => i.red);
  const count = own.reduce((sum, r) => sum + r.count, 0);
  if (count === 0) return undefined;
  const errors = own.reduce((sum, r) => sum + r.errors, 0);
  return {
    count,
    errors,
    rate: own.reduce((sum, r) => sum + r.rate, 0),
    error_ratio: errors / count,
    avg_ms: null,
    p50_ms: null,
    p95_ms: Math.max(...own.map((r) => r.p95_ms ?? 0)),
    p99_ms: null,
  };
}
