/** What is looked for: a user by pseudonym, or the session that is shown under an id. */
export type Wanted = { user: string } | { id: string };

const PSEUDONYM = /^[0-9a-f]{24}$/;
const ID = /^#([0-9a-f]{12})$/;

/**
 * What a text that was typed asks for: `#` and twelve digits are a session, twenty-four digits a
 * pseudonym. Everything else is a name, which only the server can turn into a pseudonym.
 */
export function readWanted(typed: string): Wanted | { name: string } | null {
  const text = typed.trim();
  const id = ID.exec(text.toLowerCase())?.[1];
  if (id) return { id };
  if (PSEUDONYM.test(text)) return { user: text };
  return text === '' ? null : { name: text };
}

/** What the address asks for. A name never stands there. */
export function wantedOf(params: URLSearchParams): Wanted | null {
  const user = params.get('user') ?? '';
  const id = params.get('session') ?? '';
  if (PSEUDONYM.test(user)) return { user };
  return ID.test(`#${id}`) ? { id } : null;
}

/** A pseudonym for reading: its first digits tell users apart. */
export const shortly = (pseudonym: string) => pseudonym.slice(0, 8);
