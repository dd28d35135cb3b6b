import { useTranslation } from 'react-i18next';
import type { AttributeWeight } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { PlainTable } from '../../../ui/PlainTable';

/** Which attributes the bytes of the sessions are in, the heaviest first. */
export function HeaviestAttributes({ heaviest }: { heaviest: readonly AttributeWeight[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = heaviest.reduce((sum, a) => sum + a.bytes, 0);
  const rows = [...heaviest].sort((a, b) => b.bytes - a.bytes);
  const first = rows[0];
  return (
    <section className="cop-card cop-quiet" aria-label={t('sessions.heaviest.title')}>
      <h2>{t('sessions.heaviest.title')}</h2>
      {!first ? (
        <p className="cop-dim">{t('sessions.heaviest.none')}</p>
      ) : (
        <>
          <p>
            {t('sessions.heaviest.lead', {
              key: first.key,
              share: format.percent(first.bytes / (all || 1)),
            })}
          </p>
          <PlainTable<AttributeWeight>
            label={t('sessions.heaviest.title')}
            rows={rows}
            rowKey={(a) => `${a.key} ${a.class}`}
            columns={[
              {
                head: t('sessions.heaviest.key'),
                cell: (a) => (
                  <>
                    <code className="cop-sessions__name">{a.key}</code>
                    <div className="cop-dim cop-sessions__name">{a.class}</div>
                  </>
                ),
              },
              {
                head: t('sessions.heaviest.bytes'),
                cell: (a) => (
                  <span className="cop-sessions__share">
                    {format.bytes(a.bytes)}
                    <i className="cop-bar" style={{ width: `${(100 * a.bytes) / (all || 1)}%` }} />
                  </span>
                ),
              },
              {
                head: t('sessions.heaviest.count'),
                numeric: true,
                cell: (a) => format.count(a.count),
              },
              {
                head: t('sessions.heaviest.largest'),
                numeric: true,
                cell: (a) => format.bytes(a.largest_bytes),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
