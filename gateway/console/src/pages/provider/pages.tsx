import { DatabaseOutlined, KeyOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Pages of whoever shares data. */
export const providerPages: readonly PageDefinition[] = [
  {
    path: '/grants',
    roles: ['provider'],
    title: { zh: '授权管理', en: 'Grants' },
    icon: <KeyOutlined />,
    load: () => import('./grants-page'),
  },
  {
    path: '/resources',
    roles: ['provider'],
    title: { zh: '数据资源', en: 'Resources' },
    icon: <DatabaseOutlined />,
    load: () => import('./resources-page'),
  },
];
