import type { Node, TraceModel } from './model';

/** What the end of the trace waited for. */
export interface Path {
  /** stretches of each span on the path, ms from the start, in time order */
  bySpan: Map<string, [number, number][]>;
  /** who held the path for how long, longest first */
  services: { service: string; ms: number; share: number }[];
  /** the span that held it longest */
  top: { node: Node; ms: number; share: number } | null;
  /** length in ms */
  length: number;
}

/** ms of the path in a span. */
export function timeOnPath(path: Path, spanId: string): number {
  return (path.bySpan.get(spanId) ?? []).reduce((sum, [from, to]) => sum + to - from, 0);
}

/** The critical path of the answer, by span and by service; unknown spans are left out. */
export function pathOf(model: TraceModel): Path {
  const bySpan = new Map<string, [number, number][]>();
  const byService = new Map<string, number>();
  let length = 0;
  for (const { span_id, from_ms, to_ms } of model.trace.critical_path) {
    const node = model.byId.get(span_id);
    if (!node || !(to_ms > from_ms)) continue;
    const stretches = bySpan.get(span_id);
    const last = stretches?.at(-1);
    if (last && from_ms <= last[1]) last[1] = Math.max(last[1], to_ms);
    else if (stretches) stretches.push([from_ms, to_ms]);
    else bySpan.set(span_id, [[from_ms, to_ms]]);
    const { service } = node.span;
    byService.set(service, (byService.get(service) ?? 0) + to_ms - from_ms);
    length += to_ms - from_ms;
  }
  const services = [...byService]
    .map(([service, ms]) => ({ service, ms, share: ms / length }))
    .sort((a, b) => b.ms - a.ms);
  const path: Path = { bySpan, services, top: null, length };
  for (const id of bySpan.keys()) {
    const ms = timeOnPath(path, id);
    if (ms > (path.top?.ms ?? 0)) {
      path.top = { node: model.byId.get(id)!, ms, share: ms / length };
    }
  }
  return path;
}
