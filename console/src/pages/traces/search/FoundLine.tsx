import { useTranslation } from 'react-i18next';
import type { TraceSummary } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { lookBack } from '../../../time/range';
import { useTimeRange } from '../../../time/useTimeRange';

interface Props {
  rows: readonly TraceSummary[];
  /** there are further pages */
  more: boolean;
  conditions: boolean;
}

/** What was found, in words: how many, how many failed, the longest. */
export function FoundLine({ rows, more, conditions }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { range } = useTimeRange();
  const m = /^(\d+)([smhd])$/.exec(lookBack(range) ?? '');
  const when = m?.[1]
    ? t('traces.found.last', {
        length: t(`time.${m[2] as 's' | 'm' | 'h' | 'd'}`, { count: Number(m[1]) }),
      })
    : t('traces.found.fixed');
  const what = t(conditions ? 'traces.found.matching' : 'traces.found.any');
  if (rows.length === 0) return t('traces.found.none', { when, what });
  const failed = rows.filter((r) => r.errors > 0).length;
  const longest = rows.reduce((a, b) => (b.duration_ms > a.duration_ms ? b : a));
  const count = rows.length;
  const first = t(more ? 'traces.found.atLeast' : 'traces.found.count', {
    when,
    what,
    count,
    number: format.count(count),
  });
  const second =
    failed > 0
      ? t(more ? 'traces.found.failedShown' : 'traces.found.failed', {
          count: failed,
          number: format.count(failed),
        })
      : t('traces.found.noneFailed');
  const third = t('traces.found.longest', { duration: format.duration(longest.duration_ms) });
  return `${first} ${second} ${third}`;
}
