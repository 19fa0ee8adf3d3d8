import { BankOutlined, FundOutlined, HighlightOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** What becomes of invoices after their issue, for everybody whom it concerns; nobody's first page. */
export const lifePages: readonly PageDefinition[] = [
  {
    path: '/corrections',
    roles: ['merchant', 'platform', 'company', 'bureau', 'auditor'],
    title: { zh: '红字确认', en: 'Red letters' },
    icon: <HighlightOutlined />,
    load: () => import('./corrections-page'),
  },
  {
    path: '/pledges',
    roles: ['merchant', 'platform', 'company', 'bureau', 'auditor'],
    title: { zh: '应收质押', en: 'Pledges' },
    icon: <BankOutlined />,
    load: () => import('./pledges/pledges-page'),
  },
  {
    path: '/coverage',
    roles: ['merchant', 'platform', 'bureau', 'auditor'],
    title: { zh: '付款覆盖', en: 'Coverage' },
    icon: <FundOutlined />,
    load: () => import('./payments/coverage-page'),
  },
];
