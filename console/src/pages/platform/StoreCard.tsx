import { useTranslation } from 'react-i18next';
import type { PlatformHealth } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { PlainTable } from '../../ui/PlainTable';
import { RelativeTime } from '../../ui/RelativeTime';
import { signalName } from './names';

type Row = NonNullable<PlatformHealth['store']['signals']>[number];

/** What is kept: rows, segments and disk by signal, how long, and what retention freed. */
export function StoreCard({ store }: { store: PlatformHealth['store'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = store.signals ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="cop-card" aria-label={t('platform.store')}>
      <h2>{t('platform.store')}</h2>
      <PlainTable<Row>
        label={t('platform.store')}
        rows={rows}
        rowKey={(s) => s.signal ?? ''}
        columns={[
          { head: t('platform.signal'), cell: (s) => signalName(t, s.signal) },
          { head: t('platform.hot'), numeric: true, cell: (s) => format.count(s.hot_rows ?? 0) },
          {
            head: t('platform.sealed'),
            numeric: true,
            cell: (s) => format.count(s.sealed_rows ?? 0),
          },
          {
            head: t('platform.segments'),
            numeric: true,
            cell: (s) => format.count(s.segments ?? 0),
          },
          { head: t('platform.disk'), numeric: true, cell: (s) => format.bytes(s.bytes ?? 0) },
          {
            head: t('platform.perRow'),
            numeric: true,
            cell: (s) =>
              s.sealed_rows && s.bytes ? `${format.figure(s.bytes / s.sealed_rows)} B` : '–',
          },
          {
            head: t('platform.oldest'),
            numeric: true,
            cell: (s) => (s.oldest ? <RelativeTime time={s.oldest} /> : '–'),
          },
          {
            head: t('platform.retention'),
            numeric: true,
            cell: (s) => (s.retention_s ? format.duration(s.retention_s * 1000) : '–'),
          },
          {
            head: t('platform.freed'),
            numeric: true,
            cell: (s) => format.bytes(s.freed_bytes ?? 0),
          },
        ]}
      />
    </section>
  );
}
