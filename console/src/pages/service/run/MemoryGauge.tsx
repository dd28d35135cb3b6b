import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/useFormat';

/** How much of its memory limit an instance uses; from 80 % on it says so by colour, from 95 % louder. */
export function MemoryGauge({ used, limit }: { used: number | undefined; limit: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (used === undefined) return '–';
  const share = limit > 0 ? used / limit : 0;
  const state = share >= 0.95 ? ' cop-gauge--bad' : share >= 0.8 ? ' cop-gauge--warn' : '';
  const words = t('app.instances.ofLimit', {
    used: format.bytes(used),
    limit: format.bytes(limit),
  });
  return (
    <div className={`cop-gauge${state}`} title={format.percent(share)}>
      {words}
      <span>
        <i style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
    </div>
  );
}
