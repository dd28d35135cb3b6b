import { useTranslation } from 'react-i18next';
import type { PlatformHealth } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { HealthMark } from '../../ui/HealthMark';
import { PlainTable } from '../../ui/PlainTable';
import { nameOf } from './names';

/** Counted, but nothing that anybody should mend: secrets are meant to be taken out. */
const HARMLESS = new Set(['redacted_texts']);

type Limit = PlatformHealth['limits'][number];

/** Every limit and what it cost so far: nothing is dropped without a count. */
export function LimitsCard({ limits }: { limits: readonly Limit[] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const size = (l: Limit) => {
    if (l.limit === 0) return '–';
    return l.name.includes('bytes') ? format.bytes(l.limit) : format.count(l.limit);
  };
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
                <HealthMark
                  health={l.folded > 0 && !HARMLESS.has(l.name) ? 'warn' : 'ok'}
                  size={14}
                />{' '}
                <span title={l.name}>{nameOf(t, i18n, 'limitNames', l.name)}</span>{' '}
                {l.detail && <span className="cop-dim">{l.detail}</span>}
              </>
            ),
          },
          { head: t('platform.limit'), numeric: true, cell: (l) => size(l) },
          { head: t('platform.folded'), numeric: true, cell: (l) => format.count(l.folded) },
        ]}
      />
    </section>
  );
}
