import type { LogRecord } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { isError, ownTime, type Node } from './model';
import type { View } from './view';

interface Props {
  node: Node;
  view: View;
  colour: string;
  path: [number, number][] | undefined;
  folded: boolean;
  logs: readonly LogRecord[] | undefined;
  start: number;
}

/** At most this many marks of a kind on one bar; further ones would lie on each other. */
const MARKS = 40;
/** pieces of a bar closer than this share of the view are drawn as one */
const GRAIN = 1 / 600;

/** Left edge and width in percent of the view; just outside it where it goes on. */
function box(from: number, to: number, view: View): { left: number; width: number } | null {
  const wide = view.to - view.from;
  const left = Math.max(-1, (100 * (from - view.from)) / wide);
  const right = Math.min(101, (100 * (to - view.from)) / wide);
  return right < 0 || left > 100 ? null : { left, width: Math.max(0, right - left) };
}

const percent = (b: { left: number; width: number }) => ({
  left: `${b.left}%`,
  width: `${b.width}%`,
});

/** Pieces drawn as one where the eye could not part them; a path of thousands stays a few. */
function merged(pieces: readonly [number, number][], grain: number): [number, number][] {
  const out: [number, number][] = [];
  for (const [from, to] of pieces) {
    const last = out.at(-1);
    if (last && from - last[1] < grain) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** The span on the time axis: own time full, children's time pale, the critical path below. */
export function SpanBar({ node, view, colour, path, folded, logs = [], start }: Props) {
  const format = useFormat();
  const { span } = node;
  const bar = box(span.start_ms, node.end, view);
  if (!bar) {
    // Out of view: on which side, and how long.
    const before = node.end < view.from;
    return (
      <span className="cop-span__time" style={before ? { left: 6 } : { right: 6 }}>
        {before
          ? `← ${format.duration(span.duration_ms)}`
          : `${format.duration(span.duration_ms)} →`}
      </span>
    );
  }
  const grain = (view.to - view.from) * GRAIN;
  const pieces = folded ? [[span.start_ms, node.end] as [number, number]] : ownTime(node, grain);
  const end = bar.left + bar.width;
  const label = format.duration(span.duration_ms);
  // Beside the bar where there is room, else within its end.
  const place =
    end < 88
      ? { left: `calc(${Math.max(0, end)}% + 6px)` }
      : bar.left > 12
        ? { right: `calc(${100 - bar.left}% + 6px)` }
        : { right: '8px' };
  const within = end >= 88 && bar.left <= 12;
  const at = (ms: number) => (100 * (ms - view.from)) / (view.to - view.from);
  const visible = (ms: number) => at(ms) >= 0 && at(ms) <= 100;
  const events = (span.events ?? [])
    .map((e) => ({ name: e.name, ms: span.start_ms + (e.offset_ms ?? 0) }))
    .filter((e) => visible(e.ms))
    .slice(0, MARKS);
  const lines = logs
    .map((l) => ({ log: l, ms: Date.parse(l.time) - start }))
    .filter((l) => visible(l.ms))
    .slice(0, MARKS);
  return (
    <>
      <i
        className={isError(node) ? 'cop-span cop-span--error' : 'cop-span'}
        style={{ ...percent(bar), '--colour': colour } as React.CSSProperties}
      />
      {pieces.map(([from, to]) => {
        const b = box(from, to, view);
        return (
          b && (
            <i key={from} className="cop-span__own" style={{ ...percent(b), background: colour }} />
          )
        );
      })}
      {merged(path ?? [], grain).map(([from, to]) => {
        const b = box(from, to, view);
        return b && <i key={from} className="cop-span__path" style={percent(b)} />;
      })}
      {events.map((e, i) => (
        <i
          key={i}
          className={`cop-span__event${e.name === 'exception' ? ' cop-span__event--bad' : ''}`}
          title={e.name}
          style={{ left: `${at(e.ms)}%` }}
        />
      ))}
      {lines.map(({ log, ms }, i) => (
        <i
          key={i}
          className={`cop-span__log cop-span__log--${log.severity}`}
          title={String(log.body)}
          style={{ left: `${at(ms)}%` }}
        />
      ))}
      <span
        className={within ? 'cop-span__time cop-span__time--in' : 'cop-span__time'}
        style={place}
      >
        {label}
      </span>
    </>
  );
}
