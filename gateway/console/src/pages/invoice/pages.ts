import type { PageDefinition } from '../../app/page-definition';

/** One invoice, for everybody who may read it. */
export const invoicePages: readonly PageDefinition[] = [
  {
    path: '/invoices/:number',
    roles: ['bureau', 'auditor', 'company', 'merchant', 'platform'],
    title: { zh: '发票', en: 'Invoice' },
    load: () => import('./invoice-page'),
  },
];
