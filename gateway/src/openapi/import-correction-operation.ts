import { correctionImport } from '../routes/life-schemas';
import { UBL_OR_EINVOICE } from './document-operations';
import { correctionDetail } from './life-answers';
import { REQUEST_CODES } from './life-operations';
import type { Operation } from './operation';

/** Red documents of other systems. */
export const importCorrectionOperation: Operation = {
  method: 'post',
  path: '/v1/corrections/import',
  id: 'importCorrection',
  tag: 'corrections',
  summary: 'Ask for the red letter that a UBL CreditNote or a red EInvoice describes',
  access: 'correction.request',
  query: correctionImport,
  body: UBL_OR_EINVOICE,
  answers: { 201: { description: 'Asked for', schema: correctionDetail } },
  codes: [...REQUEST_CODES, 'AMOUNT_SIGN_WRONG', 'DOCUMENT_MALFORMED', 'TIME_MALFORMED', 'TOTALS_WRONG'],
};
