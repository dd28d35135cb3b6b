import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceDetail } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { useTimeRange } from '../../time/useTimeRange';
import { wholePoints } from '../../ui/trend';
import { TimeSeries } from '../../ui/TimeSeries';
import { axisOf, groupOf } from './axis';

/** Rate, errors and the latency band on one time axis, every Change a flag through all three. */
export function Story({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { setRange } = useTimeRange();
  const { step_s, changes } = detail;
  const series = useMemo(() => wholePoints(detail.series, Date.now()), [detail.series]);
  const figures = useMemo(
    () => ({
      times: series.map((p) => Date.parse(p.time)),
      rate: series.map((p) => p.count / step_s),
      errors: series.map((p) => (p.count > 0 ? p.errors / p.count : null)),
      p50: series.map((p) => p.p50_ms),
      p95: series.map((p) => p.p95_ms),
      p99: series.map((p) => p.p99_ms),
    }),
    [series, step_s],
  );
  const span = axisOf(detail);
  const common = {
    times: figures.times,
    changes,
    step: step_s * 1000,
    ...(span ? { span } : {}),
    group: groupOf(detail),
    onSelect: (from: number, to: number) =>
      setRange({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }),
  };
  return (
    <section className="cop-card cop-story" aria-label={t('service.story')}>
      <h2>{t('service.rate')}</h2>
      <TimeSeries
        {...common}
        label={t('service.rate')}
        height={88}
        axis={false}
        format={format.rate}
        series={[{ label: t('red.rate'), values: figures.rate, colour: 'data', area: true }]}
      />
      <h2>{t('service.errorShare')}</h2>
      <TimeSeries
        {...common}
        label={t('service.errorShare')}
        height={64}
        axis={false}
        max={0.01}
        format={format.percent}
        series={[{ label: t('red.errors'), values: figures.errors, colour: 'bad', area: true }]}
      />
      <h2>{t('service.latency')}</h2>
      <TimeSeries
        {...common}
        label={t('service.latency')}
        height={138}
        format={format.duration}
        legend
        series={[
          { label: t('red.p99'), values: figures.p99, colour: 'data', dashed: true, width: 1 },
          { label: t('red.p95'), values: figures.p95, colour: 'data', bandTo: 2, width: 1.5 },
          { label: t('red.p50'), values: figures.p50, colour: 'data', width: 2.5 },
        ]}
      />
    </section>
  );
}
