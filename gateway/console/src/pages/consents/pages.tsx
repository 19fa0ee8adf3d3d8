import { SafetyOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Consents of data subjects, at whoever collected them and for those who watch over that. */
export const consentPages: readonly PageDefinition[] = [
  {
    path: '/consents',
    roles: ['provider', 'bureau', 'auditor'],
    title: { zh: '数据主体同意', en: 'Consents' },
    icon: <SafetyOutlined />,
    load: () => import('./consents-page'),
  },
];
