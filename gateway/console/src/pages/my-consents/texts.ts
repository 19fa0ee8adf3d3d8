import { dictionary } from '../../shared/dictionary';

/** What a data subject reads on the page of their own consents. */
export const texts = dictionary(
  {
    title: '我的同意',
    lead: '您同意过谁、为什么用途使用您的数据。撤回后，据此进行的共享立即停止。这里只有您自己的，账本上没有您的姓名。',
    none: '还没有登记过您的同意',
    more: '更多',
    columns: { what: '同意的内容', text: '同意的文本', given: '给出', state: '状态', actions: '操作' },
    sentence: (collector: string, resource: string, purpose: string, consumer: string | undefined) =>
      `允许${consumer === undefined ? '' : ` ${consumer} 将`} ${collector} 登记的数据“${resource}”中关于我的数据用于“${purpose}”。`,
    noPurpose: '登记的用途',
    version: (version: string) => `第 ${version} 版`,
    digest: '文本的 SHA-256',
    until: (time: string) => `至 ${time} 止`,
    withdraw: '撤回',
    withdrawTitle: '撤回这项同意？',
    withdrawHint: '据此进行的共享立即停止，正在传输的数据也会中断，且不可恢复。不需要说明理由。',
    withdrawn: '已撤回',
    pseudonym: {
      title: '给机构的化名',
      lead: '机构登记您的同意时只用化名。每个机构的化名都不同，彼此对不上。请把化名交给要登记同意的机构。',
      organisation: '机构的标识',
      organisationWrong: '小写字母、数字和连字符',
      show: '显示化名',
      yours: (organisation: string) => `您在 ${organisation} 的化名`,
    },
  },
  {
    title: 'My consents',
    lead: 'Whom you have allowed to use your data, and for what. What rests on a consent stops at once when you withdraw it. Only yours are here, and your name is nowhere on the ledger.',
    none: 'No consent of yours is recorded',
    more: 'More',
    columns: { what: 'What you agreed to', text: 'Text agreed to', given: 'Given', state: 'State', actions: 'Actions' },
    sentence: (collector: string, resource: string, purpose: string, consumer: string | undefined) =>
      `My data in “${resource}”, as ${collector} recorded it, may be used${consumer === undefined ? '' : ` by ${consumer}`} for “${purpose}”.`,
    noPurpose: 'the purpose on record',
    version: (version: string) => `version ${version}`,
    digest: 'SHA-256 of the text',
    until: (time: string) => `until ${time}`,
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw this consent?',
    withdrawHint: 'What rests on it stops at once, running streams too, and for good. You need not say why.',
    withdrawn: 'Withdrawn',
    pseudonym: {
      title: 'Pseudonym for an organisation',
      lead: 'Organisations record your consent under a pseudonym only, another one at each, so that nobody can put them together. Give it to the organisation that records your consent.',
      organisation: 'Id of the organisation',
      organisationWrong: 'Small letters, digits and hyphens',
      show: 'Show the pseudonym',
      yours: (organisation: string) => `Your pseudonym at ${organisation}`,
    },
  },
);
