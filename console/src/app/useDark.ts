import { useSyncExternalStore } from 'react';
import { isDark, onTheme } from './preferences';

/** Whether the page is dark; canvases take their colours again when it changes. */
export function useDark(): boolean {
  return useSyncExternalStore(onTheme, isDark);
}
