import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRanged } from '../../../api/hooks';
import { RangeLink } from '../../../ui/RangeLink';
import { LiveTail } from '../../logs/LiveTail';
import type { LogFilter } from '../../logs/filter';
import type { TabProps } from '../tabProps';
import '../../logs/logs.css';
import '../../../ui/charts.css';

/** Records shown from before the tail began. */
const EARLIER = 200;

/** What the app says, as it says it; of all instances, or of the one in the URL. */
export default function LogsTab({ detail, app }: TabProps) {
  const { service } = detail;
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const instance = params.get('instance') ?? '';
  const filter = useMemo<LogFilter>(
    () => ({ service, attr: instance ? [`service.instance.id=${instance}`] : [] }),
    [service, instance],
  );
  const earlier = useRanged('searchLogs', { ...filter, limit: EARLIER }, { every: false });
  const known = app ? app.instances.map((i) => i.name) : detail.instances.map((i) => i.key);
  const names = instance && !known.includes(instance) ? [instance, ...known] : known;
  const choose = (name: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (name) next.set('instance', name);
        else next.delete('instance');
        return next;
      },
      { preventScrollReset: true },
    );
  return (
    <div className="cop-logs cop-applogs">
      <div className="cop-row">
        {names.length > 0 && (
          <label className="cop-row">
            {t('app.logs.instance')}
            <select
              className="cop-select"
              value={instance}
              onChange={(e) => choose(e.target.value)}
            >
              <option value="">{t('app.logs.all')}</option>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <RangeLink to="/logs" params={{ service, attr: filter.attr }}>
          {t('app.logs.search')}
        </RangeLink>
      </div>
      <LiveTail
        key={instance}
        filter={filter}
        by="instance"
        {...(earlier.data ? { earlier: earlier.data.logs } : {})}
      />
    </div>
  );
}
