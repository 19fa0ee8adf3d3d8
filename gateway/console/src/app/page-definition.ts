import type { ComponentType, ReactNode } from 'react';
import type { Role } from '../api/answers';
import type { Language } from '../shared/language';

/** A page of the console: who has it, where it is, and what the menu calls it. */
export interface PageDefinition {
  /** Path behind `#`, for example `/invoices/:number`. */
  readonly path: string;
  readonly roles: readonly Role[];
  readonly title: Readonly<Record<Language, string>>;
  /** Shown in the menu; a page without one is reached from others. */
  readonly icon?: ReactNode;
  /** Loaded when it is opened. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
