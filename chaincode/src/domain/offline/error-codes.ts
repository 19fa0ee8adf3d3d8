/** The codes of tills that issue without the network; a part of the table in `errors.ts`. */
export const OFFLINE_ERROR_CODES = {
  TILL_SIGNS_ITSELF: {
    status: 409,
    en: 'This till issues with its own key; its invoices come as reports.',
    zh: '该终端以设备密钥开票，发票须以上报方式提交。',
  },
  TILL_KEY_MISSING: { status: 409, en: 'No device key is registered for this till.', zh: '该终端未登记设备密钥。' },
  TILL_KEY_EXISTS: { status: 409, en: 'This is the key of the till already.', zh: '该密钥已是此终端的设备密钥。' },
  TILL_KEY_FOREIGN: {
    status: 422,
    en: "The slip names a key that is not, or no longer, the till's.",
    zh: '离线凭条所用密钥不是该终端的有效密钥。',
  },
  OFFLINE_STATEMENT_MALFORMED: { status: 400, en: 'The statement of the till cannot be read.', zh: '终端声明无法识别。' },
  OFFLINE_SIGNATURE_WRONG: { status: 422, en: "The till's signature is wrong.", zh: '终端签名错误。' },
  OFFLINE_RECORD_ALTERED: {
    status: 422,
    en: 'The content is not the one that the till signed.',
    zh: '发票内容与终端签署的内容不一致。',
  },
  OFFLINE_GAP: { status: 409, en: 'An invoice of the till before this one is missing.', zh: '该终端之前的发票尚未上报。' },
  OFFLINE_PLACE_TAKEN: {
    status: 409,
    en: "Another invoice has this place in the till's chain.",
    zh: '该终端链上的此位置已被其他发票占用。',
  },
  OFFLINE_CHAIN_BROKEN: {
    status: 409,
    en: "The invoice does not follow the till's last one.",
    zh: '该发票与终端上一张发票不衔接。',
  },
  OFFLINE_CLOCK_WRONG: {
    status: 422,
    en: "The till's time lies in the future, or before its last invoice.",
    zh: '终端时间晚于当前时间，或早于其上一张发票。',
  },
  OFFLINE_LEASE_OVER: {
    status: 422,
    en: 'The time in which an invoice issued offline must be reported is over.',
    zh: '离线开具的发票已超过上报时限。',
  },
  OFFLINE_RULES_UNKNOWN: {
    status: 422,
    en: 'The ledger has no rules of the version that the till used.',
    zh: '账本没有终端所用版本的规则。',
  },
  OFFLINE_NOT_ALLOWED: {
    status: 422,
    en: 'An invoice of this kind is not issued without the ledger.',
    zh: '此类发票不得离线开具。',
  },
  OUTAGE_NOT_OPEN: {
    status: 409,
    en: 'Nothing was reported since the last collective record.',
    zh: '自上次汇总以来没有新的上报。',
  },
  OUTAGE_MISMATCH: {
    status: 422,
    en: 'The collective record is not of the invoices that were reported.',
    zh: '汇总记录与已上报的发票不符。',
  },
  SLIP_MALFORMED: { status: 400, en: 'The text of the slip cannot be read.', zh: '离线凭条内容无法识别。' },
  JOURNAL_BROKEN: { status: 500, en: 'The journal of the till is damaged.', zh: '终端日志已损坏。' },
  JOURNAL_IN_USE: { status: 409, en: 'Another process has opened the journal of the till.', zh: '终端日志正被其他进程使用。' },
  JOURNAL_FULL: {
    status: 503,
    en: 'The journal of the till holds as many invoices as it may; report them first.',
    zh: '终端日志已满，请先上报。',
  },
  JOURNAL_UNWRITABLE: {
    status: 503,
    en: 'The journal of the till cannot be written; nothing more is issued until it is opened again.',
    zh: '终端日志无法写入，重新打开前不再开票。',
  },
} as const;
