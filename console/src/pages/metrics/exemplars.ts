import type { PlotBox } from '../../ui/chartTypes';
import type { Exemplar } from './lines';

/** An outlier must not flatten the lines: the scale reaches up to this many times their highest. */
const ROOM = 2;
/** Points that would cover each other are thinned out: so many stay in a stretch of so many px. */
const STRETCH = 12;
const IN_STRETCH = 2;

/** How far the scale has to reach for the exemplars. */
export function roomFor(exemplars: readonly Exemplar[], top: number): number {
  const highest = Math.max(0, ...exemplars.map((e) => e.value));
  return top > 0 ? Math.min(highest, top * ROOM) : highest;
}

/** The exemplars within the plot; of those that lie close together the highest. */
export function thinned(exemplars: readonly Exemplar[], box: PlotBox): Exemplar[] {
  const taken = new Map<number, number>();
  return [...exemplars]
    .sort((a, b) => b.value - a.value)
    .filter((e) => {
      const x = (e.time - box.from) / (box.to - box.from);
      if (!(x >= 0 && x <= 1) || e.value < box.low) return false;
      const stretch = Math.floor((x * box.width) / STRETCH);
      const n = taken.get(stretch) ?? 0;
      taken.set(stretch, n + 1);
      return n < IN_STRETCH;
    });
}
