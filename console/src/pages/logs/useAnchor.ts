import { useEffect, useState } from 'react';
import { freeze, isLive, liveInterval, type TimeRange } from '../../time/range';

/**
 * A live range, held still: paging needs ends that do not move. It moves on by itself while nobody
 * is reading, and stays while somebody is.
 */
export function useAnchor(range: TimeRange, paused: boolean) {
  const { from, to } = range;
  const [held, setHeld] = useState({ key: '', at: 0 });
  const key = `${from} ${to}`;
  const at = held.key === key ? held.at : Date.now();
  useEffect(() => {
    setHeld({ key: `${from} ${to}`, at: Date.now() });
  }, [from, to]);
  useEffect(() => {
    const every = liveInterval({ from, to });
    if (paused || every === false) return;
    const timer = setInterval(() => setHeld({ key: `${from} ${to}`, at: Date.now() }), every);
    return () => clearInterval(timer);
  }, [from, to, paused]);
  const live = isLive(range);
  return { fixed: live ? freeze(range, at) : range, at, live, ready: !live || held.key === key };
}
