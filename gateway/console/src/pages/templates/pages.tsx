import { CalculatorOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Questions that may be asked of data without its rows leaving. */
export const templatePages: readonly PageDefinition[] = [
  {
    path: '/templates',
    roles: ['provider', 'consumer'],
    title: { zh: '查询模板', en: 'Query templates' },
    icon: <CalculatorOutlined />,
    load: () => import('./templates-page'),
  },
];
