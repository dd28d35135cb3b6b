/** The body as text: as it is, or a structured one as JSON. */
export function textOf(body: unknown, pretty = false): string {
  if (typeof body === 'string') return body;
  if (body === null || body === undefined) return '';
  return JSON.stringify(body, null, pretty ? 2 : undefined);
}

const LINE = 600;

/** The body on one line, cut where no screen shows it any more. */
export function lineOf(body: unknown): string {
  const text = textOf(body);
  const cut = text.length > LINE ? `${text.slice(0, LINE)}…` : text;
  return cut.replace(/\s*[\r\n]+\s*/g, ' ⏎ ').replace(/\t/g, ' ');
}

/**
 * The text in pieces, every second one a match of one of the words (case does not matter). Pieces
 * are strings: what they hold is only ever shown as text.
 */
export function pieces(text: string, words: readonly string[]): string[] {
  const wanted = words.filter((w) => w !== '');
  if (wanted.length === 0) return [text];
  const pattern = wanted
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return text.split(new RegExp(`(${pattern})`, 'gi'));
}

/** The words of a search text. */
export function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter(Boolean);
}
