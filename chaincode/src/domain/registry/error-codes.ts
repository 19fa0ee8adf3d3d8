/** The codes of people who sign in; a part of the table in `errors.ts`. */
export const SIGN_IN_ERROR_CODES = {
  SIGN_IN_FAILED: { status: 400, en: 'Signing in did not succeed; try again.', zh: '登录未成功，请重试。' },
  SIGN_IN_UNAVAILABLE: { status: 503, en: 'The identity provider does not answer.', zh: '身份认证服务暂不可用。' },
  LOGOUT_TOKEN_INVALID: {
    status: 400,
    en: 'This is no logout token of the identity provider.',
    zh: '该令牌不是身份认证服务签发的有效注销令牌。',
  },
  ACCOUNT_UNKNOWN: {
    status: 403,
    en: 'This account acts for no organisation that is registered here.',
    zh: '该账号未关联已登记的机构。',
  },
  ORIGIN_REFUSED: { status: 403, en: 'The request does not come from a page of this gateway.', zh: '请求并非来自本网关的页面。' },
} as const;
