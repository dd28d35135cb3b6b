import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { lookBack, resolve, type TimeRange } from './range';

/** A range in words: `Last 15 minutes`, or from and to in the viewer's zone. */
export function useRangeText() {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (range: TimeRange): string => {
      const back = lookBack(range);
      const m = back ? /^(\d+)([smhd])$/.exec(back) : null;
      if (m?.[1] && m[2]) {
        const length = t(`time.${m[2] as 's' | 'm' | 'h' | 'd'}`, { count: Number(m[1]) });
        return t('time.last', { length });
      }
      const now = Date.now();
      const from = resolve(range.from, now);
      const to = resolve(range.to, now);
      const sameDay = new Date(from).toDateString() === new Date(to).toDateString();
      const end = sameDay ? format.hourMinute(to) : format.dayMinute(to);
      return `${format.dayMinute(from)} – ${end}`;
    },
    [t, format],
  );
}
