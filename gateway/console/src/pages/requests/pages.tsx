import { SolutionOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Requests for access, for both sides and for those who watch over them. */
export const requestPages: readonly PageDefinition[] = [
  {
    path: '/requests',
    roles: ['provider', 'consumer', 'bureau', 'auditor'],
    title: { zh: '使用申请', en: 'Requests' },
    icon: <SolutionOutlined />,
    load: () => import('./requests-page'),
  },
];
