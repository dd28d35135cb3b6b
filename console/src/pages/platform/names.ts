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

/** A limit's, refusal's or port's name in the viewer's language; an unknown one keeps its own. */
export function nameOf(
  t: TFunction,
  i18n: i18n,
  group: 'limitNames' | 'reasons' | 'endpointNames',
  name: string,
): string {
  const key = `platform.${group}.${name}`;
  return i18n.exists(key) ? (t as (key: string) => string)(key) : name;
}
