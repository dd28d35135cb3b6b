import type { Language } from '../i18n/language';

// Every number a person reads is made here: with its unit, and with digits that mean something.

const NBSP = '\u00a0';

/** Three significant digits below 100, whole numbers above. */
function digits(value: number, lang: Language): string {
  const size = Math.abs(value);
  const decimals = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : 2;
  return new Intl.NumberFormat(lang, {
    maximumFractionDigits: decimals,
    minimumFractionDigits: 0,
  }).format(value);
}

/** A count in full: 23,410. */
export function count(value: number, lang: Language): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 0 }).format(value);
}

/** A count for narrow places: in full up to 99,999, then 1.2M, or 123만 in Korean. */
export function shortCount(value: number, lang: Language): string {
  if (Math.abs(value) < 100_000) return count(value, lang);
  return new Intl.NumberFormat(lang, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).format(value);
}

/** Any other figure: three significant digits, compact from 100,000. */
export function figure(value: number, lang: Language): string {
  if (Math.abs(value) >= 100_000) return shortCount(value, lang);
  if (value !== 0 && Math.abs(value) < 0.01) {
    return new Intl.NumberFormat(lang, { maximumSignificantDigits: 2 }).format(value);
  }
  return digits(value, lang);
}

/** Per second: 12.3/s. */
export function rate(perSecond: number, lang: Language): string {
  if (perSecond > 0 && perSecond < 0.01) return '<0.01/s';
  return `${figure(perSecond, lang)}/s`;
}

/** A share of one: 0.02 %, 12.3 %. A share that is not nothing never reads as 0. */
export function percent(ratio: number, lang: Language): string {
  const p = ratio * 100;
  if (p === 0) return `0${NBSP}%`;
  if (p > 0 && p < 0.01) return `<0.01${NBSP}%`;
  return `${digits(p, lang)}${NBSP}%`;
}

/** Units from a minute on. Below, Korean writes ms and s too, as every tool of the field does. */
const LONG_UNITS = {
  en: { d: `${NBSP}d`, h: `${NBSP}h`, m: `${NBSP}m`, s: `${NBSP}s` },
  ko: { d: '일', h: '시간', m: '분', s: '초' },
};

/** Milliseconds as a person says them: 80 µs, 8.4 ms, 1.84 s, 2 m 5 s or 2분 5초, 4 d 6 h or 4일 6시간. */
export function duration(ms: number, lang: Language): string {
  const size = Math.abs(ms);
  if (size === 0) return `0${NBSP}ms`;
  if (size < 0.0995) return `${digits(ms * 1000, lang)}${NBSP}µs`;
  if (size < 999.5) return `${digits(ms, lang)}${NBSP}ms`;
  if (size < 59_950) return `${digits(ms / 1000, lang)}${NBSP}s`;
  const s = Math.round(ms / 1000);
  const u = LONG_UNITS[lang];
  const pair = (big: number, b: string, small: number, v: string) =>
    small === 0 ? `${big}${b}` : `${big}${b}${NBSP}${small}${v}`;
  if (s < 3600) return pair(Math.floor(s / 60), u.m, s % 60, u.s);
  if (s < 86_400) return pair(Math.floor(s / 3600), u.h, Math.floor((s % 3600) / 60), u.m);
  return pair(Math.floor(s / 86_400), u.d, Math.floor((s % 86_400) / 3600), u.h);
}

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Bytes in powers of 1024, as settings and the command line write them: 812 B, 1.42 MiB. */
export function bytes(value: number, lang: Language): string {
  let unit = 0;
  let v = value;
  while (Math.abs(v) >= 1023.5 && unit < BYTE_UNITS.length - 1) {
    v /= 1024;
    unit++;
  }
  return `${unit === 0 ? count(v, lang) : digits(v, lang)}${NBSP}${BYTE_UNITS[unit]}`;
}

/** A metric's value by its UCUM unit, as OpenTelemetry writes it. */
export function withUnit(value: number, unit: string, lang: Language): string {
  switch (unit) {
    case 'By':
      return bytes(value, lang);
    case 'By/s':
      return `${bytes(value, lang)}/s`;
    case 's':
      return duration(value * 1000, lang);
    case 'ms':
      return duration(value, lang);
    case 'us':
      return duration(value / 1000, lang);
    case 'ns':
      return duration(value / 1e6, lang);
    case '%':
      return percent(value / 100, lang);
    case '1':
    case '':
      return figure(value, lang);
    default:
      // {request}, {thread}/s: the braces are annotation, not part of the unit.
      return `${figure(value, lang)}${NBSP}${unit.replace(/[{}]/g, '')}`;
  }
}
