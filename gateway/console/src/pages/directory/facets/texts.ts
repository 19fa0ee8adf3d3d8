import { dictionary } from '../../../shared/dictionary';

/** Words of the directory's facets, wherever they are shown. */
export const texts = dictionary(
  {
    sectors: {
      industry: '工业',
      agriculture: '农业',
      commerce: '商贸',
      transport: '交通',
      finance: '金融',
      science: '科技',
      'culture-tourism': '文旅',
      health: '医疗健康',
      emergency: '应急',
      weather: '气象',
      city: '城市治理',
      green: '绿色低碳',
    },
    classes: {
      'public-service': '公共服务数据',
      government: '政务数据',
      scientific: '科学数据',
      enterprise: '企业数据',
      personal: '个人信息',
    },
    openness: { open: '开放', conditional: '有条件共享', closed: '不予共享' },
    opennessMeans: {
      open: '登记机构无需授权即可读取，每次读取都留痕。',
      conditional: '须由数据控制方授权后方可读取。',
      closed: '不共享。',
    },
    grade: (grade: string) => `${grade} 级`,
    stages: { collected: '已采集', integrated: '已整合', stored: '已入库', shared: '共享中', retired: '已停用' },
    probes: { works: '可用', away: '连接不上', changed: '结构已变', misfit: '数据不合规范' },
  },
  {
    sectors: {
      industry: 'industry',
      agriculture: 'agriculture',
      commerce: 'commerce',
      transport: 'transport',
      finance: 'finance',
      science: 'science',
      'culture-tourism': 'culture and tourism',
      health: 'health',
      emergency: 'emergency',
      weather: 'weather',
      city: 'city',
      green: 'green',
    },
    classes: {
      'public-service': 'public service',
      government: 'government',
      scientific: 'scientific',
      enterprise: 'enterprise',
      personal: 'personal',
    },
    openness: { open: 'open', conditional: 'conditional', closed: 'closed' },
    opennessMeans: {
      open: 'Every registered organisation may read it without a grant; each read is recorded.',
      conditional: 'Whoever controls the data has to grant access first.',
      closed: 'It is not shared.',
    },
    grade: (grade: string) => `grade ${grade}`,
    stages: { collected: 'collected', integrated: 'integrated', stored: 'stored', shared: 'shared', retired: 'retired' },
    probes: { works: 'works', away: 'does not answer', changed: 'its structure has changed', misfit: 'does not fit its schema' },
  },
);
