import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { pinnedOf, readChart, sameChart, withPinned, writeChart, type Chart } from './chart';

/** The chart being looked at and the pinned ones, all in the URL. */
export function useCharts() {
  const [params, setParams] = useSearchParams();
  const key = params.toString();
  const state = useMemo(() => {
    const p = new URLSearchParams(key);
    return { chart: readChart(p), pinned: pinnedOf(p), service: p.get('service') ?? undefined };
  }, [key]);
  const show = useCallback(
    (chart: Chart | null, service?: string) =>
      setParams((old) => {
        const next = writeChart(old, chart);
        // Without a chart the service still narrows the catalogue.
        if (!chart && service) next.set('service', service);
        return next;
      }),
    [setParams],
  );
  const pin = useCallback(
    (chart: Chart) =>
      setParams((old) => {
        const pinned = pinnedOf(old);
        return pinned.some((c) => sameChart(c, chart)) ? old : withPinned(old, [...pinned, chart]);
      }),
    [setParams],
  );
  const unpin = useCallback(
    (chart: Chart) =>
      setParams((old) =>
        withPinned(
          old,
          pinnedOf(old).filter((c) => !sameChart(c, chart)),
        ),
      ),
    [setParams],
  );
  return { ...state, show, pin, unpin };
}
