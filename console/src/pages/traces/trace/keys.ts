import type { Node, TraceModel } from './model';
import type { TraceState } from './useTraceState';
import { moved, zoomed } from './view';

interface Context {
  model: TraceModel;
  state: TraceState;
  rows: readonly Node[];
  /** row of the selected span; -1 where it is not shown */
  at: number;
  onOpen: () => void;
}

const PAGE = 12;

/** The span among the found ones that comes next (or before) in reading order, going round. */
export function nextFound(found: readonly Node[], from: Node | null, back: boolean): Node | null {
  const at = from?.index ?? -1;
  return back
    ? (found.findLast((n) => n.index < at) ?? found.at(-1) ?? null)
    : (found.find((n) => n.index > at) ?? found[0] ?? null);
}

/** Keys of the waterfall, as trees have them everywhere; + - 0 and Shift-arrows are the time axis. */
export function keyed(e: React.KeyboardEvent, { model, state, rows, at, onOpen }: Context): void {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const { selected, view } = state;
  const go = (index: number) => {
    const node = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (node) state.select(node);
  };
  const folded = selected !== null && state.folded.has(selected.span.span_id);
  const parent = selected !== null && selected.children.length > 0;
  switch (e.key) {
    case 'ArrowDown':
      go(at + 1);
      break;
    case 'ArrowUp':
      go(at - 1);
      break;
    case 'PageDown':
      go(at + PAGE);
      break;
    case 'PageUp':
      go(at - PAGE);
      break;
    case 'Home':
      go(0);
      break;
    case 'End':
      go(rows.length - 1);
      break;
    case 'ArrowRight':
      if (e.shiftKey) state.setView(moved(view, 0.2, model.length));
      else if (parent && folded) state.fold(selected, false);
      else if (parent) go(at + 1);
      break;
    case 'ArrowLeft':
      if (e.shiftKey) state.setView(moved(view, -0.2, model.length));
      else if (parent && !folded) state.fold(selected, true);
      else if (selected?.parent) state.select(selected.parent);
      break;
    case '+':
    case '=':
      state.setView(zoomed(view, 0.5, 0.5, model.length));
      break;
    case '-':
      state.setView(zoomed(view, 2, 0.5, model.length));
      break;
    case '0':
      state.setView({ from: 0, to: model.length });
      break;
    case 'z':
      if (selected) state.setView({ from: selected.span.start_ms, to: selected.end });
      break;
    case 'n':
    case 'N': {
      const next = nextFound(state.found, selected, e.key === 'N');
      if (next) state.select(next);
      break;
    }
    case 'Enter':
      onOpen();
      break;
    default:
      return;
  }
  e.preventDefault();
}
