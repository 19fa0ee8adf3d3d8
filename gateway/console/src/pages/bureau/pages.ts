import type { PageDefinition } from '../../app/page-definition';

/** Pages of those who watch over the whole ledger. */
export const bureauPages: readonly PageDefinition[] = [];
