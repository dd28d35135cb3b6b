import { useTranslation } from 'react-i18next';
import { useTimeRange } from '../../time/useTimeRange';
import { lengthOf, resolve } from '../../time/range';
import { Command } from '../../ui/Command';
import { Empty } from '../../ui/Empty';
import { RangeLink } from '../../ui/RangeLink';
import { useReceivers } from '../now/EmptyNow';
import { isEmpty, linkOf } from './filter';
import { useLogFilter } from './useLogFilter';

/** Nothing matches: fewer conditions or a longer range. Nothing at all: how logs are sent. */
export function NoLogs() {
  const { t } = useTranslation();
  const { filter } = useLogFilter();
  const { range } = useTimeRange();
  const receivers = useReceivers();
  const now = Date.now();
  const wider = {
    from: new Date(resolve(range.to, now) - 8 * lengthOf(range, now)).toISOString(),
    to: new Date(resolve(range.to, now)).toISOString(),
  };
  const links = (
    <p className="cop-row">
      {!isEmpty(filter) && (
        <RangeLink className="cop-go" to="/logs">
          {t('logs.none.all')}
        </RangeLink>
      )}
      <RangeLink className="cop-go" to="/logs" params={{ ...linkOf(filter), ...wider }}>
        {t('logs.none.wider')}
      </RangeLink>
    </p>
  );
  if (!isEmpty(filter)) {
    return (
      <Empty title={t('logs.none.match')}>
        <p>{t('logs.none.matchNext')}</p>
        {links}
      </Empty>
    );
  }
  return (
    <Empty title={t('logs.none.title')}>
      <p>{t('logs.none.next')}</p>
      {links}
      <p>{t('logs.none.send')}</p>
      <Command>{`now=$(date +%s)
curl -H 'Content-Type: application/json' http://${receivers.http}/v1/logs -d '{"resourceLogs":[{
  "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"hello"}}]},
  "scopeLogs":[{"logRecords":[{"timeUnixNano":"'$now'000000000","severityNumber":9,
    "body":{"stringValue":"hello from curl"}}]}]}]}'`}</Command>
    </Empty>
  );
}
