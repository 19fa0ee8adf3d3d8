import type { Answer } from '../../api/answers';

export type UsageList = Answer<'listUsageReceipts'>;
export type UsageReceipt = UsageList['items'][number];
export type Halves = Answer<'listReceiptHalves'>['items'][number];
