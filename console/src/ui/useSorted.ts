import { useMemo, useState } from 'react';
import type { Column } from './column';

export interface Sort {
  key: string;
  down: boolean;
}

function kept(id: string): Sort | undefined {
  try {
    return (
      (JSON.parse(localStorage.getItem(`cop.table.${id}`) ?? 'null') as Sort | null) ?? undefined
    );
  } catch {
    return undefined;
  }
}

/** Rows in the order the viewer chose last time; nothing (null) always comes last. */
export function useSorted<T>(
  id: string,
  rows: readonly T[],
  columns: readonly Column<T>[],
  initial?: Sort,
) {
  const [sort, setSort] = useState<Sort | undefined>(() => kept(id) ?? initial);
  const by = columns.find((c) => c.key === sort?.key)?.sortBy;
  const down = sort?.down ?? false;
  const sorted = useMemo(() => {
    if (!by) return rows;
    const sign = down ? -1 : 1;
    return [...rows].sort((a, b) => {
      const x = by(a) ?? null;
      const y = by(b) ?? null;
      if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
      if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
      return sign * String(x).localeCompare(String(y));
    });
    // `by` is a new function on every draw; the column's key is what it depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [rows, sort?.key, down]);
  const sortOn = (key: string) => {
    const next = { key, down: sort?.key === key ? !sort.down : true };
    localStorage.setItem(`cop.table.${id}`, JSON.stringify(next));
    setSort(next);
  };
  return { rows: sorted, sort, sortOn };
}
