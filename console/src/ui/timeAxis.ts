import type { Format } from '../format/useFormat';
import type { TimeSpan } from './chartTypes';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((s) => s * 1000),
  ...[1, 2, 5, 10, 15, 30].map((m) => m * MINUTE),
  ...[1, 2, 3, 6, 12].map((h) => h * HOUR),
  ...[1, 2, 5, 10, 30, 100].map((d) => d * DAY),
];
/** least distance between two labels, and of a label from the edges, px */
const APART = 76;
const EDGE = 18;

/** A time and how it is written on the axis. */
export interface Tick {
  time: number;
  text: string;
}

/**
 * Round times of the viewer's zone for an axis of `width` px. Every chart with a time axis takes its
 * labels from here, so that one time stands at one place on all charts of a page.
 */
export function timeTicks({ from, to }: TimeSpan, width: number, format: Format): Tick[] {
  const span = to - from;
  if (!(span > 0) || width <= 0) return [];
  const step = STEPS.find((s) => (s / span) * width >= APART) ?? STEPS.at(-1)!;
  const zone = new Date(from).getTimezoneOffset() * MINUTE;
  const ticks: Tick[] = [];
  let day = new Date(from).getDate();
  for (let t = Math.ceil((from - zone) / step) * step + zone; t <= to; t += step) {
    const x = ((t - from) / span) * width;
    const today = new Date(t).getDate();
    // The day only where it changes.
    const text =
      today !== day ? format.dayMinute(t) : step < MINUTE ? format.clock(t) : format.hourMinute(t);
    day = today;
    if (x >= EDGE && x <= width - EDGE) ticks.push({ time: t, text });
  }
  return ticks;
}
