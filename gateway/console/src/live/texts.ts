import { dictionary } from '../shared/dictionary';

export const texts = dictionary(
  { connecting: '正在连接…', live: '实时', waiting: '连接中断，正在重连…' },
  { connecting: 'Connecting…', live: 'Live', waiting: 'Interrupted, connecting again…' },
);
