import { AuditOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Who used what, signed by both sides. */
export const usagePages: readonly PageDefinition[] = [
  {
    path: '/usage',
    roles: ['provider', 'consumer', 'bureau', 'auditor'],
    title: { zh: '使用回执', en: 'Usage receipts' },
    icon: <AuditOutlined />,
    load: () => import('./usage-page'),
  },
];
