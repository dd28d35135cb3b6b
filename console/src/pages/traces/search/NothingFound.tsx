import { useTranslation } from 'react-i18next';
import { useRanged } from '../../../api/hooks';
import { isLive } from '../../../time/range';
import { useTimeRange } from '../../../time/useTimeRange';
import { CloseIcon } from '../../../ui/icons';
import { Empty } from '../../../ui/Empty';
import { RangeLink } from '../../../ui/RangeLink';
import { EmptyNow } from '../../now/EmptyNow';
import { hasConditions, type Criteria, type Patch } from './criteria';
import { useConditionWords } from './useConditionWords';

interface Props {
  criteria: Criteria;
  onChange: (patch: Patch) => void;
}

/** No trace: which condition to drop, which range to try, or how to send the first one. */
export function NothingFound({ criteria, onChange }: Props) {
  const { t } = useTranslation();
  const { range, setRange } = useTimeRange();
  const overview = useRanged('overview', {}, { every: false });
  const words = useConditionWords(criteria);
  if (overview.data?.ever_received === false) return <EmptyNow />;
  const asked = hasConditions(criteria);
  const wider = ['1h', '24h', '7d'].filter((p) => `now-${p}` !== range.from || !isLive(range));
  return (
    <Empty title={t(asked ? 'traces.none.matching' : 'traces.none.any')}>
      {asked && (
        <>
          <p>{t('traces.none.drop')}</p>
          <ul className="cop-row">
            {words.map((w) => (
              <li key={w.text}>
                <button type="button" className="cop-tchip" onClick={() => onChange(w.without)}>
                  {w.text} <CloseIcon size={12} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('traces.none.wider')}</p>
      <div className="cop-row">
        {wider.map((p) => (
          <button
            key={p}
            type="button"
            className="cop-go"
            onClick={() => setRange({ from: `now-${p}`, to: 'now' })}
          >
            {t(`traces.none.last${p as '1h' | '24h' | '7d'}`)}
          </button>
        ))}
      </div>
      <p className="cop-dim">
        {t('traces.none.arriving')} <RangeLink to="/platform">{t('nav.platform')}</RangeLink>
      </p>
    </Empty>
  );
}
