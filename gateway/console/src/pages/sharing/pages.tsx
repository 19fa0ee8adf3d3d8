import type { PageDefinition } from '../../app/page-definition';

/** One grant, for everybody who may read it. */
export const sharingPages: readonly PageDefinition[] = [
  {
    path: '/grants/:grant',
    roles: ['provider', 'consumer', 'bureau', 'auditor'],
    title: { zh: '授权', en: 'Grant' },
    load: () => import('./grant-page'),
  },
];
