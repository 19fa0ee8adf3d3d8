import type { CheckId, VerdictReason } from './verdict';

interface Texts {
  readonly en: string;
  readonly zh: string;
}

/** What a check that holds says. */
export const HOLDS: Readonly<Record<CheckId, Texts>> = {
  form: { en: 'The file has the form of a bundle.', zh: '文件格式为凭证包。' },
  leaf: { en: 'The log entry is well formed.', zh: '日志条目格式正确。' },
  commitment: { en: 'The document is the one that was entered.', zh: '文件内容与登记时一致。' },
  source: { en: 'The source signed what is registered.', zh: '来源签署了所登记的内容。' },
  erasure: {
    en: 'The attestation of an erasure is well formed, and no known signature in it is wrong.',
    zh: '删除证明格式正确，已知签名无误。',
  },
  proof: { en: 'The proof can be read.', zh: '证明可以读取。' },
  inclusion: { en: 'The entry is in the log.', zh: '条目已包含在日志中。' },
  log: { en: 'A trusted log signed the state of the log.', zh: '日志状态由受信任的日志签名。' },
  witnesses: { en: 'Enough trusted witnesses cosigned.', zh: '受信任的见证人数量足够。' },
  commit: {
    en: 'The ledger took the entry in; enough known organisations attest it.',
    zh: '条目已入账，且有足够的已知机构证明。',
  },
  status: { en: 'The status of the invoice is proven as of the time shown.', zh: '发票在所示时间的状态已获证明。' },
  anchors: { en: 'Anchors are pointers for online checks.', zh: '锚定仅供联网核对。' },
};

/** What a check that was not made says. */
export const SKIPPED: Readonly<Record<'earlier' | 'hidden' | 'noWitnesses' | 'noAttesters' | 'anchors', Texts>> = {
  earlier: { en: 'Not checked: an earlier check did not hold.', zh: '未检查：前一项检查未通过。' },
  hidden: { en: 'Not checked: the statement is withheld.', zh: '未检查：声明未披露。' },
  noWitnesses: { en: 'Witnesses: not checked, none are asked for.', zh: '见证人联署：没有要求，未检查。' },
  noAttesters: { en: 'Commit: evidence is there, and nobody known attests it.', zh: '入账证据：附有证据，但没有已知机构证明。' },
  anchors: {
    en: 'Anchors on public chains: not checked offline, they never count towards valid.',
    zh: '公链锚定：离线时不检查，也不影响判定。',
  },
};

/** What a check that failed says. */
export const FAILS: Readonly<Record<VerdictReason, Texts>> = {
  BUNDLE_MALFORMED: { en: 'The file does not have the form of a bundle.', zh: '文件不是有效的凭证包格式。' },
  BUNDLE_UNSUPPORTED: { en: 'This kind or version of file is not supported.', zh: '不支持此文件类型或版本。' },
  LEAF_MALFORMED: { en: 'The log entry is not well formed.', zh: '日志条目格式不正确。' },
  COMMITMENT_WRONG: {
    en: 'The document is not the one that was entered: it was changed.',
    zh: '文件内容与登记时不一致：已被更改。',
  },
  SOURCE_SIGNATURE_WRONG: { en: 'The source did not sign what is registered.', zh: '来源未签署所登记的内容。' },
  ERASURE_ATTESTATION_WRONG: { en: 'The attestation of an erasure is not what it has to be.', zh: '删除证明不符合要求。' },
  PROOF_MALFORMED: { en: 'The proof cannot be read.', zh: '证明无法读取。' },
  INCLUSION_WRONG: { en: 'The entry is not in the log at that place.', zh: '日志的该位置没有此条目。' },
  LOG_UNKNOWN: { en: 'Cannot tell: no trusted log has this name.', zh: '无法判断：没有此名称的受信任日志。' },
  CHECKPOINT_UNSIGNED: { en: 'The trusted log did not sign this state.', zh: '受信任的日志未对此状态签名。' },
  CHECKPOINT_SIGNATURE_WRONG: { en: "The log's signature is wrong.", zh: '日志签名错误。' },
  LOG_ENDED: { en: 'The log had ended before this state.', zh: '该日志在此状态之前已终止。' },
  LOG_KEY_OUT_OF_WINDOW: { en: "The log's key did not count at that time.", zh: '日志密钥在该时间无效。' },
  LOG_KEY_COMPROMISED: {
    en: "Cannot tell: the log's key was in other hands, and nothing shows that it signed before that. Ask for a new proof.",
    zh: '无法判断：日志密钥曾泄露，且无法证明签名早于泄露时间。请重新获取证明。',
  },
  WITNESS_SIGNATURE_WRONG: { en: "A witness' signature is wrong.", zh: '见证人签名错误。' },
  WITNESSES_LACKING: { en: 'Cannot tell: too few trusted witnesses cosigned.', zh: '无法判断：受信任的见证人不足。' },
  COMMIT_MALFORMED: { en: 'The evidence of the commit cannot be read.', zh: '入账证据无法读取。' },
  COMMIT_WRONG: { en: 'The evidence of the commit is not of this entry.', zh: '入账证据与此条目不符。' },
  COMMIT_SIGNATURE_WRONG: { en: "An attester's signature is wrong.", zh: '入账证明机构的签名错误。' },
  COMMIT_UNATTESTED: {
    en: 'Cannot tell: too few known organisations attest the commit.',
    zh: '无法判断：证明入账的已知机构不足。',
  },
  STATUS_SEAL_WRONG: { en: 'The seal of the map of statuses is not right.', zh: '状态图的封印不正确。' },
  STATUS_SEAL_UNKNOWN: {
    en: 'Cannot tell: trust in the seal of the map of statuses is missing.',
    zh: '无法判断：缺少对状态图封印的信任依据。',
  },
  STATUS_WRONG: { en: 'The status is not what the map holds for this invoice.', zh: '状态与状态图中该发票的记录不符。' },
  STATUS_NOT_COVERED: {
    en: 'Cannot tell: the invoice is younger than the map of statuses. Ask for a new proof.',
    zh: '无法判断：发票晚于该状态图。请重新获取证明。',
  },
  STATUS_LACKING: { en: 'Cannot tell: the bundle has no proof of the status.', zh: '无法判断：凭证包没有状态证明。' },
  STATUS_NOT_AS_ASKED: { en: 'The invoice does not stand where it was asked to.', zh: '发票状态不符合所提出的要求。' },
  STATUS_TOO_OLD: {
    en: 'Cannot tell: the proof of the status is too old. Ask for a new one.',
    zh: '无法判断：状态证明已过时限。请重新获取。',
  },
  STATUS_WITHHELD: { en: 'Cannot tell: the state that is asked for is withheld.', zh: '无法判断：所询问的状态未披露。' },
};
