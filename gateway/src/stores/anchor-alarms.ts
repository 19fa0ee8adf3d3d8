/**
 * Every alarm of anchoring, with what it says and how it ends: `itself` when the cause is gone, `person` when somebody has
 * to look first and close it. Codes are never renamed; docs/runbook.md says what to do.
 */
export const ANCHOR_ALARMS = {
  CHAIN_TIMEOUT: { ends: 'itself', en: 'The node does not answer in time.', zh: '节点未及时响应。' },
  CHAIN_UNREACHABLE: { ends: 'itself', en: 'The node cannot be reached.', zh: '无法连接节点。' },
  CHAIN_REFUSED: { ends: 'itself', en: 'The node refuses what it is asked.', zh: '节点拒绝请求。' },
  CHAIN_ANSWER_INVALID: { ends: 'itself', en: 'The node says what cannot be true.', zh: '节点的回答不可能属实。' },
  CHAIN_REVERTED: {
    ends: 'itself',
    en: 'The contract undid a question for a reason we do not know.',
    zh: '合约以未知原因回退了查询。',
  },
  CHAIN_ID_MISMATCH: { ends: 'itself', en: 'The node serves another chain.', zh: '节点所在的链与配置不符。' },
  CHAIN_CONTRACT_UNKNOWN: {
    ends: 'itself',
    en: 'The anchor contract is not at the configured address.',
    zh: '配置的地址上没有锚定合约。',
  },
  CHAIN_HEAD_DECREASED: { ends: 'itself', en: 'The chain has become shorter.', zh: '链的高度下降。' },
  CHAIN_FUNDS_MISSING: { ends: 'itself', en: "The publisher's account cannot pay.", zh: '发布账户余额不足。' },
  ANCHOR_FEE_HELD: { ends: 'itself', en: 'Fees are above the limit: waiting.', zh: '手续费超过上限，等待中。' },
  ANCHOR_OVERDUE: { ends: 'itself', en: 'A transaction is not mined for long.', zh: '交易长时间未上链。' },
  ANCHOR_NONCE_GAP: {
    ends: 'itself',
    en: 'An earlier nonce is missing: beginning again there.',
    zh: '缺少更早的交易序号，从该序号重新开始。',
  },
  ANCHOR_NONCE_TAKEN: { ends: 'person', en: "Somebody else used the publisher's key.", zh: '发布账户的密钥被他人使用。' },
  ANCHOR_WITHDRAWN: { ends: 'itself', en: 'A confirmed anchor has left the chain.', zh: '已确认的锚定从链上消失。' },
  ANCHOR_REVERTED: { ends: 'itself', en: 'The contract undid a transaction.', zh: '合约回退了交易。' },
  ANCHOR_SIZE_DECREASED: {
    ends: 'itself',
    en: 'The chain holds a larger size than the log has.',
    zh: '链上的日志大小超过本地日志。',
  },
  ANCHOR_ROOT_CONFLICT: { ends: 'person', en: 'The chain holds another root than the log.', zh: '链上的根与本地日志不一致。' },
  ANCHOR_ROOT_INVALID: { ends: 'person', en: 'The contract says that no tree has this root.', zh: '合约判定该根无效。' },
  ANCHOR_CALLER_REFUSED: {
    ends: 'itself',
    en: 'The configured key is not the publisher of the contract.',
    zh: '配置的密钥不是合约的发布者。',
  },
} as const satisfies Record<string, { ends: 'itself' | 'person'; en: string; zh: string }>;

export type AnchorAlarmCode = keyof typeof ANCHOR_ALARMS;

export function isAnchorAlarmCode(code: string): code is AnchorAlarmCode {
  return Object.hasOwn(ANCHOR_ALARMS, code);
}
