import { KeyOutlined, SolutionOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

const SUPERVISORS = ['auditor', 'bureau'] as const;

/** Sharing, for those who watch over it. Reconciliation and anchors are the bureau's pages. */
export const auditorPages: readonly PageDefinition[] = [
  {
    path: '/grants',
    roles: SUPERVISORS,
    title: { zh: '全部授权', en: 'All grants' },
    icon: <KeyOutlined />,
    load: () => import('./grants-page'),
  },
  {
    path: '/audit',
    roles: SUPERVISORS,
    title: { zh: '数据访问审计', en: 'Data access audit' },
    icon: <SolutionOutlined />,
    load: () => import('./audit-page'),
  },
];
