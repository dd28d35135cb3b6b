import type { LogRecord } from '../../api/contract';
import type { LinkParams } from '../../time/link';

/** What the column of origin names. */
export type From = 'service' | 'instance';

export type Severity = LogRecord['severity'];
type Least = Exclude<Severity, 'unspecified'>;

export const SEVERITIES = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

/** What is looked for; in the URL under the API's own names. */
export interface LogFilter {
  text?: string | undefined;
  /** this severity or worse */
  severity?: Least | undefined;
  service?: string | undefined;
  trace_id?: string | undefined;
  template?: string | undefined;
  attr: string[];
}

export const NO_FILTER: LogFilter = { attr: [] };

const NAMES = ['text', 'severity', 'service', 'trace_id', 'template'] as const;

export function filterOf(params: URLSearchParams): LogFilter {
  const read = (name: string) => params.get(name) ?? undefined;
  return {
    text: read('text'),
    // A word that is no severity is sent as it is: the server says what it expected.
    severity: read('severity') as Least | undefined,
    service: read('service'),
    trace_id: read('trace_id'),
    template: read('template'),
    attr: params.getAll('attr'),
  };
}

/** The URL's parameters with this filter in place of the old one; all others stay. */
export function withFilter(old: URLSearchParams, filter: LogFilter): URLSearchParams {
  const next = new URLSearchParams(old);
  for (const name of NAMES) {
    const value = filter[name];
    if (value) next.set(name, value);
    else next.delete(name);
  }
  next.delete('attr');
  filter.attr.forEach((a) => next.append('attr', a));
  next.delete('cursor');
  return next;
}

export function isEmpty(filter: LogFilter): boolean {
  return filter.attr.length === 0 && NAMES.every((name) => !filter[name]);
}

/** The filter as parameters of a link. */
export function linkOf(filter: LogFilter): LinkParams {
  return { ...filter };
}

/** What was typed into the text box: a lone trace id means that trace, anything else is words. */
export function typed(text: string): Pick<LogFilter, 'text' | 'trace_id'> | { text: string } {
  const trimmed = text.trim();
  if (/^[0-9a-f]{32}$/i.test(trimmed)) {
    return { text: undefined, trace_id: trimmed.toLowerCase() };
  }
  return { text: trimmed };
}

/** The filter with one condition more. */
export function adding(filter: LogFilter, condition: string): LogFilter {
  if (filter.attr.includes(condition)) return filter;
  return { ...filter, attr: [...filter.attr, condition] };
}
