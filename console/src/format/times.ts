import type { Language } from '../i18n/language';

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['month', 2_629_800],
  ['year', 31_557_600],
];

/** How long ago (or ahead), in the largest unit that fits: 3m ago, 3분 전. */
export function relative(time: number, now: number, lang: Language): string {
  const seconds = (time - now) / 1000;
  const size = Math.abs(seconds);
  let step = STEPS[0]!;
  for (const s of STEPS) if (size >= s[1]) step = s;
  return new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style: 'narrow' }).format(
    Math.trunc(seconds / step[1]),
    step[0],
  );
}

/** The viewer's time zone, e.g. Asia/Seoul. */
export function zone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The whole truth, to the millisecond, with zone; for hovering. */
export function absolute(time: number, lang: Language): string {
  return new Intl.DateTimeFormat(lang, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hour12: false,
    timeZoneName: 'short',
  }).format(time);
}

/** Time of day, with milliseconds where asked: 14:03:07.042. */
export function clock(time: number, lang: Language, millis = false): string {
  return new Intl.DateTimeFormat(lang, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...(millis ? { fractionalSecondDigits: 3 as const } : {}),
    hourCycle: 'h23',
  }).format(time);
}

/** Day and minute: 11-21 14:03, or 11. 21. 14:03 in Korean. */
export function dayMinute(time: number, lang: Language): string {
  return new Intl.DateTimeFormat(lang, {
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time);
}

/** Day and time of day to the millisecond: 11-21 14:03:07.042. */
export function dayClock(time: number, lang: Language): string {
  return new Intl.DateTimeFormat(lang, {
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  }).format(time);
}

/** Hour and minute: 14:03. */
export function hourMinute(time: number, lang: Language): string {
  return new Intl.DateTimeFormat(lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time);
}
