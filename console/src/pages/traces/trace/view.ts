/** The part of the trace in view, ms from its start. */
export interface View {
  from: number;
  to: number;
}

const LEAST = 1e-4;

/** Keeps a view inside the trace, and wide enough to be one. */
export function clampView({ from, to }: View, length: number): View {
  const whole = Math.max(length, LEAST);
  const wide = Math.min(whole, Math.max(LEAST, to - from));
  const start = Math.min(Math.max(0, from), whole - wide);
  return { from: start, to: start + wide };
}

/** Nearer (factor below 1) or further, around a place of the view (0..1). */
export function zoomed(view: View, factor: number, at: number, length: number): View {
  const middle = view.from + (view.to - view.from) * at;
  const wide = (view.to - view.from) * factor;
  return clampView({ from: middle - wide * at, to: middle + wide * (1 - at) }, length);
}

/** Along the time axis by a share of what is in view. */
export function moved(view: View, share: number, length: number): View {
  const by = (view.to - view.from) * share;
  return clampView({ from: view.from + by, to: view.to + by }, length);
}

const round = (ms: number) => String(Math.round(ms * 1e4) / 1e4);

/** As the URL writes it; null for the whole trace. */
export function viewText(view: View, length: number): string | null {
  if (view.from <= 0 && view.to >= length) return null;
  return `${round(view.from)}-${round(view.to)}`;
}

/** The view of a URL; the whole trace where it says none. */
export function viewOf(text: string | null, length: number): View {
  const m = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text ?? '');
  const view = { from: Number(m?.[1] ?? 0), to: Number(m?.[2] ?? length) };
  return clampView(view.to > view.from ? view : { from: 0, to: length }, length);
}

/** Round times for a ruler of about `count` marks. */
export function ticks({ from, to }: View, count: number): number[] {
  const rough = (to - from) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((f) => f * power).find((s) => s >= rough) ?? rough;
  const out: number[] = [];
  for (let i = Math.ceil(from / step); i * step <= to; i++) out.push(i * step);
  return out;
}
