import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { find } from './find';
import { firstError, isError, rowsOf, withParents, type Node, type TraceModel } from './model';
import type { Path } from './path';
import { viewOf, viewText, type View } from './view';

export const ONLY = ['path', 'errors', 'found'] as const;
export type Only = (typeof ONLY)[number];

/** What the viewer looks at: kept in the URL, so that a colleague sees the same. */
export function useTraceState(model: TraceModel, path: Path) {
  const [params, setParams] = useSearchParams();
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set());
  const text = params.get('find') ?? '';
  const only = ONLY.find((o) => o === params.get('only')) ?? null;
  const spanId = params.get('span');
  const viewParam = params.get('view');

  const put = useCallback(
    (name: string, value: string | null) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );

  // Nothing chosen yet: the span that says most, where it failed, or what was waited for.
  const telling = useMemo(
    () => firstError(model) ?? path.top?.node ?? model.nodes[0] ?? null,
    [model, path],
  );
  const chosen = spanId === null ? undefined : model.byId.get(spanId);
  const selected: Node | null = chosen ?? telling;

  const found = useMemo(() => find(model, text), [model, text]);
  const kept = useMemo(() => {
    if (only === 'path') {
      return withParents([...path.bySpan.keys()].flatMap((id) => model.byId.get(id) ?? []));
    }
    if (only === 'errors') return withParents(model.nodes.filter(isError));
    if (only === 'found' && text) return withParents(found);
    return undefined;
  }, [only, model, path, found, text]);
  const rows = useMemo(() => rowsOf(model, folded, kept), [model, folded, kept]);
  const view = useMemo(() => viewOf(viewParam, model.length), [viewParam, model]);

  const fold = useCallback((node: Node, close: boolean) => {
    setFolded((old) => {
      const next = new Set(old);
      if (close) next.add(node.span.span_id);
      else next.delete(node.span.span_id);
      return next;
    });
  }, []);

  /** Selects a span; what hides it is opened. */
  const select = useCallback(
    (node: Node) => {
      setFolded((old) => {
        const closed: string[] = [];
        for (let n = node.parent; n; n = n.parent) {
          if (old.has(n.span.span_id)) closed.push(n.span.span_id);
        }
        if (closed.length === 0) return old;
        const next = new Set(old);
        closed.forEach((id) => next.delete(id));
        return next;
      });
      if (kept && !kept.has(node)) put('only', null);
      put('span', node.span.span_id);
    },
    [kept, put],
  );

  return {
    selected,
    /** whether the viewer chose it, rather than the page */
    chosen: chosen !== undefined,
    select,
    rows,
    folded,
    fold,
    foldAll: () =>
      setFolded(
        new Set(
          model.nodes.filter((n) => n.children.length && n.parent).map((n) => n.span.span_id),
        ),
      ),
    openAll: () => setFolded(new Set<string>()),
    text,
    setText: (v: string) => put('find', v),
    found,
    only,
    setOnly: (o: Only | null) => put('only', o),
    view,
    setView: useCallback((v: View) => put('view', viewText(v, model.length)), [put, model]),
  };
}

export type TraceState = ReturnType<typeof useTraceState>;
