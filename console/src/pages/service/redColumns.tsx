import type { TFunction } from 'i18next';
import type { Red } from '../../api/contract';
import type { Format } from '../../format/useFormat';
import type { Column } from '../../ui/column';

/** Rate, errors, p50, p95 and p99 as columns of a table. */
export function redColumns<T>(t: TFunction, format: Format, red: (row: T) => Red): Column<T>[] {
  const latency = (key: 'p50' | 'p95' | 'p99'): Column<T> => ({
    key,
    head: t(`red.${key}`),
    width: '84px',
    numeric: true,
    sortBy: (row) => red(row)[`${key}_ms`],
    cell: (row) => format.duration(red(row)[`${key}_ms`]),
  });
  return [
    {
      key: 'rate',
      head: t('red.rate'),
      width: '84px',
      numeric: true,
      sortBy: (row) => red(row).rate,
      cell: (row) => format.rate(red(row).rate),
    },
    {
      key: 'errors',
      head: t('red.errors'),
      width: '84px',
      numeric: true,
      sortBy: (row) => red(row).error_ratio,
      cell: (row) => (
        <span className={red(row).error_ratio >= 0.01 ? 'cop-bad' : undefined}>
          {format.percent(red(row).error_ratio)}
        </span>
      ),
    },
    latency('p50'),
    latency('p95'),
    latency('p99'),
  ];
}
