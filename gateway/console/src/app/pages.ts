import type { Role } from '../api/answers';
import { auditorPages } from '../pages/auditor/pages';
import { bureauPages } from '../pages/bureau/pages';
import { companyPages } from '../pages/company/pages';
import { consentPages } from '../pages/consents/pages';
import { consumerPages } from '../pages/consumer/pages';
import { crossingPages } from '../pages/crossings/pages';
import { directoryPages } from '../pages/directory/pages';
import { figuresPages } from '../pages/figures/pages';
import { invoicePages } from '../pages/invoice/pages';
import { lifePages } from '../pages/life/pages';
import { merchantPages } from '../pages/merchant/pages';
import { myPages } from '../pages/my-consents/pages';
import { negotiationPages } from '../pages/negotiations/pages';
import { officePages } from '../pages/offices/pages';
import { provenancePages } from '../pages/provenance/pages';
import { providerPages } from '../pages/provider/pages';
import { requestPages } from '../pages/requests/pages';
import { runPages } from '../pages/runs/pages';
import { sharingPages } from '../pages/sharing/pages';
import { supervisionPages } from '../pages/supervision/pages';
import { templatePages } from '../pages/templates/pages';
import { usagePages } from '../pages/usage/pages';
import type { PageDefinition } from './page-definition';

const PAGES: readonly PageDefinition[] = [
  ...bureauPages,
  ...auditorPages,
  ...supervisionPages,
  ...officePages,
  ...companyPages,
  ...merchantPages,
  ...lifePages,
  ...figuresPages,
  ...invoicePages,
  ...providerPages,
  ...consumerPages,
  ...requestPages,
  ...negotiationPages,
  ...templatePages,
  ...runPages,
  ...usagePages,
  ...consentPages,
  ...crossingPages,
  ...sharingPages,
  ...directoryPages,
  ...provenancePages,
];

/** Pages of what anyone may ask the API without a session. */
export const OPEN_PAGES: readonly PageDefinition[] = [...directoryPages, ...provenancePages];

/** The pages of a data subject: their own, and what is open to all. */
export const SUBJECT_PAGES: readonly PageDefinition[] = [...myPages, ...OPEN_PAGES];

/** The pages of a role, in the order of its menu. The first one is its home. */
export function pagesOf(role: Role): readonly PageDefinition[] {
  return PAGES.filter(({ roles }) => roles.includes(role));
}
