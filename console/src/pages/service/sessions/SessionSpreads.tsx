import { useTranslation } from 'react-i18next';
import type { AppSessions, Spread } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { PlainTable } from '../../../ui/PlainTable';

interface Row {
  name: string;
  hint?: string;
  spread: Spread | undefined;
  format: (value: number) => string;
}

const SHARES = ['p50', 'p95', 'p99', 'max'] as const;

/** Percentiles: how large sessions are, how long the grid takes. */
export function SessionSpreads({ sessions }: { sessions: AppSessions }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counted, sum } = sessions;
  const time = (ms: number) => format.duration(ms);
  const rows: Row[] = [
    { name: t('sessions.spread.size'), spread: counted?.size_bytes, format: format.bytes },
    {
      name: t('sessions.spread.written'),
      hint: t('sessions.hint.written'),
      spread: sum?.written_bytes,
      format: format.bytes,
    },
    { name: t('sessions.spread.lookup'), spread: sum?.lookup_ms, format: time },
    { name: t('sessions.spread.write'), spread: sum?.write_ms, format: time },
  ];
  return (
    <section className="cop-card cop-quiet" aria-label={t('sessions.spread.title')}>
      <h2>{t('sessions.spread.title')}</h2>
      <PlainTable<Row>
        label={t('sessions.spread.title')}
        rows={rows}
        rowKey={(r) => r.name}
        columns={[
          { head: t('sessions.spread.what'), cell: (r) => <span title={r.hint}>{r.name}</span> },
          ...SHARES.map((share) => ({
            head: share === 'max' ? t('sessions.spread.max') : t(`red.${share}`),
            numeric: true,
            hint: t('sessions.hint.percentiles'),
            cell: ({ spread, format: say }: Row) =>
              spread && spread.count > 0 ? say(spread[share]) : '–',
          })),
          {
            head: t('sessions.spread.count'),
            numeric: true,
            cell: (r) => (r.spread ? format.shortCount(r.spread.count) : '–'),
          },
        ]}
      />
    </section>
  );
}
