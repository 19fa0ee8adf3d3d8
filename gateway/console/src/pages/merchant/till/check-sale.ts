import { checkInvoiceRequest, ERROR_CODES, LedgerError } from '@lianpiao/chaincode/domain';
import { ApiProblem } from '../../../api/problem';

/** What depends on the time is the ledger's to say: a till's clock may be wrong. */
const BY_THE_CLOCK: readonly string[] = ['RATE_UNKNOWN', 'TIME_IN_FUTURE'];

/**
 * Asks the rules of the ledger before a sale is sent, and says what they refuse as the gateway would.
 * @throws ApiProblem
 */
export function checkSale(request: unknown): void {
  try {
    checkInvoiceRequest(request, Date.now());
  } catch (error) {
    if (!(error instanceof LedgerError) || BY_THE_CLOCK.includes(error.code)) return;
    const { status, en, zh } = ERROR_CODES[error.code];
    throw new ApiProblem({ ...error.detail, code: error.code, title: en, titleZh: zh, status });
  }
}
