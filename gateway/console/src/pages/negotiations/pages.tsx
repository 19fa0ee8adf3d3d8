import { SwapOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

/** Negotiations of the Dataspace Protocol, on either side. */
export const negotiationPages: readonly PageDefinition[] = [
  {
    path: '/negotiations',
    roles: ['provider', 'consumer'],
    title: { zh: '协商', en: 'Negotiations' },
    icon: <SwapOutlined />,
    load: () => import('./negotiations-page'),
  },
  {
    path: '/negotiations/:negotiation',
    roles: ['provider', 'consumer'],
    title: { zh: '一项协商', en: 'Negotiation' },
    load: () => import('./negotiation-page'),
  },
];
