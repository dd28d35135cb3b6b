import type { Graph } from '../api/contract';
import type { LinkParams } from '../time/link';

type Node = Graph['nodes'][number];
type Edge = Graph['edges'][number];

/** What is known beside the edge itself. */
export interface Around {
  /** attribute keys that spans here carry: older instrumentation names things differently */
  keys: ReadonlySet<string>;
  /** whether nobody else calls the callee */
  soleCaller: boolean;
}

/** `key=value` for the one of the keys that is in use; nothing where both are, or none. */
function condition(keys: ReadonlySet<string>, value: string, ...names: string[]): string[] {
  const used = names.filter((n) => keys.has(n));
  return used.length === 1 ? [`${used[0]}=${value}`] : [];
}

/** What the caller's spans say about whom they call. */
function peer(to: Node, keys: ReadonlySet<string>): string[] {
  switch (to.kind) {
    case 'database': {
      const system = to.system ? condition(keys, to.system, 'db.system.name', 'db.system') : [];
      const own = to.name !== to.system;
      return own ? [...system, ...condition(keys, to.name, 'db.namespace', 'db.name')] : system;
    }
    case 'queue':
      return condition(keys, to.name, 'messaging.destination.name', 'messaging.destination');
    case 'external':
      return condition(keys, to.name.replace(/^\[|]$/g, ''), 'server.address', 'net.peer.name');
    default:
      return [];
  }
}

/**
 * The trace search that shows the requests behind an edge: what the callee served where this caller
 * is its only one, else the calls the caller made, as far as its spans tell them apart.
 */
export function requestsBehind(edge: Edge, from: Node, to: Node, around: Around): LinkParams {
  const status = edge.red.error_ratio >= 0.01 ? 'error' : undefined;
  if (to.kind === 'service' && (from.kind !== 'service' || around.soleCaller)) {
    const kind = from.kind === 'queue' || edge.async ? 'consumer' : 'server';
    return { service: to.name, kind, status };
  }
  const attr = peer(to, around.keys);
  const kind = edge.async ? 'producer' : 'client';
  return { service: from.name, kind, attr: attr.length > 0 ? attr : undefined, status };
}
