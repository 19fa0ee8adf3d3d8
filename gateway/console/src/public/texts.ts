import { dictionary } from '../shared/dictionary';

/** What stands around the public pages, and what may go wrong on any of them. */
export const texts = dictionary(
  {
    brand: '链票',
    language: '语言',
    unreachable: '连接不上服务。请检查网络后重试。',
    failed: '出错了，请重试。',
    retry: '重试',
  },
  {
    brand: 'Lianpiao',
    language: 'Language',
    unreachable: 'The service cannot be reached. Check the network and try again.',
    failed: 'Something went wrong. Please try again.',
    retry: 'Try again',
  },
);
