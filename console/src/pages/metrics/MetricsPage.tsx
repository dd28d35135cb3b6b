import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useTranslation } from 'react-i18next';
import { useRanged } from '../../api/hooks';
import { useFormat } from '../../format/useFormat';
import { Answered } from '../../ui/Answered';
import { CostLine } from '../../ui/CostLine';
import { CloseIcon } from '../../ui/icons';
import { PageHead } from '../../ui/PageHead';
import { Skeleton } from '../../ui/Skeleton';
import { Catalogue } from './Catalogue';
import { ChartCard } from './ChartCard';
import { ChartView } from './ChartView';
import { sameChart, writeChart, type Chart, type Metric } from './chart';
import { Editor } from './Editor';
import { NoMetrics } from './NoMetrics';
import { ServiceSelect } from './ServiceSelect';
import { useCharts } from './useCharts';
import './metrics.css';

/** Metrics: what there is, one of them drawn, and the charts somebody pinned. */
export default function MetricsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { chart, pinned, service, show, pin, unpin } = useCharts();
  const all = useRanged('listMetrics', {}, { fresh: 15_000, every: 60_000 });
  const list = all.data?.metrics ?? [];
  const mine = service ? list.filter((m) => m.services?.includes(service)) : list;
  const find = (c: Chart): Metric | undefined =>
    list.find((m) => m.name === c.name && (!c.service || m.services?.includes(c.service)));
  const services = [...new Set(list.flatMap((m) => m.services ?? []))].sort();
  const series = mine.reduce((sum, m) => sum + m.series, 0);
  return (
    <div className="cop-stack">
      <PageHead
        title={t('metrics.title')}
        lead={
          !all.data
            ? '\u00a0'
            : t(service ? 'metrics.leadOf' : 'metrics.lead', {
                count: mine.length,
                number: format.count(mine.length),
                series: format.count(series),
                apps: format.count(services.length),
                service: service ?? '',
              })
        }
      >
        <ServiceSelect
          services={services}
          service={service}
          onService={(s) => show(chart ? { ...chart, service: s } : null, s)}
        />
      </PageHead>
      <Answered query={all} skeleton={<Skeleton height={480} />}>
        {(data) =>
          data.metrics.length === 0 ? (
            <NoMetrics />
          ) : (
            <div className={chart || pinned.length > 0 ? 'cop-metrics--two' : undefined}>
              <Catalogue
                metrics={mine}
                service={service}
                current={chart?.name ?? (pinned.length > 0 ? '' : null)}
              />
              <div className="cop-stack cop-metrics__charts">
                {chart && (
                  <Current
                    chart={chart}
                    metric={find(chart)}
                    pinned={pinned.some((c) => sameChart(c, chart))}
                    onChange={show}
                    onPin={() => pin(chart)}
                  />
                )}
                {pinned.length > 0 && (
                  <section aria-label={t('metrics.pinned')} className="cop-metrics__pinned">
                    {pinned.map((c) => (
                      <ChartCard
                        key={writeChart(new URLSearchParams(), c).toString()}
                        chart={c}
                        metric={find(c)}
                        onEdit={() => show(c)}
                        onRemove={() => unpin(c)}
                      />
                    ))}
                  </section>
                )}
                <CostLine cost={data.cost} />
              </div>
            </div>
          )
        }
      </Answered>
    </div>
  );
}

interface CurrentProps {
  chart: Chart;
  metric: Metric | undefined;
  pinned: boolean;
  onChange: (chart: Chart | null) => void;
  onPin: () => void;
}

function Current({ chart, metric, pinned, onChange, onPin }: CurrentProps) {
  const { t } = useTranslation();
  return (
    <section className="cop-card cop-stack" aria-label={chart.name}>
      <header className="cop-metrics__cardhead">
        <div>
          <h2>{chart.name}</h2>
          <p className="cop-dim">
            {metric
              ? [metric.description, t(`metrics.type.${metric.type}`), metric.unit]
                  .filter(Boolean)
                  .join(' · ')
              : t('metrics.unknown')}
          </p>
        </div>
        <Button variant="secondary" size="sm" isDisabled={pinned} onClick={onPin}>
          {pinned ? t('metrics.isPinned') : t('metrics.pin')}
        </Button>
        <Button
          variant="plain"
          size="sm"
          icon={<CloseIcon />}
          aria-label={t('metrics.close')}
          title={t('metrics.close')}
          onClick={() => onChange(null)}
        />
      </header>
      <Editor chart={chart} metric={metric} onChange={onChange} />
      <div>
        <ChartView chart={chart} metric={metric} height={260} />
      </div>
    </section>
  );
}
