import { useState } from 'react';
import type { Column } from './column';

function kept(id: string): string[] {
  try {
    const hidden: unknown = JSON.parse(localStorage.getItem(`cop.columns.${id}`) ?? '[]');
    return Array.isArray(hidden) ? hidden.filter((k) => typeof k === 'string') : [];
  } catch {
    return [];
  }
}

/** The columns the viewer left in the table last time; one always stays. */
export function useColumns<T>(id: string, columns: readonly Column<T>[]) {
  const [hidden, setHidden] = useState(() => kept(id));
  const some = columns.filter((c) => !hidden.includes(c.key));
  const shown = some.length > 0 ? some : columns.slice(0, 1);
  const toggle = (key: string) => {
    const next = hidden.includes(key) ? hidden.filter((k) => k !== key) : [...hidden, key];
    if (columns.every((c) => next.includes(c.key))) return;
    localStorage.setItem(`cop.columns.${id}`, JSON.stringify(next));
    setHidden(next);
  };
  return { shown, toggle };
}
