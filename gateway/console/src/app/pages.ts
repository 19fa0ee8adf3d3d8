import type { Role } from '../api/answers';
import { bureauPages } from '../pages/bureau/pages';
import { companyPages } from '../pages/company/pages';
import { invoicePages } from '../pages/invoice/pages';
import { merchantPages } from '../pages/merchant/pages';
import type { PageDefinition } from './page-definition';

const PAGES: readonly PageDefinition[] = [...bureauPages, ...companyPages, ...merchantPages, ...invoicePages];

/** The pages of a role, in the order of its menu. The first one is its home. */
export function pagesOf(role: Role): readonly PageDefinition[] {
  return PAGES.filter(({ roles }) => roles.includes(role));
}
