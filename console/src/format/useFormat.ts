import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../i18n/language';
import * as numbers from './numbers';
import * as times from './times';

export interface Format {
  lang: Language;
  count: (v: number) => string;
  shortCount: (v: number) => string;
  figure: (v: number) => string;
  rate: (perSecond: number) => string;
  percent: (ratio: number) => string;
  /** null and undefined read as an en dash */
  duration: (ms: number | null | undefined) => string;
  bytes: (v: number) => string;
  withUnit: (v: number, unit: string) => string;
  relative: (time: string | number, now?: number) => string;
  absolute: (time: string | number) => string;
  clock: (time: string | number, millis?: boolean) => string;
  dayMinute: (time: string | number) => string;
  dayClock: (time: string | number) => string;
  hourMinute: (time: string | number) => string;
}

const ms = (time: string | number) => (typeof time === 'number' ? time : Date.parse(time));

export function formatIn(lang: Language): Format {
  return {
    lang,
    count: (v) => numbers.count(v, lang),
    shortCount: (v) => numbers.shortCount(v, lang),
    figure: (v) => numbers.figure(v, lang),
    rate: (v) => numbers.rate(v, lang),
    percent: (v) => numbers.percent(v, lang),
    duration: (v) => (v === null || v === undefined ? '–' : numbers.duration(v, lang)),
    bytes: (v) => numbers.bytes(v, lang),
    withUnit: (v, unit) => numbers.withUnit(v, unit, lang),
    relative: (t, now = Date.now()) => times.relative(ms(t), now, lang),
    absolute: (t) => times.absolute(ms(t), lang),
    clock: (t, millis) => times.clock(ms(t), lang, millis),
    dayMinute: (t) => times.dayMinute(ms(t), lang),
    dayClock: (t) => times.dayClock(ms(t), lang),
    hourMinute: (t) => times.hourMinute(ms(t), lang),
  };
}

/** The formatting of the viewer's language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const lang = (i18n.language === 'ko' ? 'ko' : 'en') satisfies Language;
  return useMemo(() => formatIn(lang), [lang]);
}
