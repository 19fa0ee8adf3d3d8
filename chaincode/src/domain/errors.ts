import { CATALOGUE_ERROR_CODES } from './catalogue/error-codes';
import { USAGE_ERROR_CODES } from './usage/error-codes';
import { ACCESS_ERROR_CODES } from './access/error-codes';
import { LIFE_ERROR_CODES } from './life/error-codes';
import { OFFLINE_ERROR_CODES } from './offline/error-codes';
import { SIGN_IN_ERROR_CODES } from './registry/error-codes';
import { SALE_ERROR_CODES } from './sale/error-codes';

/** How a code is answered over HTTP, and what it says to people in both languages. */
interface CodeEntry {
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

/**
 * The closed table of error codes. A code is never renamed once published: callers match on it.
 * Codes of the ledger's rules and of the gateway stand together so that one page documents all of them.
 */
export const ERROR_CODES = {
  // the form of a request
  BODY_MALFORMED: { status: 400, en: 'The body is not valid JSON.', zh: '请求体不是有效的 JSON。' },
  BODY_TOO_LARGE: { status: 413, en: 'The body is larger than allowed.', zh: '请求体超过允许的大小。' },
  LINE_TOO_LONG: { status: 413, en: 'A line of the batch is longer than allowed.', zh: '批量中的一行超过允许的长度。' },
  BATCH_TOO_LONG: { status: 413, en: 'The batch has more lines than allowed.', zh: '批量行数超过上限。' },
  MEDIA_TYPE_UNSUPPORTED: { status: 415, en: 'This media type is not supported here.', zh: '此处不支持该媒体类型。' },
  FIELD_MISSING: { status: 400, en: 'A required field is missing.', zh: '缺少必填字段。' },
  FIELD_INVALID: { status: 400, en: 'A field does not have the required form.', zh: '字段格式不正确。' },
  FIELD_UNKNOWN: { status: 400, en: 'A field is not known here.', zh: '存在未知字段。' },
  TEXT_NOT_WELL_FORMED: { status: 400, en: 'A text holds a lone surrogate.', zh: '文本包含不成对的代理字符。' },
  CURSOR_INVALID: { status: 400, en: 'The cursor is not one of ours.', zh: '游标无效。' },
  QR_MALFORMED: { status: 400, en: 'The QR text cannot be read.', zh: '二维码内容无法识别。' },
  BUNDLE_MALFORMED: { status: 400, en: 'The bundle cannot be read.', zh: '凭证包无法识别。' },
  NOTE_MALFORMED: { status: 400, en: 'The signed note cannot be read.', zh: '签名记录无法识别。' },
  POLICY_MALFORMED: { status: 400, en: 'The witness policy cannot be read.', zh: '见证策略无法识别。' },
  TRUST_UNSIGNED: { status: 422, en: 'The trust file lacks signatures of its roots.', zh: '信任文件缺少所需根密钥的签名。' },
  TRUST_ROLLBACK: { status: 409, en: 'The trust file is not newer than the one that is there.', zh: '信任文件不比现有版本新。' },
  TRUST_CONFLICT: { status: 409, en: 'The trust file does not follow the one that is there.', zh: '信任文件与现有版本不连续。' },
  ROTATION_UNDER_WAY: { status: 409, en: 'A key is being replaced already.', zh: '密钥轮换正在进行。' },
  PROOF_MALFORMED: { status: 400, en: 'The proof cannot be read.', zh: '证明无法识别。' },
  DOCUMENT_MALFORMED: { status: 400, en: 'The document cannot be read.', zh: '文件无法识别。' },
  DOCUMENT_UNSUPPORTED: { status: 422, en: 'This kind of document cannot be issued yet.', zh: '暂不支持开具此类文件。' },
  DOCUMENT_RULES_BROKEN: { status: 422, en: 'The document breaks rules of EN 16931.', zh: '文件不符合 EN 16931 规则。' },
  ORIGINAL_UNKNOWN: { status: 404, en: 'No document is kept for this invoice.', zh: '该发票没有留存原始文件。' },
  EVIDENCE_MALFORMED: { status: 400, en: 'The evidence package cannot be read.', zh: '证据包无法识别。' },
  EVIDENCE_UNSAFE: { status: 400, en: 'The evidence package holds what none may hold.', zh: '证据包含有不允许的内容。' },
  EVIDENCE_TOO_LARGE: { status: 413, en: 'The evidence package holds more than allowed.', zh: '证据包内容超过上限。' },
  EVIDENCE_CHANGED: {
    status: 422,
    en: 'A file of the evidence package is not what its list says.',
    zh: '证据包内文件与清单不符。',
  },
  CSV_MALFORMED: { status: 400, en: 'The file is not well-formed CSV.', zh: '文件不是有效的 CSV。' },
  CSV_HEADER_INVALID: { status: 400, en: 'The first line does not name the columns as wanted.', zh: '首行列名不符合要求。' },
  CSV_TOO_LONG: { status: 413, en: 'The file has more rows or days than allowed.', zh: '文件行数或天数超过上限。' },
  // who may do what
  CREDENTIALS_MISSING: { status: 401, en: 'An API key is needed.', zh: '需要提供 API 密钥。' },
  CREDENTIALS_INVALID: { status: 401, en: 'The API key is not valid.', zh: 'API 密钥无效。' },
  ACTION_FORBIDDEN: { status: 403, en: 'Your role may not do this.', zh: '您的角色无权执行此操作。' },
  RATE_LIMITED: { status: 429, en: 'Too many requests; try again later.', zh: '请求过于频繁，请稍后再试。' },
  NOT_FOUND: { status: 404, en: 'There is nothing here.', zh: '未找到。' },
  METHOD_NOT_ALLOWED: { status: 405, en: 'This method is not allowed here.', zh: '此处不允许该方法。' },
  // organisations, tills, ranges
  ORGANISATION_UNKNOWN: { status: 404, en: 'The organisation is not registered.', zh: '机构未登记。' },
  ORGANISATION_EXISTS: { status: 409, en: 'The organisation is registered already.', zh: '机构已登记。' },
  TAXPAYER_EXISTS: { status: 409, en: 'The taxpayer is registered already.', zh: '纳税人已登记。' },
  TAXPAYER_ID_MALFORMED: { status: 400, en: 'A taxpayer id does not have the required form.', zh: '纳税人识别号格式不正确。' },
  TAXPAYER_ID_CHECK: { status: 422, en: 'The check character of a taxpayer id is wrong.', zh: '纳税人识别号校验码错误。' },
  TILL_UNKNOWN: { status: 404, en: 'The till is not registered.', zh: '开票终端未登记。' },
  TILL_EXISTS: { status: 409, en: 'The till is registered already.', zh: '开票终端已登记。' },
  TILL_NOT_YOURS: { status: 403, en: 'The till is not yours.', zh: '该开票终端不属于您。' },
  DELEGATION_EXISTS: { status: 409, en: 'This delegation stands already.', zh: '该授权已存在。' },
  DELEGATION_UNKNOWN: { status: 404, en: 'There is no such delegation.', zh: '授权不存在。' },
  RANGE_INVALID: { status: 400, en: 'The number range is not valid.', zh: '号段无效。' },
  RANGE_OVERLAPS: { status: 409, en: 'The number range overlaps one allotted before.', zh: '号段与已分配号段重叠。' },
  RANGE_EXHAUSTED: { status: 409, en: 'There are no numbers left.', zh: '号码已用完。' },
  RANGE_QUOTA: { status: 409, en: "The seller's quota of numbers is used up.", zh: '销售方的号码额度已用完。' },
  // webhooks
  WEBHOOK_UNKNOWN: { status: 404, en: 'There is no such webhook.', zh: '推送不存在。' },
  WEBHOOK_URL_FORBIDDEN: { status: 422, en: 'A webhook may not lead there.', zh: '不允许推送到该地址。' },
  WEBHOOK_HOST_UNKNOWN: { status: 422, en: "The webhook's host cannot be found.", zh: '找不到推送地址的主机。' },
  WEBHOOK_LIMIT: { status: 409, en: 'The organisation has as many webhooks as it may.', zh: '推送数量已达上限。' },
  DEAD_LETTER_UNKNOWN: { status: 404, en: 'There is no such dead letter.', zh: '死信不存在。' },
  // access to data
  RESOURCE_UNKNOWN: { status: 404, en: 'The resource is not registered.', zh: '数据资源未登记。' },
  RESOURCE_EXISTS: { status: 409, en: 'The resource is registered already.', zh: '数据资源已登记。' },
  RESOURCE_NOT_YOURS: { status: 403, en: 'The resource is not yours to decide over.', zh: '您无权处分该数据资源。' },
  GRANT_UNKNOWN: { status: 404, en: 'There is no such grant.', zh: '授权不存在。' },
  GRANT_EXISTS: { status: 409, en: 'There is a grant of this id already.', zh: '该授权编号已存在。' },
  GRANT_NOT_YOURS: { status: 403, en: 'The grant is not yours.', zh: '该授权不属于您。' },
  GRANT_RIGHT_MISSING: { status: 403, en: 'The grant does not allow sub-grants.', zh: '该授权不允许转授权。' },
  GRANT_SCOPE_WIDER: {
    status: 422,
    en: 'A sub-grant may not reach further than the grant above it.',
    zh: '转授权不得超出上级授权范围。',
  },
  GRANT_TERM_INVALID: { status: 422, en: 'The term of the grant is not valid.', zh: '授权期限无效。' },
  GRANT_STATE_WRONG: { status: 409, en: 'The state of the grant does not allow this.', zh: '授权当前状态不允许此操作。' },
  GRANT_NOT_STARTED: { status: 403, en: 'The term of the grant has not begun.', zh: '授权尚未生效。' },
  GRANT_PAUSED: { status: 403, en: 'The grant is paused.', zh: '授权已暂停。' },
  GRANT_EXPIRED: { status: 403, en: 'The term of the grant is over.', zh: '授权已到期。' },
  GRANT_REVOKED: { status: 403, en: 'The grant was revoked, for good.', zh: '授权已撤销，不可恢复。' },
  ...ACCESS_ERROR_CODES,
  TOKEN_OF_ANOTHER_GRANT: { status: 403, en: 'The token is for another grant.', zh: '该令牌属于其他授权。' },
  FIELD_NOT_GRANTED: { status: 403, en: 'A field is not granted.', zh: '请求了未授权的字段。' },
  FILTER_INVALID: { status: 400, en: 'The filter is not valid.', zh: '过滤条件无效。' },
  SOURCE_INVALID: { status: 422, en: 'The source of the resource cannot be used.', zh: '数据源无法使用。' },
  SOURCE_CHANGED: { status: 502, en: 'The source is no longer as it was registered.', zh: '数据源结构已改变。' },
  SOURCE_UNAVAILABLE: {
    status: 503,
    en: 'The source of the data does not answer; try again shortly.',
    zh: '数据源暂时不可用，请稍后再试。',
  },
  ...CATALOGUE_ERROR_CODES,
  ...USAGE_ERROR_CODES,
  // invoices
  INVOICE_UNKNOWN: { status: 404, en: 'There is no such invoice.', zh: '发票不存在。' },
  INVOICE_CONFLICT: {
    status: 409,
    en: 'The order reference was used for an invoice with other content.',
    zh: '该订单号已开具内容不同的发票。',
  },
  INVOICE_EXISTS: { status: 409, en: 'There is an invoice for this order reference already.', zh: '该订单号已开具发票。' },
  INVOICE_ERASED: { status: 410, en: 'The content of this invoice was erased.', zh: '该发票内容已删除。' },
  NUMBER_MALFORMED: { status: 400, en: 'An invoice number has 20 digits.', zh: '发票号码应为 20 位数字。' },
  NUMBER_OUT_OF_RANGE: { status: 422, en: "The number is not the till's next number.", zh: '发票号码不是该终端的下一个号码。' },
  CURRENCY_INVALID: { status: 422, en: 'The currency is not allowed here.', zh: '币种不允许。' },
  MONEY_MALFORMED: { status: 400, en: 'An amount is a decimal text such as "12.50".', zh: '金额应为十进制文本，例如 "12.50"。' },
  RATE_UNKNOWN: { status: 422, en: 'The tax rate was not in force on the day of the sale.', zh: '税率在销售当日无效。' },
  LINE_AMOUNT_WRONG: { status: 422, en: 'The amount of a line is not quantity times price.', zh: '行金额与数量乘单价不符。' },
  LINE_TAX_WRONG: { status: 422, en: 'The tax of a line is not amount times rate.', zh: '行税额与金额乘税率不符。' },
  TOTALS_WRONG: { status: 422, en: 'The totals are not the sums of the lines.', zh: '合计与明细之和不符。' },
  TAX_BREAKDOWN_WRONG: { status: 422, en: 'The tax breakdown does not fit the lines.', zh: '税额分类与明细不符。' },
  AMOUNT_SIGN_WRONG: { status: 422, en: 'The sign of an amount is not allowed here.', zh: '金额正负号不允许。' },
  SELLER_MISMATCH: { status: 422, en: "The seller named is not the till's seller.", zh: '销售方与开票终端不符。' },
  TIME_IN_FUTURE: { status: 422, en: 'The time of the sale lies in the future.', zh: '销售时间晚于当前时间。' },
  TIME_MALFORMED: { status: 400, en: 'A time has the form of RFC 3339 in UTC.', zh: '时间应为 RFC 3339 UTC 格式。' },
  ...OFFLINE_ERROR_CODES,
  ...LIFE_ERROR_CODES,
  ...SIGN_IN_ERROR_CODES,
  ...SALE_ERROR_CODES,
  // provenance
  DIGEST_MALFORMED: {
    status: 400,
    en: 'A digest of content is "sha256:" and 64 lowercase hexadecimal digits.',
    zh: '内容摘要应为 "sha256:" 加 64 位小写十六进制数。',
  },
  PROVENANCE_UNKNOWN: { status: 404, en: 'This content is not registered.', zh: '该内容未登记。' },
  PROVENANCE_EXISTS: {
    status: 409,
    en: 'You have registered this content with another statement.',
    zh: '您已用另一声明登记该内容。',
  },
  PROVENANCE_PARENT_UNKNOWN: { status: 422, en: 'A parent is not registered.', zh: '上游内容未登记。' },
  PROVENANCE_CYCLE: {
    status: 422,
    en: 'A content does not come from itself, nor from what was registered after it.',
    zh: '内容不能源自其自身，也不能源自在其之后登记的内容。',
  },
  PROVENANCE_NOT_YOURS: { status: 403, en: 'You do not have the rights for this.', zh: '您不持有相应权利。' },
  PROVENANCE_ERASED: { status: 410, en: 'The private part of this entry was erased.', zh: '该记录的非公开内容已删除。' },
  STATEMENT_SIGNATURE_WRONG: {
    status: 422,
    en: "The source's signature of the statement is wrong.",
    zh: '来源对声明的签名错误。',
  },
  PROOF_PENDING: { status: 503, en: 'The proof is not complete yet; ask again shortly.', zh: '证明尚未完成，请稍后再试。' },
  COMMIT_UNATTESTED: { status: 503, en: 'Too few organisations attest the commit yet.', zh: '证明入账的机构不足，请稍后再试。' },
  // the system
  QUEUE_FULL: { status: 503, en: 'Too much is waiting; try again shortly.', zh: '排队已满，请稍后再试。' },
  DEADLINE_EXCEEDED: { status: 504, en: 'No answer in time; the same request may be sent again.', zh: '超时，可重发同一请求。' },
  DATABASE_UNAVAILABLE: {
    status: 503,
    en: 'The shared database does not answer; try again shortly.',
    zh: '共享数据库暂时不可用，请稍后再试。',
  },
  DATABASE_UNSUITABLE: {
    status: 500,
    en: 'The shared database belongs to another ledger or a newer version.',
    zh: '共享数据库属于其他账本或更新的版本。',
  },
  LEDGER_HANDING_OVER: {
    status: 503,
    en: 'The ledger is being handed over; it opens when that is done.',
    zh: '账本正在移交，完成后即可使用。',
  },
  HANDOVER_STATE_WRONG: { status: 409, en: 'The hand-over does not stand there.', zh: '移交状态不符，不能执行此操作。' },
  ARCHIVE_BROKEN: { status: 400, en: 'The archive of a ledger is damaged or incomplete.', zh: '账本归档文件损坏或不完整。' },
  ARCHIVE_UNSUPPORTED: { status: 400, en: 'This is no archive of a version known here.', zh: '不是此处支持版本的账本归档文件。' },
  ARCHIVE_KEY_WRONG: { status: 403, en: 'This passphrase or key does not open the archive.', zh: '口令或密钥无法打开归档文件。' },
  LOG_PRUNED: {
    status: 410,
    en: 'Entries this old are no longer served; ask for the proof of an invoice instead.',
    zh: '日志中过早的部分已不再提供，可改为查询发票凭证。',
  },
  BACKUP_BROKEN: { status: 400, en: 'The backup is damaged or incomplete.', zh: '备份损坏或不完整。' },
  LEDGER_HELD: {
    status: 503,
    en: 'The ledger was restored from a backup and takes nothing in until it is shown to be the newest.',
    zh: '账本由备份恢复，在证实为最新之前不接受写入。',
  },
  LEDGER_NOT_HELD: { status: 409, en: 'Nothing keeps this ledger from going on.', zh: '该账本未被暂停。' },
  LEDGER_FORKED: { status: 409, en: 'Others have seen another past of this ledger.', zh: '外部见证的账本历史与此处不同。' },
  LEDGER_EXISTS: { status: 409, en: 'There is something already; nothing is overwritten.', zh: '目标已存在，不会覆盖。' },
  LEDGER_UNAVAILABLE: {
    status: 503,
    en: 'The network of the ledger does not answer; the same request may be sent again.',
    zh: '账本网络暂时没有响应，可重发同一请求。',
  },
  LEDGER_CONTENDED: {
    status: 503,
    en: 'Others changed the same part of the ledger each time; the same request may be sent again.',
    zh: '账本同一部分正被他人修改，可重发同一请求。',
  },
  ENDORSEMENT_MISSING: {
    status: 502,
    en: 'The organisations whose word the ledger needs did not give it.',
    zh: '账本所需的成员机构未予背书。',
  },
  CERTIFICATE_REFUSED: {
    status: 502,
    en: "The network of the ledger does not take this organisation's certificate: it is expired, not valid yet, or of an authority that the network does not know.",
    zh: '账本网络不接受该机构的证书：已过期、尚未生效，或其签发机构不为网络所知。',
  },
  IDENTITY_ELSEWHERE: {
    status: 403,
    en: 'This gateway does not hold what it takes to act for that organisation: ask a gateway of its own side.',
    zh: '本网关不持有代表该机构所需的密钥或证书，请通过其所属一方的网关提交。',
  },
  TRANSACTION_TIME_OFF: {
    status: 503,
    en: "The transaction's time is not the tax bureau's: a clock is wrong.",
    zh: '交易时间与税务机关时钟不符，请检查时钟。',
  },
  LEDGER_BROKEN: { status: 500, en: 'The ledger does not verify.', zh: '账本校验失败。' },
  LOG_BROKEN: { status: 500, en: 'The transparency log does not verify.', zh: '透明日志校验失败。' },
  INTERNAL: { status: 500, en: 'Something is wrong on our side.', zh: '系统内部错误。' },
} as const satisfies Record<string, CodeEntry>;

/** One of the stable error codes. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** What is wrong, where, and by which rule: all that a caller needs to mend a request. */
export interface ErrorDetail {
  /** JSON Pointer (RFC 6901) of the offending field. */
  readonly path?: string;
  /** Id of the rule that refused, for example `cn.line-tax`. */
  readonly rule?: string;
  /** What was found and what was wanted, in one line; never personal data. */
  readonly found?: string;
  readonly wanted?: string;
}

/** A refusal that the caller can act on; everything else that is thrown is a fault of ours. */
export class LedgerError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(`${code}: ${ERROR_CODES[code].en}`, options);
    this.name = 'LedgerError';
    this.code = code;
    this.detail = detail;
  }

  /** The status of the HTTP answer for this refusal. */
  get status(): number {
    return ERROR_CODES[this.code].status;
  }
}

/** True for one of the codes of the table: texts such as gRPC's "10 ABORTED" look like codes and are not. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERROR_CODES, text);
}

/**
 * States what must hold if our own code is right.
 * @throws Error (answered as 500 INTERNAL) when it does not hold.
 */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`);
}
