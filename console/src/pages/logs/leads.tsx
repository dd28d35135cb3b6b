import { useTranslation } from 'react-i18next';
import type { LogHistogram } from '../../api/contract';
import { useRanged } from '../../api/hooks';
import { useFormat } from '../../format/useFormat';
import { useRangeText } from '../../time/useRangeText';
import { useTimeRange } from '../../time/useTimeRange';
import { isEmpty, linkOf, type LogFilter } from './filter';
import { LIMIT, summaryOf } from './patterns';
import { totalsOf } from './stack';
import { RangeLink } from '../../ui/RangeLink';
import { Say } from '../../ui/Say';
import { useLogFilter } from './useLogFilter';

/** How many records there are, and how many of them are errors. */
export function HistogramLead({ histogram }: { histogram: LogHistogram | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { range } = useTimeRange();
  const { filter } = useLogFilter();
  const text = useRangeText();
  if (!histogram) return '\u00a0';
  const totals = totalsOf(histogram);
  const all = totals.reduce((sum, s) => sum + s.count, 0);
  const errors = totals
    .filter((s) => s.severity === 'error' || s.severity === 'fatal')
    .reduce((sum, s) => sum + s.count, 0);
  const values = { range: text(range), count: all, number: format.count(all) };
  const match = !isEmpty(filter);
  if (all === 0) return t(match ? 'logs.lead.noMatch' : 'logs.lead.none', values);
  if (errors === 0) return t(match ? 'logs.lead.matchOk' : 'logs.lead.ok', values);
  const number = format.count(errors);
  return (
    <Say
      k={match ? 'logs.lead.match' : 'logs.lead.all'}
      words={{
        ...values,
        errors: {
          text: number,
          node: (
            <RangeLink to="/logs" params={linkOf({ ...filter, severity: 'error' })}>
              {number}
            </RangeLink>
          ),
        },
      }}
    />
  );
}

/** How many patterns there are, how many are new, which is the most frequent. */
export function PatternsLead({ filter: { service, severity } }: { filter: LogFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const patterns = useRanged('logPatterns', { service, severity, limit: LIMIT });
  if (!patterns.data) return '\u00a0';
  const { all, fresh, top } = summaryOf(patterns.data);
  if (!top) return t('logs.lead.noPatterns');
  return t(fresh > 0 && fresh < all ? 'logs.lead.newPatterns' : 'logs.lead.patterns', {
    count: all,
    number: format.count(all),
    fresh: format.count(fresh),
    times: format.count(top.count),
    template: top.template,
  });
}
