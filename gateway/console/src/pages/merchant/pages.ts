import type { PageDefinition } from '../../app/page-definition';

/** Pages of whoever sells. */
export const merchantPages: readonly PageDefinition[] = [];
