/** The two languages of the pages; Chinese comes first. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** BCP 47 tags, for `lang` and for `Intl`. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

const STORED_AS = 'lianpiao.language';
const listeners = new Set<() => void>();
let current = remembered();

export function language(): Language {
  return current;
}

/** Changes the language of everything on the page, and remembers it on this device. */
export function chooseLanguage(chosen: Language): void {
  current = chosen;
  try {
    localStorage.setItem(STORED_AS, chosen);
  } catch {
    // A browser that keeps nothing (a saved page, a private window) still changes the language now.
  }
  applyToDocument();
  for (const listener of listeners) listener();
}

/** Calls back whenever the language changes; returns how to end that. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells screen readers, hyphenation and fonts which language the page is in. */
export function applyToDocument(): void {
  document.documentElement.lang = LANGUAGE_TAGS[current];
}

function remembered(): Language {
  try {
    return localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}
