import type { Graph, ServiceSummary } from '../../api/contract';
import { stateOf, weightOf } from '../../ui/health';

/**
 * How many other ailing apps each one depends on. An app that fails because one below it fails is
 * the consequence; the one that depends on no other ailing app is where to look first.
 */
function ailingBelow(graph: Graph | undefined, ailing: ReadonlySet<string>): Map<string, number> {
  const callees = new Map<string, string[]>();
  graph?.edges.forEach((e) => callees.set(e.from, [...(callees.get(e.from) ?? []), e.to]));
  const name = new Map(
    graph?.nodes.flatMap((n) => (n.kind === 'service' ? [[n.id, n.name] as const] : [])),
  );
  const counts = new Map<string, number>();
  for (const [id, service] of name) {
    if (!ailing.has(service)) continue;
    const seen = new Set([id]);
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const to of callees.get(next) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        open.push(to);
      }
    }
    counts.set(service, [...seen].filter((n) => ailing.has(name.get(n) ?? '')).length - 1);
  }
  return counts;
}

/**
 * Those that need attention first: by health, then those that depend on no other ailing app, then by
 * the share of errors. Apps that are well stay in the order of their names, so that tiles do not
 * change places with every small change of rate.
 */
export function byAttention(services: readonly ServiceSummary[], graph?: Graph): ServiceSummary[] {
  const states = new Map(services.map((s) => [s, stateOf(s)]));
  const weight = (s: ServiceSummary) => weightOf(states.get(s)!.health);
  const ailing = new Set(services.filter((s) => weight(s) >= 2).map((s) => s.service));
  const below = ailingBelow(graph, ailing);
  const depth = (s: ServiceSummary) => below.get(s.service) ?? 0;
  return [...services].sort((a, b) => {
    const w = weight(b) - weight(a);
    if (w !== 0) return w;
    if (weight(a) >= 2) {
      const d = depth(a) - depth(b);
      if (d !== 0) return d;
      const e = states.get(b)!.red.error_ratio - states.get(a)!.red.error_ratio;
      if (e !== 0) return e;
    }
    return a.service.localeCompare(b.service);
  });
}
