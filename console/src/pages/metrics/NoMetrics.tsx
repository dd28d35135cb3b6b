import { useTranslation } from 'react-i18next';
import { Command } from '../../ui/Command';
import { Empty } from '../../ui/Empty';
import { useReceivers } from '../now/EmptyNow';

/** No metrics: how they are sent. */
export function NoMetrics() {
  const { t } = useTranslation();
  const { http } = useReceivers();
  return (
    <Empty title={t('metrics.none')}>
      <p>{t('metrics.noneNext')}</p>
      <Command>{`export OTEL_METRICS_EXPORTER=otlp
export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
export OTEL_EXPORTER_OTLP_ENDPOINT=http://${http}
export OTEL_METRIC_EXPORT_INTERVAL=15000`}</Command>
    </Empty>
  );
}
