import { routes, type Operations, type Problem } from './contract';
import { language } from '../i18n/language';

/** A problem the server described (RFC 9457), or the way to it that failed. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

type Value = string | number | boolean | undefined | null;
type Params = Record<string, Value | string[]>;

/** Path and query of an operation; parameters that are undefined, null or '' are left out. */
export function urlOf(operation: keyof Operations, params: object = {}): string {
  const query = new URLSearchParams();
  let path: string = routes[operation][1];
  for (const [name, value] of Object.entries(params as Params)) {
    if (value === undefined || value === null || value === '') continue;
    if (path.includes(`{${name}}`)) {
      path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
    } else if (Array.isArray(value)) {
      value.forEach((v) => query.append(name, v));
    } else {
      query.append(name, String(value));
    }
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

interface CallOptions<K extends keyof Operations> {
  body?: Operations[K]['body'];
  signal?: AbortSignal | undefined;
}

/**
 * Calls one operation of the contract. Throws ApiError with the server's problem, or with status 0
 * where the server could not be reached at all.
 */
export async function call<K extends keyof Operations>(
  operation: K,
  params: Operations[K]['params'],
  { body, signal }: CallOptions<K> = {},
): Promise<Operations[K]['answer']> {
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Cop-Lang': language() };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(urlOf(operation, params), {
      method: routes[operation][0],
      headers,
      credentials: 'same-origin',
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch (e) {
    if (signal?.aborted) throw e;
    throw new ApiError({ type: 'about:blank', title: '', status: 0, code: 'unreachable' });
  }
  if (!response.ok) throw new ApiError(await problemOf(response));
  if (response.status === 204) return undefined;
  return (await response.json()) as Operations[K]['answer'];
}

/** The problem an answer that is not ok describes. */
export async function problemOf(response: Response): Promise<Problem> {
  const fallback = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: `HTTP ${response.status}`,
  };
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}
