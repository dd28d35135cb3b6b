import type { i18n, TFunction } from 'i18next';

/** A signal's name in the viewer's language; one we do not know keeps its own. */
export function signalName(t: TFunction, signal: string | undefined): string {
  switch (signal) {
    case 'spans':
    case 'logs':
    case 'metrics':
    case 'rollups':
      return t(`platform.${signal}`);
    default:
      return signal ?? '';
  }
}

/** A limit's name in the viewer's language; one we do not know keeps its own. */
export function limitName(t: TFunction, i18n: i18n, name: string): string {
  const key = `platform.limitNames.${name}`;
  return i18n.exists(key) ? (t as (key: string) => string)(key) : name;
}
