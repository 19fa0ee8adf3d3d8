import { ShopOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { createElement } from 'react';
import type { PageDefinition } from '../../app/page-definition';

/** Pages of whoever sells. */
export const merchantPages: readonly PageDefinition[] = [
  {
    path: '/till',
    roles: ['merchant', 'platform'],
    title: { zh: '收银', en: 'Till' },
    icon: createElement(ShopOutlined),
    load: () => import('./till/till-page'),
  },
  {
    path: '/sales',
    roles: ['merchant', 'platform'],
    title: { zh: '销售与退款', en: 'Sales and refunds' },
    icon: createElement(UnorderedListOutlined),
    load: () => import('./sales/sales-page'),
  },
];
