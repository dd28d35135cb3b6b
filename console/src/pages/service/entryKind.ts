import type { Operation } from '../../api/contract';

/**
 * The span kind that a trace search must ask for to find the requests the heat map counts: entries
 * are SERVER and CONSUMER spans. Where an app has both, the search is left open.
 */
export function entryKind(operations: readonly Operation[], operation?: string) {
  const kinds = new Set(
    operations.filter((o) => !operation || o.operation === operation).map((o) => o.kind),
  );
  const [only] = kinds;
  return kinds.size === 1 && (only === 'server' || only === 'consumer') ? only : undefined;
}
