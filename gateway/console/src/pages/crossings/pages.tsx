import { GlobalOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Approvals of the use of data in other regions: the bureau gives them, and whom they concern sees them. */
export const crossingPages: readonly PageDefinition[] = [
  {
    path: '/crossings',
    roles: ['bureau', 'auditor', 'provider', 'consumer'],
    title: { zh: '境外使用批准', en: 'Uses abroad' },
    icon: <GlobalOutlined />,
    load: () => import('./crossings-page'),
  },
];
