import { FileProtectOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Results that leave by permit: for who asked, for who decides, and for those who watch over them. */
export const runPages: readonly PageDefinition[] = [
  {
    path: '/runs',
    roles: ['provider', 'consumer', 'bureau', 'auditor'],
    title: { zh: '结果许可', en: 'Export permits' },
    icon: <FileProtectOutlined />,
    load: () => import('./runs-page'),
  },
];
