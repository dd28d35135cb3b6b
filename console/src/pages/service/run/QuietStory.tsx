import { useTranslation } from 'react-i18next';
import type { ServiceDetail } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { resolve } from '../../../time/range';
import { useTimeRange } from '../../../time/useTimeRange';
import { useNow } from '../../../ui/RelativeTime';
import { TimeSeries } from '../../../ui/TimeSeries';
import { went } from './gatewayRates';
import { GatewayStory, useGatewayRed } from './GatewayStory';

/**
 * The story of an app that tells of no request: as the gateway saw them, or, where none went through it,
 * the time axis with every Change, and why there is no more.
 */
export function QuietStory({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { range, setRange } = useTimeRange();
  const now = useNow();
  const { rate, p95 } = useGatewayRed(detail.service);
  const span = { from: resolve(range.from, now), to: resolve(range.to, now) };
  if (went(rate)) {
    return (
      <section className="cop-card cop-story" aria-label={t('service.story')}>
        <p className="cop-dim">{t('app.story.gateway')}</p>
        <GatewayStory detail={detail} span={span} rate={rate} p95={p95} now={now} />
      </section>
    );
  }
  return (
    <section className="cop-card cop-story cop-quiet" aria-label={t('service.story')}>
      <p>
        {t('app.story.quiet')} <span className="cop-dim">{t('app.story.agent')}</span>
      </p>
      <TimeSeries
        label={t('app.story.moments')}
        times={[span.from, span.to]}
        span={span}
        series={[{ label: t('red.rate'), values: [0, 0], colour: 'data' }]}
        format={format.rate}
        height={72}
        max={1}
        changes={detail.changes}
        onSelect={(from, to) =>
          setRange({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })
        }
      />
    </section>
  );
}
