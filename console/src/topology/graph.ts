/** What the layout needs to know: names of nodes, and who calls whom. */
export interface Shape {
  nodes: readonly string[];
  edges: readonly { from: string; to: string }[];
}

/** Edges with both ends known, self-calls and doubles left out, in a fixed order. */
export function cleanEdges({ nodes, edges }: Shape): [string, string][] {
  const known = new Set(nodes);
  const seen = new Set<string>();
  const out: [string, string][] = [];
  for (const { from, to } of edges) {
    const key = `${from}\0${to}`;
    if (from === to || !known.has(from) || !known.has(to) || seen.has(key)) continue;
    seen.add(key);
    out.push([from, to]);
  }
  return out.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

/**
 * Turns the edges round that close a cycle, so that layers exist. Depth first from the nodes nobody
 * calls: those are where traffic enters.
 */
export function withoutCycles(nodes: readonly string[], edges: [string, string][]) {
  const out = new Map<string, string[]>(nodes.map((n) => [n, []]));
  const called = new Set(edges.map(([, to]) => to));
  edges.forEach(([from, to]) => out.get(from)?.push(to));
  const state = new Map<string, 'open' | 'done'>();
  const result: [string, string][] = [];
  const visit = (node: string) => {
    state.set(node, 'open');
    for (const next of out.get(node) ?? []) {
      if (state.get(next) === 'open') {
        result.push([next, node]);
      } else {
        result.push([node, next]);
        if (!state.has(next)) visit(next);
      }
    }
    state.set(node, 'done');
  };
  const starts = [...nodes].sort((a, b) => Number(called.has(a)) - Number(called.has(b)));
  starts.forEach((n) => state.has(n) || visit(n));
  return result;
}

/** Layer of every node: one more than the highest of its callers. */
export function layersOf(nodes: readonly string[], edges: [string, string][]): Map<string, number> {
  const layer = new Map<string, number>(nodes.map((n) => [n, 0]));
  // No cycles are left, so the longest path is found after at most one round per node.
  for (let round = 0, moved = true; moved && round <= nodes.length; round++) {
    moved = false;
    for (const [from, to] of edges) {
      const below = (layer.get(from) ?? 0) + 1;
      if ((layer.get(to) ?? 0) < below) {
        layer.set(to, below);
        moved = true;
      }
    }
  }
  return layer;
}
