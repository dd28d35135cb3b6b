import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { rangeOf, type TimeRange } from './range';

export type LinkParams = Record<string, string | number | null | undefined | readonly string[]>;

/** A console URL: path, its parameters, then the range. Parameters bear the names of the API's. */
export function hrefOf(path: string, params: LinkParams, range: TimeRange): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null || value === '') continue;
    if (Array.isArray(value)) value.forEach((v: string) => query.append(name, v));
    else query.append(name, String(value));
  }
  if (!query.has('from')) {
    query.set('from', range.from);
    query.set('to', range.to);
  }
  return `${path}?${query.toString()}`;
}

/** Builds links that carry the page's time range along; a `from`/`to` among the parameters wins. */
export function useHref() {
  const [current] = useSearchParams();
  const { from, to } = rangeOf(current);
  return useCallback(
    (path: string, params: LinkParams = {}) => hrefOf(path, params, { from, to }),
    [from, to],
  );
}

/**
 * Where an app's page is. Dots are escaped as well: the server takes a last segment with a dot in it
 * for a file.
 */
export function appPath(service: string, tab?: string): string {
  const name = encodeURIComponent(service).replaceAll('.', '%2E');
  return tab === undefined ? `/apps/${name}` : `/apps/${name}/${tab}`;
}
