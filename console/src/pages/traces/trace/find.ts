import type { Node, TraceModel } from './model';

const texts = new WeakMap<Node, string>();

/** Everything of a span a person may look for, in lower case; made once. */
function textOf(node: Node): string {
  let text = texts.get(node);
  if (text === undefined) {
    const s = node.span;
    const pairs = Object.entries(s.attributes ?? {}).map(
      ([k, v]) => `${k}=${typeof v === 'string' ? v : JSON.stringify(v)}`,
    );
    const events = (s.events ?? []).map((e) => `${e.name} ${JSON.stringify(e.attributes ?? {})}`);
    text = [s.service, s.name, s.span_id, s.kind, s.status, s.status_message, s.instance]
      .concat(pairs, events)
      .filter(Boolean)
      .join('\n')
      .toLowerCase();
    texts.set(node, text);
  }
  return text;
}

/** The spans that hold every word. */
export function find(model: TraceModel, query: string): Node[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return model.nodes.filter((n) => {
    const text = textOf(n);
    return words.every((w) => text.includes(w));
  });
}
