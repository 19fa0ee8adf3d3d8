import type { PageDefinition } from '../../app/page-definition';

/** Pages of whoever buys and reimburses. */
export const companyPages: readonly PageDefinition[] = [];
