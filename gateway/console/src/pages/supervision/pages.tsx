import { EyeOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Who supervises what, and what is left open. */
export const supervisionPages: readonly PageDefinition[] = [
  {
    path: '/supervision',
    roles: ['bureau', 'auditor'],
    title: { zh: '监管矩阵', en: 'Supervision' },
    icon: <EyeOutlined />,
    load: () => import('./supervision-page'),
  },
];
