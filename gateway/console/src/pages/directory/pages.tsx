import { BookOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

const ROLES = ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'] as const;

/** What data there is, and whose duty it is: for everybody who is registered. */
export const directoryPages: readonly PageDefinition[] = [
  {
    path: '/directory',
    roles: ROLES,
    title: { zh: '数据目录', en: 'Directory' },
    icon: <BookOutlined />,
    load: () => import('./directory-page'),
  },
  {
    path: '/directory/:entry',
    roles: ROLES,
    title: { zh: '目录条目', en: 'Directory entry' },
    load: () => import('./entry-page'),
  },
];
