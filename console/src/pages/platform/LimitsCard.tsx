import { useTranslation } from 'react-i18next';
import type { PlatformHealth } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { HealthMark } from '../../ui/HealthMark';
import { PlainTable } from '../../ui/PlainTable';

type Limit = PlatformHealth['limits'][number];

/** Every limit and what it cost so far: nothing is dropped without a count. */
export function LimitsCard({ limits }: { limits: readonly Limit[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="cop-card" aria-label={t('platform.limits')}>
      <h2>{t('platform.limits')}</h2>
      <p className="cop-dim">{t('platform.limitsHint')}</p>
      <PlainTable<Limit>
        label={t('platform.limits')}
        rows={limits}
        rowKey={(l) => l.name}
        columns={[
          {
            head: t('platform.limitName'),
            cell: (l) => (
              <>
                <HealthMark health={l.folded > 0 ? 'warn' : 'ok'} size={14} /> <code>{l.name}</code>{' '}
                {l.detail && <span className="cop-dim">{l.detail}</span>}
              </>
            ),
          },
          { head: t('platform.limit'), numeric: true, cell: (l) => format.count(l.limit) },
          { head: t('platform.folded'), numeric: true, cell: (l) => format.count(l.folded) },
        ]}
      />
    </section>
  );
}
