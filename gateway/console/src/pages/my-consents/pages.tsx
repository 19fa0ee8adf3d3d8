import { SolutionOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Of a person who acts for no organisation: no role has it. */
export const myPages: readonly PageDefinition[] = [
  {
    path: '/my-consents',
    roles: [],
    title: { zh: '我的同意', en: 'My consents' },
    icon: <SolutionOutlined />,
    load: () => import('./my-consents-page'),
  },
];
