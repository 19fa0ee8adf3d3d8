import { FundOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** What a seller lets a bank know of its books. */
export const figuresPages: readonly PageDefinition[] = [
  {
    path: '/figures',
    roles: ['merchant', 'platform'],
    title: { zh: '向银行出示数据', en: 'Figures for a bank' },
    icon: <FundOutlined />,
    load: () => import('./figures-page'),
  },
];
