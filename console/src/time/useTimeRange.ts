import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { rangeOf, type TimeRange } from './range';

/** The page's one time range, kept in the URL (`?from=now-15m&to=now`). */
export function useTimeRange() {
  const [params, setParams] = useSearchParams();
  const from = params.get('from');
  const to = params.get('to');
  // Only the two values matter: other parameters may change without a new range.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const range = useMemo(() => rangeOf(params), [from, to]);
  const setRange = useCallback(
    (next: TimeRange) =>
      setParams((old) => {
        const merged = new URLSearchParams(old);
        merged.set('from', next.from);
        merged.set('to', next.to);
        merged.delete('cursor');
        return merged;
      }),
    [setParams],
  );
  return { range, setRange };
}
