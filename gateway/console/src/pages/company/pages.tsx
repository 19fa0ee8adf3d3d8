import { AccountBookOutlined, InboxOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Pages of whoever buys and reimburses. */
export const companyPages: readonly PageDefinition[] = [
  {
    path: '/inbox',
    roles: ['company'],
    title: { zh: '收票', en: 'Inbox' },
    icon: <InboxOutlined />,
    load: () => import('./inbox/inbox-page'),
  },
  {
    path: '/claims',
    roles: ['company'],
    title: { zh: '报销台', en: 'Claims' },
    icon: <AccountBookOutlined />,
    load: () => import('./claims/claims-page'),
  },
];
