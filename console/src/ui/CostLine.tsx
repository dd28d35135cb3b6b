import { useTranslation } from 'react-i18next';
import type { Cost } from '../api/contract';
import { useFormat } from '../format/useFormat';
import './state.css';

/** How much an answer read and how long it took; quiet, at the end of what it paid for. */
export function CostLine({ cost }: { cost: Cost }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="cop-cost">
      {t('state.read', {
        rows: format.shortCount(cost.rows_read),
        bytes: format.bytes(cost.bytes_read),
        time: format.duration(cost.elapsed_ms),
      })}
    </p>
  );
}
