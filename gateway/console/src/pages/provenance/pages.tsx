import { ApartmentOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

const ROLES = ['bureau', 'auditor', 'merchant', 'platform', 'company', 'provider', 'consumer'] as const;

/** Where contents come from: looking up is for everybody. */
export const provenancePages: readonly PageDefinition[] = [
  {
    path: '/provenance',
    roles: ROLES,
    title: { zh: '来源查询', en: 'Provenance' },
    icon: <ApartmentOutlined />,
    load: () => import('./lookup-page'),
  },
  {
    path: '/provenance/:digest',
    roles: ROLES,
    title: { zh: '来源', en: 'Provenance' },
    load: () => import('./lookup-page'),
  },
];
