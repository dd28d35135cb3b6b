import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricResult } from '../../api/contract';
import { useRanged } from '../../api/hooks';
import { useFormat } from '../../format/useFormat';
import { useTimeRange } from '../../time/useTimeRange';
import { Answered } from '../../ui/Answered';
import { paletteColour } from '../../ui/colours';
import { Empty } from '../../ui/Empty';
import { Skeleton } from '../../ui/Skeleton';
import { TimeSeries } from '../../ui/TimeSeries';
import { chosen, unitOf, type Chart, type Metric } from './chart';
import { ExemplarPoints } from './ExemplarPoints';
import { roomFor } from './exemplars';
import { Legend } from './Legend';
import { DRAWN, linesOf, type Line } from './lines';

interface Props {
  chart: Chart;
  metric: Metric | undefined;
  height: number;
}

/** A metric over time: its lines, the Changes of the range, exemplars that open their traces. */
export function ChartView({ chart, metric, height }: Props) {
  const { op, q } = chosen(chart, metric);
  const { name, service, attr, by } = chart;
  const result = useRanged('queryMetric', {
    name,
    op,
    q,
    service,
    attr,
    by: by.length > 0 ? by.join(',') : undefined,
  });
  return (
    <Answered query={result} skeleton={<Skeleton height={height + 60} />}>
      {(data) => <Drawn data={data} chart={chart} op={op} height={height} />}
    </Answered>
  );
}

function Drawn({
  data,
  chart,
  op,
  height,
}: {
  data: MetricResult;
  chart: Chart;
  op: string;
  height: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { setRange } = useTimeRange();
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const changes = useRanged('listChanges', { service: chart.service, limit: 200 });
  const lines = useMemo(
    () => linesOf(data, t('metrics.all'), t('metrics.noValue'), Date.now()),
    [data, t],
  );
  const times = useMemo(() => data.times.map((time) => Date.parse(time)), [data.times]);
  if (lines.length === 0) {
    return (
      <Empty title={t('metrics.noPoints')}>
        <p>{t('metrics.noPointsNext')}</p>
      </Empty>
    );
  }
  const unit = unitOf(data.unit, data.type, op);
  const value = (v: number) => valueIn(format, v, unit);
  const labels = new Set(lines.map((l) => l.label));
  const kept = picked && [...picked].some((l) => labels.has(l)) ? picked : null;
  const isDrawn = (line: Line, i: number) => (kept ? kept.has(line.label) : i < DRAWN);
  const drawn = lines.map((line, i) => ({ line, i })).filter(({ line, i }) => isDrawn(line, i));
  const steps = drawn[0]?.line.values.length ?? 0;
  const measured = op === 'quantile' || op === 'avg' || op === 'min' || op === 'max';
  const exemplars = measured ? drawn.flatMap(({ line }) => line.exemplars) : [];
  const top = Math.max(0, ...drawn.map(({ line }) => line.max ?? 0));
  return (
    <>
      <TimeSeries
        label={chart.name}
        times={times.slice(0, steps)}
        series={drawn.map(({ line, i }) => ({
          label: line.label,
          values: line.values,
          colour: lines.length === 1 ? 'data' : paletteColour(i),
          area: lines.length === 1,
        }))}
        format={value}
        height={height}
        max={roomFor(exemplars, top)}
        changes={changes.data?.changes ?? []}
        group="metrics"
        onSelect={(from, to) =>
          setRange({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })
        }
        overlay={(box) => <ExemplarPoints exemplars={exemplars} box={box} format={value} />}
      />
      <Legend
        lines={lines}
        isDrawn={isDrawn}
        format={value}
        onPick={(label, only) => setPicked(next(lines, isDrawn, label, only))}
      />
      <p className="cop-dim cop-metrics__note">
        {[
          exemplars.length > 0 ? t('metrics.exemplars') : '',
          !kept && lines.length > DRAWN
            ? t('metrics.some', { drawn: DRAWN, count: lines.length })
            : '',
          data.truncated ? t('metrics.truncated') : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  );
}

/** What is drawn after a click: this line alone (again: all of them), or one more or less. */
function next(
  lines: readonly Line[],
  isDrawn: (line: Line, i: number) => boolean,
  label: string,
  only: boolean,
): ReadonlySet<string> | null {
  const now = new Set(lines.filter(isDrawn).map((l) => l.label));
  if (only) return now.size === 1 && now.has(label) ? null : new Set([label]);
  if (!now.delete(label)) now.add(label);
  return now.size === 0 ? null : now;
}

function valueIn(format: ReturnType<typeof useFormat>, v: number, unit: string): string {
  if (unit === '/s') return v < 0 ? `${format.figure(v)}/s` : format.rate(v);
  return format.withUnit(v, unit);
}
