import { useTranslation } from 'react-i18next';
import type { AppCanary } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { HealthMark } from '../../../ui/HealthMark';
import { PlainTable } from '../../../ui/PlainTable';

const HEALTH = { too_few: 'idle', well: 'ok', errors: 'bad', slow: 'bad' } as const;

/** How a new release does beside the old one, and how far it has come. */
export function CanaryCard({ canary }: { canary: AppCanary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sides = [
    { name: t('app.canary.old'), ...canary.old },
    { name: t('app.canary.new'), ...canary.new },
  ];
  return (
    <section className="cop-card cop-quiet" aria-label={t('app.canary.title')}>
      <h2>{t('app.canary.title')}</h2>
      <p className="cop-state">
        <HealthMark health={HEALTH[canary.verdict]} size={14} />
        {t('app.canary.step', {
          step: canary.step,
          steps: canary.steps,
          weight: canary.weight,
          held: format.duration(canary.held_s * 1000),
          hold: format.duration(canary.hold_s * 1000),
        })}{' '}
        {t(`app.canary.verdict.${canary.verdict}`)}
      </p>
      <PlainTable<(typeof sides)[number]>
        label={t('app.canary.title')}
        rows={sides}
        rowKey={(s) => s.name}
        columns={[
          { head: t('app.tab.releases'), cell: (s) => s.name },
          { head: t('app.routes.requests'), numeric: true, cell: (s) => format.count(s.requests) },
          {
            head: t('red.errors'),
            numeric: true,
            cell: (s) => (s.requests > 0 ? format.percent(s.errors / s.requests) : '–'),
          },
          { head: t('red.p95'), numeric: true, cell: (s) => format.duration(s.p95_ms) },
        ]}
      />
    </section>
  );
}
