/** Codes about the audit log, usage receipts, query templates and exports; part of the one table in `errors.ts`. */
export const USAGE_ERROR_CODES = {
  AUDIT_NOT_CONTIGUOUS: { status: 409, en: 'The seal does not follow the last one.', zh: '审计封存不连续。' },
  RECEIPT_NOT_CONTIGUOUS: { status: 409, en: 'The receipts do not follow the last ones.', zh: '使用回执不连续。' },
  RECEIPT_MISMATCH: {
    status: 409,
    en: 'The receipts are not those that the other side signed.',
    zh: '使用回执与对方签署的内容不一致。',
  },
  RECEIPT_REASON_MISSING: { status: 400, en: 'A supervisor names a grant and a reason.', zh: '监管方查看须指明授权并说明理由。' },
  TEMPLATE_UNKNOWN: { status: 404, en: 'There is no such query template.', zh: '查询模板不存在。' },
  TEMPLATE_VERSION_WRONG: { status: 409, en: 'This is not the next version of the template.', zh: '模板版本不连续。' },
  TEMPLATE_INVALID: { status: 422, en: 'The template does not fit its resource.', zh: '模板与数据资源不符。' },
  TEMPLATE_WITHDRAWN: { status: 403, en: 'The template was withdrawn.', zh: '模板已撤回。' },
  TEMPLATE_ARGUMENT_INVALID: { status: 400, en: 'An argument is not one that the template takes.', zh: '参数不符合模板要求。' },
  GROUP_TOO_SMALL: { status: 422, en: 'Too few rows stand behind the answer.', zh: '结果涉及的记录过少，不予提供。' },
  QUERY_DIFFERENCING: {
    status: 422,
    en: 'With an earlier answer, this one would tell of too few rows.',
    zh: '与先前结果相减会暴露过少记录，不予提供。',
  },
  QUERY_BUDGET_SPENT: { status: 429, en: 'No more questions under this grant today.', zh: '该授权今日查询次数已用完。' },
  LEVEL_AGGREGATE_ONLY: {
    status: 403,
    en: 'The grant gives answers of templates, and no rows.',
    zh: '该授权仅允许模板查询，不提供明细。',
  },
  FIELD_MASKED: { status: 403, en: 'A masked field cannot be filtered by.', zh: '脱敏字段不可用作过滤条件。' },
  RUN_UNKNOWN: { status: 404, en: 'There is no such run of a template.', zh: '查询运行不存在。' },
  EXPORT_NOT_PERMITTED: { status: 403, en: 'The provider has not permitted this export.', zh: '提供方尚未许可导出该结果。' },
  EXPORT_REFUSED: { status: 403, en: 'The provider refused this export, for good.', zh: '提供方已拒绝导出该结果，且不可更改。' },
  EXPORT_EXPIRED: {
    status: 403,
    en: 'Nobody permitted this export in time; run the template again.',
    zh: '导出许可期限已过，请重新运行模板。',
  },
  EXPORT_EXISTS: { status: 409, en: 'This export is permitted already.', zh: '该导出已获许可。' },
} as const;
