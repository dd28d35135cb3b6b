import type { Cell, Layers } from './order';

const ROUNDS = 24;

/**
 * Vertical places: every node is drawn towards the mean of its neighbours, and pushed apart where
 * two would touch, until that settles. Order within a layer never changes.
 */
export function place(
  layers: Layers,
  links: [string, string][],
  height: (cell: Cell) => number,
  gap: number,
): Map<Cell, number> {
  const near = new Map<Cell, Cell[]>();
  for (const [a, b] of links) {
    near.set(a, [...(near.get(a) ?? []), b]);
    near.set(b, [...(near.get(b) ?? []), a]);
  }
  const mid = new Map<Cell, number>();
  for (const cells of layers) {
    let top = 0;
    for (const c of cells) {
      mid.set(c, top + height(c) / 2);
      top += height(c) + gap;
    }
    // Layers begin centred on a common line.
    cells.forEach((c) => mid.set(c, (mid.get(c) ?? 0) - (top - gap) / 2));
  }
  for (let round = 0; round < ROUNDS; round++) {
    const sequence = round % 2 === 0 ? layers : [...layers].reverse();
    for (const cells of sequence) {
      const wish = cells.map((c) => {
        const others = (near.get(c) ?? []).map((n) => mid.get(n) ?? 0);
        if (others.length === 0) return mid.get(c) ?? 0;
        return others.reduce((s, v) => s + v, 0) / others.length;
      });
      settle(cells, wish, height, gap).forEach((v, i) => mid.set(cells[i]!, v));
    }
  }
  const top = Math.min(...[...mid].map(([c, m]) => m - height(c) / 2));
  return new Map([...mid].map(([c, m]) => [c, m - height(c) / 2 - top]));
}

/**
 * The places nearest to the wishes (least squares) that keep order and distance: neighbours that
 * would overlap are joined to a block that stands at the mean of its members' wishes.
 */
function settle(cells: Cell[], wish: number[], height: (c: Cell) => number, gap: number): number[] {
  const blocks: { sum: number; n: number; offsets: number[]; size: number }[] = [];
  const shift = (i: number) =>
    i === 0 ? 0 : (height(cells[i - 1]!) + height(cells[i]!)) / 2 + gap;
  cells.forEach((_, i) => {
    let block = { sum: wish[i]!, n: 1, offsets: [0], size: 0 };
    let distance = shift(i);
    for (;;) {
      const last = blocks.at(-1);
      if (!last || last.sum / last.n + last.size + distance <= block.sum / block.n) break;
      blocks.pop();
      const by = last.size + distance;
      block = {
        sum: last.sum + block.sum - by * block.n,
        n: last.n + block.n,
        offsets: [...last.offsets, ...block.offsets.map((o) => o + by)],
        size: by + block.size,
      };
      distance = shift(i + 1 - block.offsets.length);
    }
    blocks.push(block);
  });
  return blocks.flatMap((b) => b.offsets.map((o) => b.sum / b.n + o));
}
