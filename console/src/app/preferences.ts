export type Theme = 'system' | 'light' | 'dark';

const KEY = 'cop.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Whether the page is dark at this moment. */
export function isDark(): boolean {
  const t = theme();
  return t === 'dark' || (t === 'system' && dark.matches);
}

/** Puts the theme on the document; canvases that listen draw themselves again. */
export function applyTheme(): void {
  const on = isDark();
  document.documentElement.classList.toggle('pf-v6-theme-dark', on);
  document.documentElement.dataset.theme = on ? 'dark' : 'light';
  document.documentElement.style.colorScheme = on ? 'dark' : 'light';
  listeners.forEach((l) => l());
}

export function keepTheme(next: Theme): void {
  if (next === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, next);
  applyTheme();
}

export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

dark.addEventListener('change', applyTheme);
