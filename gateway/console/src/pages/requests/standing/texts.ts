import { dictionary } from '../../../shared/dictionary';

interface Said {
  readonly provider: string;
  readonly consumer: string;
  readonly title: string;
  readonly fields: string;
  readonly purpose: string;
  readonly basis: string;
  readonly days: number;
  readonly keepDays: number;
  readonly until: string;
}

export const texts = dictionary(
  {
    tab: '常设授权',
    requests: '申请',
    lead: '提供方预先签署的授权：使用方需要时自行领取，不必每次申请。停用后不能再领取，已领取的授权不受影响。',
    none: '还没有常设授权',
    more: '更多',
    states: { open: '可领取', closed: '已停用', over: '已到期' },
    sentence: ({ provider, consumer, title, fields, purpose, basis, days, keepDays, until }: Said) =>
      `${provider}预先允许${consumer}为“${purpose}”查询《${title}》的${fields}字段：${until}之前可以自行领取授权，每次最长 ${String(days)} 天；依据：${basis}；授权结束后数据最多保留 ${String(keepDays)} 天。`,
    since: (time: string) => `签署于 ${time}`,
    open: '签署常设授权',
    personal: '含个人信息的数据不能预先授权：每项授权都须有本人同意。',
    days: '每次领取的最长天数',
    until: '最后可领取日期（当日 24 时，北京时间）',
    liability: '责任约定',
    submit: '签署',
    opened: '已签署',
    end: '停用',
    endTitle: '停用这项常设授权？',
    endHint: '停用后不能再领取，也不能恢复；已领取的授权不受影响。',
    ended: '已停用',
    draw: '领取授权',
    drawTitle: '领取一项授权？',
    drawHint: '授权自现在起，按预先签署的条件和最长期限生效。',
    drawn: '已领取授权',
  },
  {
    tab: 'Standing grants',
    requests: 'Requests',
    lead: 'Signed in advance: the consumer draws a grant when it needs one, and asks nobody. Once ended, nothing more is drawn; what was drawn stays.',
    none: 'No standing grants yet',
    more: 'More',
    states: { open: 'may be drawn', closed: 'ended', over: 'past its day' },
    sentence: ({ provider, consumer, title, fields, purpose, basis, days, keepDays, until }: Said) =>
      `${provider} lets ${consumer} read ${fields} of “${title}” for “${purpose}”: until ${until} it may draw grants itself, each for ${String(days)} days at most; basis: ${basis}; data may be kept for ${String(keepDays)} days after a grant ends.`,
    since: (time: string) => `signed at ${time}`,
    open: 'Sign a standing grant',
    personal: 'Data on persons cannot be granted in advance: each grant needs their consent.',
    days: 'Longest term of a drawn grant (days)',
    until: 'Last day on which a grant may be drawn (to its end, Beijing time)',
    liability: 'Statement of liability',
    submit: 'Sign',
    opened: 'Signed',
    end: 'End',
    endTitle: 'End this standing grant?',
    endHint: 'Nothing more can be drawn from it, for good; grants that were drawn stay.',
    ended: 'Ended',
    draw: 'Draw a grant',
    drawTitle: 'Draw a grant?',
    drawHint: 'It begins now, under the conditions that were signed, for the longest term they give.',
    drawn: 'Drawn',
  },
);
