import type { Graph } from '../api/contract';
import type { LinkParams } from '../time/link';

type Node = Graph['nodes'][number];
type Edge = Graph['edges'][number];

/**
 * The trace search that shows the requests behind an edge: what the callee served where users call
 * it, else the calls the caller made.
 */
export function requestsBehind(edge: Edge, from: Node, to: Node): LinkParams {
  const status = edge.red.error_ratio >= 0.01 ? 'error' : undefined;
  if (from.kind !== 'service') {
    return { service: to.name, kind: from.kind === 'queue' ? 'consumer' : 'server', status };
  }
  const kind = edge.async ? 'producer' : 'client';
  const attr =
    to.kind === 'database' && to.system
      ? [`db.system.name=${to.system}`]
      : to.kind === 'queue'
        ? [`messaging.destination.name=${to.name}`]
        : undefined;
  return { service: from.name, kind, attr, status };
}
