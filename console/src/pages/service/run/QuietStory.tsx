import { useTranslation } from 'react-i18next';
import type { ServiceDetail } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { resolve } from '../../../time/range';
import { useTimeRange } from '../../../time/useTimeRange';
import { useNow } from '../../../ui/RelativeTime';
import { TimeSeries } from '../../../ui/TimeSeries';

/** The story of an app without requests: the time axis with every Change, and why there is no more. */
export function QuietStory({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { range, setRange } = useTimeRange();
  const now = useNow();
  const span = { from: resolve(range.from, now), to: resolve(range.to, now) };
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
