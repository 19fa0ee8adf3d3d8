import { KeyOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Pages of whoever uses data of others. */
export const consumerPages: readonly PageDefinition[] = [
  {
    path: '/grants',
    roles: ['consumer'],
    title: { zh: '可用数据', en: 'Data to use' },
    icon: <KeyOutlined />,
    load: () => import('./access-page'),
  },
];
