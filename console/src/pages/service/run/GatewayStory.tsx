import { useTranslation } from 'react-i18next';
import type { MetricResult, ServiceDetail } from '../../../api/contract';
import { useRanged } from '../../../api/hooks';
import { useFormat } from '../../../format/useFormat';
import { useTimeRange } from '../../../time/useTimeRange';
import type { TimeSpan } from '../../../ui/chartTypes';
import { TimeSeries } from '../../../ui/TimeSeries';
import { wholeSteps } from '../../metrics/lines';
import { ratesOf, STATUS } from './gatewayRates';

const NAME = 'http.server.request.duration';

/** What the gateway measured of the requests to an app. */
export function useGatewayRed(app: string) {
  const asked = { name: NAME, service: 'opencop-gateway', attr: [`opencop.app=${app}`] };
  const rate = useRanged('queryMetric', { ...asked, op: 'rate', by: STATUS });
  const p95 = useRanged('queryMetric', { ...asked, op: 'quantile', q: 0.95 });
  return { rate: rate.data, p95: p95.data };
}

interface Props {
  detail: ServiceDetail;
  span: TimeSpan;
  rate: MetricResult;
  p95: MetricResult | undefined;
  now: number;
}

/** Rate, errors and latency of an app that tells nothing of itself. */
export function GatewayStory({ detail, span, rate, p95, now }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { setRange } = useTimeRange();
  const { times, all, errors } = ratesOf(rate, now);
  const common = {
    span,
    step: rate.step_s * 1000,
    changes: detail.changes,
    group: `story ${detail.service}`,
    onSelect: (from: number, to: number) =>
      setRange({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }),
  };
  const late = p95?.series[0]?.values.slice(0, wholeSteps(p95, now)) ?? [];
  return (
    <>
      <h2>{t('service.rate')}</h2>
      <TimeSeries
        {...common}
        label={t('service.rate')}
        times={times}
        height={88}
        axis={false}
        format={format.rate}
        series={[{ label: t('red.rate'), values: all, colour: 'data', area: true }]}
      />
      <h2>{t('service.errorShare')}</h2>
      <TimeSeries
        {...common}
        label={t('service.errorShare')}
        times={times}
        height={64}
        axis={false}
        max={0.01}
        format={format.percent}
        series={[{ label: t('red.errors'), values: errors, colour: 'bad', area: true }]}
      />
      <h2>{t('service.latency')}</h2>
      <TimeSeries
        {...common}
        label={t('service.latency')}
        times={(p95?.times ?? []).slice(0, late.length).map((time) => Date.parse(time))}
        height={110}
        format={(s) => format.duration(s * 1000)}
        legend
        series={[{ label: t('red.p95'), values: late, colour: 'data', width: 1.5 }]}
      />
    </>
  );
}
