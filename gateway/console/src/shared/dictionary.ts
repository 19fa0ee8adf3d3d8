import { useSyncExternalStore } from 'react';
import { language, onLanguage, type Language } from './language';

/** Texts by name, some with values in them; groups of them may be nested. */
export interface Texts {
  readonly [name: string]: string | ((...values: never[]) => string) | Texts;
}

/** What a page says, in both languages: one file a page. The compiler and a test hold the two languages equal. */
export interface Dictionary<Shape extends Texts> {
  readonly zh: Shape;
  readonly en: Shape;
}

export function dictionary<Shape extends Texts>(zh: Shape, en: NoInfer<Shape>): Dictionary<Shape> {
  return { zh, en };
}

/** The texts in the language of the page; the component is drawn again when that changes. */
export function useTexts<Shape extends Texts>(texts: Dictionary<Shape>): Shape {
  return texts[useLanguage()];
}

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}
