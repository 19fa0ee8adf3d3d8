import {
  AreaChartOutlined,
  AuditOutlined,
  BankOutlined,
  FieldNumberOutlined,
  FileSearchOutlined,
  LinkOutlined,
  ReadOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

const SUPERVISORS = ['bureau', 'auditor'] as const;

/** Pages of those who watch over the whole ledger. */
export const bureauPages: readonly PageDefinition[] = [
  {
    path: '/overview',
    roles: SUPERVISORS,
    title: { zh: '总览', en: 'Overview' },
    icon: <AreaChartOutlined />,
    load: () => import('./overview/overview-page'),
  },
  {
    path: '/live',
    roles: SUPERVISORS,
    title: { zh: '实时动态', en: 'Live' },
    icon: <ThunderboltOutlined />,
    load: () => import('./live/live-page'),
  },
  {
    path: '/invoices',
    roles: SUPERVISORS,
    title: { zh: '发票检索', en: 'Search' },
    icon: <FileSearchOutlined />,
    load: () => import('./search/search-page'),
  },
  {
    path: '/registry',
    roles: SUPERVISORS,
    title: { zh: '登记台', en: 'Registration' },
    icon: <BankOutlined />,
    load: () => import('./registry/registry-page'),
  },
  {
    path: '/ranges',
    roles: SUPERVISORS,
    title: { zh: '号段与额度', en: 'Ranges' },
    icon: <FieldNumberOutlined />,
    load: () => import('./ranges/ranges-page'),
  },
  {
    path: '/reconciliation',
    roles: SUPERVISORS,
    title: { zh: '对账报告', en: 'Reconciliation' },
    icon: <AuditOutlined />,
    load: () => import('./reconciliation/reconciliation-page'),
  },
  {
    path: '/anchors',
    roles: SUPERVISORS,
    title: { zh: '公链锚定', en: 'Anchors' },
    icon: <LinkOutlined />,
    load: () => import('./anchors/anchors-page'),
  },
  {
    path: '/rules',
    roles: SUPERVISORS,
    title: { zh: '规则集', en: 'Rule sets' },
    icon: <ReadOutlined />,
    load: () => import('./rules/rules-page'),
  },
];
