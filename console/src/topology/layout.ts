import { cleanEdges, layersOf, withoutCycles, type Shape } from './graph';
import { order, type Cell, type Layers } from './order';
import { place } from './place';

export interface Point {
  x: number;
  y: number;
}

export interface Layout {
  width: number;
  height: number;
  /** left upper corner of each node */
  nodes: Map<string, Point>;
  /** points an edge passes, from the caller's side to the callee's; keyed `from\0to` */
  edges: Map<string, Point[]>;
}

export interface Measures {
  nodeWidth: number;
  nodeHeight: number;
  /** least distance between two layers, and between two nodes of one layer */
  layerGap: number;
  nodeGap: number;
  /** room there is; layers move apart to fill it */
  width: number;
}

/** Height of a virtual node: room for a line, and air on both sides. */
const VIRTUAL = 14;

/** Edges that meet at one side of a node get a place each, in the order of where they come from. */
function spread(edges: Map<string, Point[]>, nodeHeight: number): void {
  const sides = new Map<string, { end: Point; next: Point }[]>();
  for (const points of edges.values()) {
    const n = points.length;
    for (const [end, next] of [
      [points[0]!, points[1]!],
      [points[n - 1]!, points[n - 2]!],
    ] as const) {
      const key = `${end.x} ${end.y}`;
      sides.set(key, [...(sides.get(key) ?? []), { end, next }]);
    }
  }
  for (const side of sides.values()) {
    const step = Math.min(9, (nodeHeight * 0.66) / Math.max(1, side.length - 1));
    side.sort((p, q) => p.next.y - q.next.y);
    side.forEach(({ end }, i) => (end.y += (i - (side.length - 1) / 2) * step));
  }
}

/** How many layers the layout of a graph has. */
export function depthOf(shape: Shape): number {
  const nodes = [...shape.nodes].sort();
  return Math.max(0, ...layersOf(nodes, withoutCycles(nodes, cleanEdges(shape))).values()) + 1;
}

/**
 * A layered layout, left to right, in the manner of Sugiyama: cycles opened, longest-path layers,
 * barycentre ordering with virtual nodes on long edges, then nodes drawn towards their neighbours.
 * Depends on the structure alone, never on rates: live figures must not make the picture jump.
 */
export function layout(shape: Shape, m: Measures): Layout {
  const nodes = [...shape.nodes].sort();
  const clean = cleanEdges(shape);
  const acyclic = withoutCycles(nodes, clean);
  const layer = layersOf(nodes, acyclic);

  const depth = Math.max(0, ...layer.values()) + 1;
  const layers: Layers = Array.from({ length: depth }, () => []);
  const links: [string, string][] = [];
  const via = new Map<string, string[]>();
  nodes.forEach((n) => layers[layer.get(n) ?? 0]!.push(n));
  for (const [from, to] of acyclic) {
    // A long edge passes one virtual node per layer, so that it keeps clear of the real ones.
    const chain: Cell[] = [];
    for (let l = (layer.get(from) ?? 0) + 1; l < (layer.get(to) ?? 0); l++) {
      const virtual = `\u0001${from}\0${to}\0${l}`;
      layers[l]!.push(virtual);
      chain.push(virtual);
    }
    [from, ...chain].forEach((a, i) => links.push([a, chain[i] ?? to]));
    via.set(`${from}\0${to}`, chain);
  }

  order(layers, links);
  const height = (cell: Cell) => (cell.startsWith('\u0001') ? VIRTUAL : m.nodeHeight);
  const y = place(layers, links, height, m.nodeGap);

  const spare = depth > 1 ? (m.width - depth * m.nodeWidth) / (depth - 1) : 0;
  const gap = Math.max(m.layerGap, Math.min(spare, 260));
  const x = (l: number) => l * (m.nodeWidth + gap);
  const low = Math.max(0, ...[...y].map(([cell, top]) => top + height(cell)));

  const at = new Map<string, Point>(
    nodes.map((n) => [n, { x: x(layer.get(n) ?? 0), y: y.get(n) ?? 0 }]),
  );
  const edges = new Map<string, Point[]>();
  for (const [from, to] of clean) {
    const forward = via.get(`${from}\0${to}`);
    const chain = forward ?? [...(via.get(`${to}\0${from}`) ?? [])].reverse();
    const a = at.get(from)!;
    const b = at.get(to)!;
    const leftToRight = a.x <= b.x;
    // Level past the nodes of a layer it passes; it bends only in the gaps between layers.
    const middle = chain.flatMap((cell) => {
      const left = x(Number(cell.split('\0').at(-1)));
      const level = (y.get(cell) ?? 0) + VIRTUAL / 2;
      const pair = [
        { x: left, y: level },
        { x: left + m.nodeWidth, y: level },
      ];
      return leftToRight ? pair : pair.reverse();
    });
    edges.set(`${from}\0${to}`, [
      { x: leftToRight ? a.x + m.nodeWidth : a.x, y: a.y + m.nodeHeight / 2 },
      ...middle,
      { x: leftToRight ? b.x : b.x + m.nodeWidth, y: b.y + m.nodeHeight / 2 },
    ]);
  }
  spread(edges, m.nodeHeight);
  return { width: x(depth - 1) + m.nodeWidth, height: low, nodes: at, edges };
}

/** A smooth path through the points of an edge: level where it leaves and where it arrives. */
export function pathOf(points: readonly Point[]): string {
  const first = points[0];
  if (!first) return '';
  let d = `M${first.x.toFixed(1)} ${first.y.toFixed(1)}`;
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]!;
    const b = points[i]!;
    const bend = (b.x - a.x) / 2;
    const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;
    d += `C${at(a.x + bend, a.y)} ${at(b.x - bend, b.y)} ${at(b.x, b.y)}`;
  }
  return d;
}
