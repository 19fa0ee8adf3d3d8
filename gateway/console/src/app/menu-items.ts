import type { ReactNode } from 'react';
import type { Language } from '../shared/language';
import type { PageDefinition } from './page-definition';

/** The entries of a menu: the pages that have an icon, in their order. */
export function menuItems(
  pages: readonly PageDefinition[],
  language: Language,
): { readonly key: string; readonly icon: ReactNode; readonly label: string }[] {
  return pages.flatMap(({ path, icon, title }) => (icon === undefined ? [] : [{ key: path, icon, label: title[language] }]));
}
