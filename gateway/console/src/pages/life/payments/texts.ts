import { dictionary } from '../../../shared/dictionary';

/** How far invoices rest on payments. */
export const texts = dictionary(
  {
    title: '付款覆盖',
    lead: '一天之内开具的发票，有多少与登记的付款绑定；没有付款依据的，逐张列出。',
    day: '日期',
    chart: '各渠道付款覆盖率',
    channel: '渠道（终端）',
    invoices: '发票数',
    paid: '有付款',
    share: '覆盖率',
    figures: '数字',
    none: '这一天没有发票',
    partial: '这一天的发票超过 5000 张，只看了最后的 5000 张。',
    flagged: '没有付款依据的发票',
    noneFlagged: '全部发票都有付款依据',
    most: '最多列出 100 张。',
  },
  {
    title: 'Coverage by payments',
    lead: 'Of the invoices of a day, how many are bound to a registered payment; those that are not are named.',
    day: 'Day',
    chart: 'Coverage by channel',
    channel: 'Channel (till)',
    invoices: 'Invoices',
    paid: 'With a payment',
    share: 'Share',
    figures: 'Figures',
    none: 'There is no invoice of this day',
    partial: 'The day has more than 5,000 invoices: the last 5,000 were looked at.',
    flagged: 'Invoices without a proof of payment',
    noneFlagged: 'Every invoice has a proof of payment',
    most: 'At most 100 are named.',
  },
);
