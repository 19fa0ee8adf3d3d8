import { ApartmentOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Divisions, duties, and who stands where: the ground of the directory. */
export const officePages: readonly PageDefinition[] = [
  {
    path: '/offices',
    roles: ['bureau'],
    title: { zh: '职责与区划', en: 'Duties and divisions' },
    icon: <ApartmentOutlined />,
    load: () => import('./offices-page'),
  },
];
