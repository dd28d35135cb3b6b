import { useTranslation } from 'react-i18next';
import type { ServiceDetail } from '../../../api/contract';
import { useRanged } from '../../../api/hooks';
import { useFormat } from '../../../format/useFormat';
import { resolve } from '../../../time/range';
import { useTimeRange } from '../../../time/useTimeRange';
import { paletteColour } from '../../../ui/colours';
import { ProblemView } from '../../../ui/ProblemView';
import { useNow } from '../../../ui/RelativeTime';
import { TimeSeries } from '../../../ui/TimeSeries';
import { axisOf, groupOf } from '../axis';
import { byLabel, joined, type Asked } from './lines';

/** Counting takes at most a fiftieth of the time, so on a busy machine it is some way from one to the next. */
const COUNTED_MS = 60_000;
/** More instances than this are no help as lines; the table has them all. */
const INSTANCES = 8;

type Op = 'last' | 'rate' | 'quantile';

/** What the platform keeps of the figures, on the page's time axis with its Changes. */
export function SessionHistory({ detail }: { detail: ServiceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { service } = detail;
  const of = (name: string) => `opencop.session.${name}`;
  const useMetric = (name: string, op: Op, q?: number) =>
    useRanged('queryMetric', { name: of(name), service, op, q });
  const all = useMetric('count', 'last');
  const active = useMetric('count.active', 'last');
  const users = useMetric('users', 'last');
  const created = useMetric('created', 'rate');
  const expired = useMetric('expired', 'rate');
  const ended = useMetric('ended', 'rate');
  const lookup99 = useMetric('lookup.duration', 'quantile', 0.99);
  const lookup50 = useMetric('lookup.duration', 'quantile', 0.5);
  const write99 = useMetric('write.duration', 'quantile', 0.99);
  const write50 = useMetric('write.duration', 'quantile', 0.5);
  const each = useRanged('queryMetric', {
    name: of('active'),
    service,
    op: 'last',
    by: 'service.instance.id',
  });
  const failed = [all, created, lookup99].find((query) => query.isLoadingError);
  const line = (label: string, result: Asked['result'], colour: number, dashed = false) => ({
    label,
    result,
    colour: paletteColour(colour),
    width: dashed ? 1 : 2,
    dashed,
  });
  return (
    <section className="cop-card cop-story" aria-label={t('sessions.history.title')}>
      {failed?.error && <ProblemView error={failed.error} retry={() => void failed.refetch()} />}
      <Chart
        detail={detail}
        title={t('sessions.history.number')}
        format={format.figure}
        height={120}
        pending={all.isPending || active.isPending || users.isPending}
        lines={[
          { ...line(t('sessions.fact.sessions'), all.data, 0), hold: COUNTED_MS },
          { ...line(t('sessions.fact.active'), active.data, 1), hold: COUNTED_MS },
          { ...line(t('sessions.fact.users'), users.data, 2), hold: COUNTED_MS },
        ]}
      />
      <Chart
        detail={detail}
        title={t('sessions.history.flow')}
        format={format.rate}
        height={96}
        pending={created.isPending || expired.isPending || ended.isPending}
        lines={[
          line(t('sessions.fact.created'), created.data, 0),
          line(t('sessions.fact.expired'), expired.data, 1),
          line(t('sessions.fact.ended'), ended.data, 2),
        ]}
      />
      <Chart
        detail={detail}
        title={t('sessions.history.latency')}
        format={(s) => format.duration(s * 1000)}
        height={120}
        pending={lookup99.isPending || write99.isPending}
        lines={[
          line(t('sessions.history.lookupP99'), lookup99.data, 0),
          line(t('sessions.history.lookupP50'), lookup50.data, 0, true),
          line(t('sessions.history.writeP99'), write99.data, 1),
          line(t('sessions.history.writeP50'), write50.data, 1, true),
        ]}
      />
      <Chart
        detail={detail}
        title={t('sessions.history.instances')}
        format={format.figure}
        height={110}
        pending={each.isPending}
        lines={byLabel(each.data, INSTANCES, paletteColour)}
      />
    </section>
  );
}

interface ChartProps {
  detail: ServiceDetail;
  title: string;
  lines: readonly Asked[];
  /** whether some of them have not been answered yet */
  pending: boolean;
  format: (value: number) => string;
  height: number;
}

function Chart({ detail, title, lines, format, height, pending }: ChartProps) {
  const { t } = useTranslation();
  const { range, setRange } = useTimeRange();
  const now = useNow();
  const drawn = joined(lines, now);
  const span = axisOf(detail) ?? { from: resolve(range.from, now), to: resolve(range.to, now) };
  return (
    <>
      <h2>{title}</h2>
      {pending ? (
        <div style={{ height }} />
      ) : drawn ? (
        <TimeSeries
          label={title}
          times={drawn.times}
          step={drawn.step}
          span={span}
          series={drawn.series}
          format={format}
          height={height}
          changes={detail.changes}
          group={groupOf(detail)}
          legend
          onSelect={(from, to) =>
            setRange({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })
          }
        />
      ) : (
        <p className="cop-dim">{t('sessions.history.none')}</p>
      )}
    </>
  );
}
