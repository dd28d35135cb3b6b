/** Who moved the pointer: plots among themselves are kept together by the plotting library. */
export const PLOTS = {};
export const HEAT = {};

type Listener = (time: number | null, from: object) => void;

const groups = new Map<string, Set<Listener>>();

/** Tells every chart of a group where on the time axis the pointer is; null when it has left. */
export function pointAt(group: string, time: number | null, from: object): void {
  groups.get(group)?.forEach((listener) => listener(time, from));
}

/** Follows the pointer of a group; the answer ends it. */
export function onPoint(group: string, listener: Listener): () => void {
  const all = groups.get(group) ?? new Set();
  groups.set(group, all.add(listener));
  return () => {
    all.delete(listener);
    if (all.size === 0) groups.delete(group);
  };
}
