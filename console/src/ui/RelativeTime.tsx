import { useSyncExternalStore } from 'react';
import { useFormat } from '../format/useFormat';

// One clock for every relative time on the page: they all tick together, every ten seconds.
const listeners = new Set<() => void>();
let now = Date.now();
setInterval(() => {
  now = Date.now();
  listeners.forEach((l) => l());
}, 10_000);

function subscribe(listener: () => void) {
  now = Date.now();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The shared clock, epoch ms. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** `3m ago`, with the absolute time and its zone on hover. */
export function RelativeTime({ time }: { time: string | number }) {
  const format = useFormat();
  const at = useNow();
  return (
    <time dateTime={new Date(time).toISOString()} title={format.absolute(time)}>
      {format.relative(time, at)}
    </time>
  );
}
