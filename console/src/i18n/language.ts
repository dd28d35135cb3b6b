export type Language = 'ko' | 'en';

const KEY = 'cop.language';

function initial(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'ko' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

let current: Language = initial();

/** The viewer's language: kept choice, else the browser's. */
export function language(): Language {
  return current;
}

export function keepLanguage(next: Language): void {
  current = next;
  localStorage.setItem(KEY, next);
}
