import { dictionary } from '../../../shared/dictionary';

/** Words that several pages of sharing use. */
export const texts = dictionary(
  {
    bases: {
      'statutory-duty': '法定职责',
      procurement: '政府采购',
      'authorised-service': '授权服务',
      'commissioned-project': '委托项目',
      'joint-building': '共建共享',
      emergency: '应急',
    },
    purposes: { research: '研究', statistics: '统计', administration: '行政管理', operations: '业务运行' },
  },
  {
    bases: {
      'statutory-duty': 'statutory duty',
      procurement: 'procurement',
      'authorised-service': 'authorised service',
      'commissioned-project': 'commissioned project',
      'joint-building': 'joint building',
      emergency: 'emergency',
    },
    purposes: { research: 'research', statistics: 'statistics', administration: 'administration', operations: 'operations' },
  },
);
