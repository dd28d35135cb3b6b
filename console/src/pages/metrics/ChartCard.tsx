import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../../ui/icons';
import { ChartView } from './ChartView';
import { chosen, type Chart, type Metric } from './chart';
import { useOpName } from './useOpName';

interface Props {
  chart: Chart;
  metric: Metric | undefined;
  onEdit: () => void;
  onRemove: () => void;
}

/** A pinned chart: what it shows in one line, and the chart. */
export function ChartCard({ chart, metric, onEdit, onRemove }: Props) {
  const { t } = useTranslation();
  const opName = useOpName();
  const what = [
    opName(chosen(chart, metric)),
    chart.by.length > 0 ? t('metrics.each', { keys: chart.by.join(', ') }) : '',
    chart.service ?? '',
    ...chart.attr,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <section className="cop-card" aria-label={chart.name}>
      <header className="cop-metrics__cardhead">
        <div>
          <h3>{chart.name}</h3>
          <p className="cop-dim">{what}</p>
        </div>
        <Button variant="link" size="sm" onClick={onEdit}>
          {t('metrics.edit')}
        </Button>
        <Button
          variant="plain"
          size="sm"
          icon={<CloseIcon />}
          aria-label={t('metrics.unpin', { name: chart.name })}
          title={t('metrics.unpin', { name: chart.name })}
          onClick={onRemove}
        />
      </header>
      <ChartView chart={chart} metric={metric} height={150} />
    </section>
  );
}
