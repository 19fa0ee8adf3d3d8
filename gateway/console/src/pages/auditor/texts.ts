import { dictionary } from '../../shared/dictionary';

export const texts = dictionary(
  {
    grants: { title: '全部授权', lead: '各机构之间的全部授权，每项一句话。', none: '还没有授权' },
    audit: { title: '数据访问审计', lead: '每一次权限检查与读取，最近的在前；封存由本浏览器重新验算。' },
  },
  {
    grants: { title: 'All grants', lead: 'Every grant between organisations, a sentence each.', none: 'No grants yet' },
    audit: {
      title: 'Data access audit',
      lead: 'Every check and every read, the latest first. This browser checks each seal anew.',
    },
  },
);
