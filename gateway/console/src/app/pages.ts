import type { Role } from '../api/answers';
import { auditorPages } from '../pages/auditor/pages';
import { bureauPages } from '../pages/bureau/pages';
import { companyPages } from '../pages/company/pages';
import { consumerPages } from '../pages/consumer/pages';
import { invoicePages } from '../pages/invoice/pages';
import { merchantPages } from '../pages/merchant/pages';
import { provenancePages } from '../pages/provenance/pages';
import { providerPages } from '../pages/provider/pages';
import { sharingPages } from '../pages/sharing/pages';
import type { PageDefinition } from './page-definition';

const PAGES: readonly PageDefinition[] = [
  ...bureauPages,
  ...auditorPages,
  ...companyPages,
  ...merchantPages,
  ...invoicePages,
  ...providerPages,
  ...consumerPages,
  ...sharingPages,
  ...provenancePages,
];

/** Pages of what anyone may ask the API without a session. */
export const OPEN_PAGES: readonly PageDefinition[] = provenancePages;

/** The pages of a role, in the order of its menu. The first one is its home. */
export function pagesOf(role: Role): readonly PageDefinition[] {
  return PAGES.filter(({ roles }) => roles.includes(role));
}
