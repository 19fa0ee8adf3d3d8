/** The codes of sales that wait for their invoice, of their codes and refunds; a part of the table in `errors.ts`. */
export const SALE_ERROR_CODES = {
  SALE_UNKNOWN: { status: 404, en: 'There is no such sale.', zh: '销售单不存在。' },
  SALE_CONFLICT: {
    status: 409,
    en: 'The order reference was used for a sale with other content.',
    zh: '该订单号已登记内容不同的销售单。',
  },
  SALE_UNPAID: { status: 409, en: 'The sale is not paid yet.', zh: '该笔销售尚未付款。' },
  SALE_PAID: { status: 409, en: 'Another payment was registered for this sale.', zh: '该笔销售已登记另一笔付款。' },
  SALE_INVOICED: { status: 409, en: 'There is an invoice for this sale already.', zh: '该销售单已开具发票。' },
  SALE_EXPIRED: {
    status: 410,
    en: 'The time to ask for this invoice is over; ask the seller.',
    zh: '开票期限已过，请联系销售方。',
  },
  SALE_CANCELLED: { status: 410, en: 'The sale was cancelled; there is nothing to invoice.', zh: '该笔销售已取消，无法开票。' },
  SALE_CLAIMING: {
    status: 409,
    en: 'The sale is being invoiced right now; try again in a minute.',
    zh: '该销售单正在开票，请稍后再试。',
  },
  SALE_ERASED: { status: 410, en: 'The content of this sale was erased.', zh: '该销售单内容已删除。' },
  CLAIM_CODE_WRONG: {
    status: 400,
    en: 'This is no claim code: a character is wrong or missing.',
    zh: '取票码有误，请检查是否输错或漏字。',
  },
  HOLDER_TOKEN_INVALID: { status: 401, en: 'The holder token does not open this invoice.', zh: '持票凭证无效，无法打开该发票。' },
  REFUND_LINE_UNKNOWN: { status: 422, en: 'A refund names a line once, and the sale has that line.', zh: '退款行不存在或重复。' },
  REFUND_TOO_LARGE: { status: 422, en: 'More is refunded than is left of the sale.', zh: '退款金额超过可退余额。' },
  REFUND_CONFLICT: { status: 409, en: 'The refund reference was used for another refund.', zh: '该退款单号已用于其他退款。' },
} as const;
