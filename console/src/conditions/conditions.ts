/** A condition on an attribute as the API writes it: `key=value`, `key!=value`, `key` (exists) … */
export interface Condition {
  key: string;
  op: Operator | null;
  value: string;
}

export const OPERATORS = ['=', '!=', '~=', '>=', '<='] as const;
export type Operator = (typeof OPERATORS)[number];

const WRITTEN = /^([^=!~<>]+?)\s*(?:(!=|~=|>=|<=|=)\s*([\s\S]*))?$/;

/** Reads what was typed or stands in the URL; null while it is not one. */
export function readCondition(text: string): Condition | null {
  const m = WRITTEN.exec(text.trim());
  if (!m?.[1]) return null;
  const op = (m[2] ?? null) as Operator | null;
  if (op !== null && op !== '=' && op !== '!=' && !m[3]) return null;
  return { key: m[1].trim(), op, value: m[3] ?? '' };
}

export function writeCondition({ key, op, value }: Condition): string {
  return op === null ? key : `${key}${op}${value}`;
}

/** Whether a value can stand in a condition: one line, not too long, not a list or a map. */
export function isPlain(value: unknown): value is string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return true;
  return typeof value === 'string' && value.length <= 200 && !/[\r\n]/.test(value);
}

/** What completes the text: keys first; once key and operator stand there, the key's values. */
export function stageOf(text: string): { key: string; op: Operator; prefix: string } | null {
  const m = /^([^=!~<>]+?)\s*(!=|~=|>=|<=|=)\s*(.*)$/.exec(text.trimStart());
  return m?.[1] && m[2] ? { key: m[1], op: m[2] as Operator, prefix: m[3] ?? '' } : null;
}
