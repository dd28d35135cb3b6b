import type { Span, Trace } from '../../../api/contract';

/** A span in its place in the trace. */
export interface Node {
  span: Span;
  /** place in reading order: a span, then what it caused, by start */
  index: number;
  depth: number;
  parent: Node | null;
  children: Node[];
  /** spans of this subtree, this one included */
  size: number;
  /** failed spans below this one */
  errorsBelow: number;
  /** end, ms from the start of the trace */
  end: number;
  /** names a parent that the trace does not hold */
  orphan: boolean;
}

export interface TraceModel {
  trace: Trace;
  /** every span, in reading order */
  nodes: Node[];
  byId: Map<string, Node>;
  /** services in the order they first appear */
  services: string[];
  /** ms from the first start to the last end */
  length: number;
  errors: number;
  orphans: number;
}

export const isError = (node: Node) => node.span.status === 'error';

function byStart(a: Node, b: Node): number {
  return a.span.start_ms - b.span.start_ms || b.span.duration_ms - a.span.duration_ms;
}

function nodeOf(span: Span): Node {
  const end = span.start_ms + span.duration_ms;
  const rest = { parent: null, children: [], size: 1, errorsBelow: 0, orphan: false };
  return { span, index: 0, depth: 0, end, ...rest };
}

/**
 * The spans as trees. Telemetry may be anything: missing parents make their children roots, circles
 * are cut at their earliest span, and depth is bounded by memory only (no recursion).
 */
export function modelOf(trace: Trace): TraceModel {
  const all = trace.spans.map(nodeOf).sort(byStart);
  const byId = new Map<string, Node>();
  for (const n of all) if (!byId.has(n.span.span_id)) byId.set(n.span.span_id, n);
  const below = new Map<Node, Node[]>();
  const roots: Node[] = [];
  for (const n of all) {
    const id = n.span.parent_span_id;
    const parent = id ? byId.get(id) : undefined;
    n.orphan = Boolean(id) && parent === undefined;
    if (!parent || parent === n) {
      roots.push(n);
      continue;
    }
    const siblings = below.get(parent);
    if (siblings) siblings.push(n);
    else below.set(parent, [n]);
  }
  const nodes: Node[] = [];
  const seen = new Set<Node>();
  const walk = (root: Node) => {
    const open = [root];
    seen.add(root);
    for (let n = open.pop(); n; n = open.pop()) {
      n.index = nodes.push(n) - 1;
      n.children = (below.get(n) ?? []).filter((c) => !seen.has(c));
      for (const c of n.children) {
        seen.add(c);
        c.parent = n;
        c.depth = n.depth + 1;
      }
      for (let i = n.children.length - 1; i >= 0; i--) open.push(n.children[i]!);
    }
  };
  roots.forEach(walk);
  for (const n of all) if (!seen.has(n)) walk(n);
  // Reading order backwards meets every child before its parent.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const n = nodes[i]!;
    if (!n.parent) continue;
    n.parent.size += n.size;
    n.parent.errorsBelow += n.errorsBelow + (isError(n) ? 1 : 0);
  }
  return {
    trace,
    nodes,
    byId,
    services: [...new Set(nodes.map((n) => n.span.service))],
    length: nodes.reduce((end, n) => Math.max(end, n.end), trace.duration_ms),
    errors: nodes.filter(isError).length,
    orphans: nodes.filter((n) => n.orphan).length,
  };
}

/** The rows to draw: nothing below a folded span, and of the rest what is kept. */
export function rowsOf(
  model: TraceModel,
  folded: ReadonlySet<string>,
  keep?: ReadonlySet<Node>,
): Node[] {
  const rows: Node[] = [];
  for (let i = 0; i < model.nodes.length;) {
    const n = model.nodes[i]!;
    if (!keep || keep.has(n)) rows.push(n);
    i += folded.has(n.span.span_id) ? n.size : 1;
  }
  return rows;
}

/** Spans together with all they are part of. */
export function withParents(nodes: Iterable<Node>): Set<Node> {
  const out = new Set<Node>();
  for (const start of nodes) {
    for (let n: Node | null = start; n && !out.has(n); n = n.parent) out.add(n);
  }
  return out;
}

/** Where an error came from: the earliest failed span below which nothing failed. */
export function firstError(model: TraceModel): Node | null {
  const causes = model.nodes.filter((n) => isError(n) && n.errorsBelow === 0);
  return causes.reduce<Node | null>((a, b) => (a && a.end <= b.end ? a : b), null);
}

/**
 * The stretches of a span in which none of its children ran, in ms of the trace. Stretches closer to
 * each other than `grain` are drawn as one.
 */
export function ownTime(node: Node, grain: number): [number, number][] {
  const out: [number, number][] = [];
  const add = (from: number, to: number) => {
    const last = out.at(-1);
    if (to <= from) return;
    if (last && from - last[1] < grain) last[1] = to;
    else out.push([from, to]);
  };
  let at = node.span.start_ms;
  for (const c of node.children) {
    add(at, Math.min(c.span.start_ms, node.end));
    at = Math.max(at, c.end);
  }
  add(at, node.end);
  return out;
}
