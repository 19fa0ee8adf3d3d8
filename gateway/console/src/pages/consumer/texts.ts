import { dictionary } from '../../shared/dictionary';

export const texts = dictionary(
  {
    title: '可用数据',
    lead: '本机构得到的授权，每项一句话。点开授权编号，可看一页数据，并了解如何用接口读取。',
    none: '还没有得到授权',
  },
  {
    title: 'Data to use',
    lead: 'What this organisation may read, a sentence each. Open a grant to look at its rows and to learn how to read them by the API.',
    none: 'No grant was given yet',
  },
);
