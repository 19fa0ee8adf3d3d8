import { dictionary } from '../../../shared/dictionary';

/** Receivables as security. */
export const texts = dictionary(
  {
    title: '应收账款质押',
    lead: '一张发票的应收账款同一时间只能质押一次。账本不记载金融机构是谁，只存加盐承诺。',
    financierLead: '质押给本机构的应收账款。收到款项记为已结清；不再占用则解除。',
    none: '还没有质押。在发票页面点“质押应收账款”即可办理。',
    noneTaken: '还没有质押给本机构的应收账款。',
    more: '更多',
    invoice: '发票',
    status: '状态',
    states: { pledged: '质押中', released: '已结束' },
    since: '质押时间',
    until: '结束时间',
    end: '办理',
    ends: {
      settled: { act: '结清', title: '应收账款已结清？', hint: '质押结束，发票可以再次质押。', done: '已结清' },
      released: { act: '解除', title: '解除这笔质押？', hint: '质押结束，发票可以再次质押。', done: '已解除' },
    },
    form: {
      open: '质押应收账款',
      hint: '质押期间，这张发票不能再质押，也不能红冲；由金融机构结清或解除。',
      financier: '金融机构标识',
      financierHint: '由对方告知；须是已登记的企业。',
      financierWrong: '小写字母开头，2–40 位小写字母、数字或连字符',
      submit: '质押',
      cancel: '取消',
      done: '已质押',
    },
  },
  {
    title: 'Pledges',
    lead: 'The receivable of an invoice is pledged to one financier at a time. Who that is does not stand on the ledger: it keeps a salted commitment.',
    financierLead:
      'Receivables pledged to this organisation. Settle one when the money has come; release one that you no longer hold.',
    none: 'No pledge yet. Pledge a receivable on the page of its invoice.',
    noneTaken: 'No receivable is pledged to this organisation.',
    more: 'More',
    invoice: 'Invoice',
    status: 'Status',
    states: { pledged: 'pledged', released: 'ended' },
    since: 'Pledged at',
    until: 'Ended at',
    end: 'Acts',
    ends: {
      settled: {
        act: 'Settle',
        title: 'Is the receivable settled?',
        hint: 'The pledge ends; the invoice may be pledged again.',
        done: 'Settled',
      },
      released: {
        act: 'Release',
        title: 'Release this pledge?',
        hint: 'The pledge ends; the invoice may be pledged again.',
        done: 'Released',
      },
    },
    form: {
      open: 'Pledge the receivable',
      hint: 'While it is pledged, this invoice is neither pledged again nor red-lettered; the financier settles or releases it.',
      financier: 'Id of the financier',
      financierHint: 'They tell you; a company that is registered.',
      financierWrong: 'A lower-case letter first; 2–40 lower-case letters, digits or hyphens',
      submit: 'Pledge',
      cancel: 'Cancel',
      done: 'Pledged',
    },
  },
);
