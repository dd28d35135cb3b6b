import type { Graph } from '../api/contract';
import { callHealth, healthOf, type Health } from '../ui/health';

export type Edge = Graph['edges'][number];
export type Node = Graph['nodes'][number];

/** Whether an edge is nothing but somebody asking whether the service is well. */
export function onlyChecks(edge: Edge): boolean {
  return edge.red.count > 0 && (edge.health_checks ?? 0) >= edge.red.count;
}

/** The graph without what only health checks connect. */
export function withoutChecks(graph: Graph): Graph {
  const edges = graph.edges.filter((e) => !onlyChecks(e));
  const users = new Set(edges.map((e) => e.from));
  return {
    ...graph,
    edges,
    nodes: graph.nodes.filter((n) => n.kind !== 'user' || users.has(n.id)),
  };
}

/** Health of a node: of a service as it is known by name, else by the graph's own figures. */
export function nodeHealth(node: Node | undefined, known?: ReadonlyMap<string, Health>): Health {
  if (node?.kind !== 'service') return 'idle';
  return known?.get(node.name) ?? healthOf(node.red);
}

/** Health of each edge of a graph, in its order. */
export function edgeHealth(graph: Graph, known?: ReadonlyMap<string, Health>): Health[] {
  const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
  return graph.edges.map((e) =>
    callHealth(e.red, nodeHealth(nodes.get(e.from), known), nodeHealth(nodes.get(e.to), known)),
  );
}

/** The same name with places where it may be broken into lines. */
export function breakable(name: string): string {
  return name.replace(/([.:/|_@-]+)/g, '$1\u200b');
}
