import type { Operations } from '../../../api/contract';

export const KINDS = ['server', 'client', 'producer', 'consumer', 'internal'] as const;
export const STATUSES = ['error', 'ok', 'unset'] as const;
export type Kind = (typeof KINDS)[number];
export type Status = (typeof STATUSES)[number];

/** What is looked for: parameters of searchTraces, under the same names in the URL. */
export type Criteria = Omit<
  Operations['searchTraces']['params'],
  'from' | 'to' | 'limit' | 'cursor'
> & { attr: string[]; order: 'newest' | 'slowest' };

function oneOf<T extends string>(list: readonly T[], text: string | null): T | undefined {
  return list.find((v) => v === text);
}

function millis(text: string | null): number | undefined {
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** The criteria of a URL; what it does not know, or what makes no sense, is left out. */
export function criteriaOf(params: URLSearchParams): Criteria {
  return {
    service: params.get('service') || undefined,
    operation: params.get('operation') || undefined,
    kind: oneOf(KINDS, params.get('kind')),
    status: oneOf(STATUSES, params.get('status')),
    min_duration_ms: millis(params.get('min_duration_ms')),
    max_duration_ms: millis(params.get('max_duration_ms')),
    attr: params.getAll('attr').filter((a) => a.trim() !== ''),
    order: params.get('order') === 'slowest' ? 'slowest' : 'newest',
  };
}

/** Whether anything is asked for beside the time. */
export function hasConditions({ order: _, attr, ...rest }: Criteria): boolean {
  return (
    attr.length > 0 || Object.values(rest as Record<string, unknown>).some((v) => v !== undefined)
  );
}

export type Patch = Partial<Record<keyof Criteria, string | number | readonly string[] | null>>;

/** The URL's parameters with some criteria changed; the rest of it stays. */
export function withCriteria(params: URLSearchParams, patch: Patch): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(patch)) {
    next.delete(name);
    if (typeof value === 'object') value?.forEach((v) => next.append(name, v));
    else if (value !== '') next.set(name, String(value));
  }
  if (next.get('order') === 'newest') next.delete('order');
  return next;
}

const ATTRIBUTE = /^([^=!~<>]+)(?:(!=|~=|>=|<=|=)(.*))?$/s;

/** An attribute condition taken apart as the server does: the first operator counts. */
export function attributeOf(text: string): { key: string; op: string; value: string } | null {
  const m = ATTRIBUTE.exec(text.trim());
  if (!m?.[1]?.trim()) return null;
  const op = m[2] ?? '';
  const value = m[3]?.trim() ?? '';
  if ((op === '>=' || op === '<=') && (value === '' || !Number.isFinite(Number(value))))
    return null;
  return { key: m[1].trim(), op, value };
}

/** An attribute's value as the condition that finds it; null where no condition can say it. */
export function conditionFor(key: string, value: unknown): string | null {
  if (/[=!~<>]/.test(key)) return null;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return null;
  }
  const text = `${key}=${value}`;
  return text.length <= 1000 ? text : null;
}

const UNITS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  밀리초: 1,
  '': 1,
  s: 1000,
  초: 1000,
  m: 60_000,
  min: 60_000,
  분: 60_000,
  h: 3_600_000,
  시간: 3_600_000,
};

/** Milliseconds of what a person types: 250, 80us, 1.5s, 2분; null where it is not a duration. */
export function parseDuration(text: string): number | null {
  const m = /^(\d+(?:\.\d*)?|\.\d+)\s*([a-zµμ]*|밀리초|초|분|시간)$/i.exec(
    text.trim().replaceAll(',', ''),
  );
  const unit = UNITS[m?.[2]?.toLowerCase() ?? ''];
  return m?.[1] && unit !== undefined ? Number(m[1]) * unit : null;
}
