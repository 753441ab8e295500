// What the reader has chosen, remembered in the browser: the language and light or dark.

import { useSyncExternalStore } from 'react';

export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const changed = new EventTarget();
const kept = new Map<string, string>();
const darkSystem = matchMedia('(prefers-color-scheme: dark)');

function read(key: string): string | null {
  try {
    return localStorage.getItem(`seutu.${key}`) ?? kept.get(key) ?? null;
  } catch {
    return kept.get(key) ?? null;
  }
}

function write(key: string, value: string): void {
  kept.set(key, value);
  try {
    localStorage.setItem(`seutu.${key}`, value);
  } catch {
    // Storage is switched off: remembered until the page is closed.
  }
  apply();
  changed.dispatchEvent(new Event('change'));
}

/** The chosen language, else the first of the browser's that we have, else English. */
export function language(): Language {
  const chosen = read('language');
  const wanted = [...(chosen ? [chosen] : []), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
  return LANGUAGES.find((known) => known === wanted.find((tag) => LANGUAGES.some((other) => other === tag))) ?? 'en';
}

function theme(): Theme {
  const chosen = read('theme');
  return THEMES.find((known) => known === chosen) ?? 'system';
}

function shade(): 'light' | 'dark' {
  const chosen = theme();
  if (chosen !== 'system') return chosen;
  return darkSystem.matches ? 'dark' : 'light';
}

function listen(notify: () => void): () => void {
  changed.addEventListener('change', notify);
  darkSystem.addEventListener('change', notify);
  return () => {
    changed.removeEventListener('change', notify);
    darkSystem.removeEventListener('change', notify);
  };
}

/** Tells the document; before the first paint and after each change. */
export function apply(): void {
  document.documentElement.lang = language();
  document.documentElement.dataset.theme = theme();
}

export function useLanguage(): [Language, (language: Language) => void] {
  return [useSyncExternalStore(listen, language), (next) => write('language', next)];
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(listen, theme), (next) => write('theme', next)];
}

/** Light or dark as it is now, for what does not read CSS. */
export function useShade(): 'light' | 'dark' {
  return useSyncExternalStore(listen, shade);
}
