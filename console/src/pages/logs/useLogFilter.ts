import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { filterOf, withFilter, type LogFilter } from './filter';

/** The filter of the URL, and how to change it. */
export function useLogFilter() {
  const [params, setParams] = useSearchParams();
  const key = JSON.stringify(filterOf(params));
  const filter = useMemo(() => JSON.parse(key) as LogFilter, [key]);
  const change = useCallback(
    (next: Partial<LogFilter>, replace = false) =>
      setParams((old) => withFilter(old, { ...filterOf(old), ...next }), { replace }),
    [setParams],
  );
  return { filter, change };
}
