import { useTranslation } from 'react-i18next';
import type { PlatformHealth } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { HealthMark } from '../../ui/HealthMark';
import { PlainTable } from '../../ui/PlainTable';
import { nameOf, signalName } from './names';

type Signal = PlatformHealth['receiver']['signals'][number];

/** What came in, by signal, and what was refused for which reason. */
export function ReceivedCard({ receiver }: { receiver: PlatformHealth['receiver'] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const refusedOf = (s: Signal) => s.refused.reduce((sum, r) => sum + r.items, 0);
  const refused = receiver.signals.flatMap((s) =>
    s.refused.filter((r) => r.items > 0 || r.requests).map((r) => ({ ...r, signal: s.signal })),
  );
  return (
    <section className="cop-card" aria-label={t('platform.received')}>
      <h2>{t('platform.received')}</h2>
      <PlainTable<Signal>
        label={t('platform.received')}
        rows={receiver.signals}
        rowKey={(s) => s.signal}
        columns={[
          { head: t('platform.signal'), cell: (s) => signalName(t, s.signal) },
          { head: t('platform.now'), numeric: true, cell: (s) => format.rate(s.per_second) },
          { head: t('platform.items'), numeric: true, cell: (s) => format.count(s.items) },
          { head: t('platform.requests'), numeric: true, cell: (s) => format.count(s.requests) },
          { head: t('platform.bytes'), numeric: true, cell: (s) => format.bytes(s.bytes) },
          {
            head: t('platform.duplicates'),
            hint: t('platform.duplicatesHint'),
            numeric: true,
            cell: (s) => format.count(s.duplicates),
          },
          {
            head: t('platform.refused'),
            numeric: true,
            cell: (s) => (
              <span className={refusedOf(s) > 0 ? 'cop-bad' : undefined}>
                {format.count(refusedOf(s))}
              </span>
            ),
          },
        ]}
      />
      {refused.length === 0 ? (
        <p className="cop-dim cop-note">{t('platform.refusedNone')}</p>
      ) : (
        <ul className="cop-refused">
          {refused.map((r) => (
            <li key={r.signal + r.reason}>
              <HealthMark health="warn" size={14} />
              <span>
                {signalName(t, r.signal)} ·{' '}
                <span title={r.reason}>{nameOf(t, i18n, 'reasons', r.reason)}</span>
              </span>
              <strong>{format.count(r.items)}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
