/** A node, or a virtual one on a long edge. */
export type Cell = string;
export type Layers = Cell[][];

const SWEEPS = 12;

function crossings(layers: Layers, links: [string, string][]): number {
  const rank = new Map<Cell, number>();
  const row = new Map<Cell, number>();
  layers.forEach((cells, l) =>
    cells.forEach((c, i) => {
      rank.set(c, i);
      row.set(c, l);
    }),
  );
  let n = 0;
  for (let i = 0; i < links.length; i++) {
    for (let j = i + 1; j < links.length; j++) {
      const [a, b] = links[i]!;
      const [c, d] = links[j]!;
      if (row.get(a) !== row.get(c)) continue;
      const top = (rank.get(a) ?? 0) - (rank.get(c) ?? 0);
      const bottom = (rank.get(b) ?? 0) - (rank.get(d) ?? 0);
      if (top * bottom < 0) n++;
    }
  }
  return n;
}

/** Sorts each layer by the mean place of its neighbours, there and back; keeps the best seen. */
export function order(layers: Layers, links: [string, string][]): void {
  const before = new Map<Cell, Cell[]>();
  const after = new Map<Cell, Cell[]>();
  for (const [a, b] of links) {
    after.set(a, [...(after.get(a) ?? []), b]);
    before.set(b, [...(before.get(b) ?? []), a]);
  }
  let best = layers.map((l) => [...l]);
  // Counting crossings is quadratic; a graph too large for it is ordered without comparing.
  const counted = links.length <= 600;
  let fewest = counted ? crossings(layers, links) : Infinity;
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const down = sweep % 2 === 0;
    const sequence = down ? layers.slice(1) : layers.slice(0, -1).reverse();
    const neighbours = down ? before : after;
    const rank = new Map(layers.flatMap((l) => l.map((c, i) => [c, i] as const)));
    for (const cells of sequence) {
      const weight = new Map(
        cells.map((c, i) => {
          const near = (neighbours.get(c) ?? []).map((n) => rank.get(n) ?? 0);
          return [c, near.length ? near.reduce((s, v) => s + v, 0) / near.length : i];
        }),
      );
      cells.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0));
      cells.forEach((c, i) => rank.set(c, i));
    }
    const now = counted ? crossings(layers, links) : sweep === SWEEPS - 1 ? 0 : Infinity;
    if (now < fewest) {
      fewest = now;
      best = layers.map((l) => [...l]);
    }
  }
  best.forEach((cells, i) => (layers[i] = cells));
}
