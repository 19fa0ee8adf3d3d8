import { LedgerError } from '../errors';
import type { InvoiceRequest } from '../invoice/invoice-request';
import type { LedgerState } from '../ports/ledger-state';
import { fieldText, sealRecord, type SealedRecord } from '../record/commitment';
import { requireCorrection } from './apply-correction';
import { redText, type RedDocument } from './compose-red';
import { correctionStatus, lifeOf } from './life-state';

/** Name of the field that holds the red invoice as it shall be. */
export const RED_FIELD = 'red';

/** The order reference of a correction's red invoice: as of any other there is one, so no correction is carried out twice. */
export function redReference(correction: string): string {
  return `red:${correction}`;
}

/**
 * A red invoice carries out one correction that needs no confirmation any more (01, 04), for its seller, and is in every
 * part the one that was asked for and confirmed.
 * @param record the record of the request, which the ledger commits to.
 * @throws LedgerError CORRECTION_UNKNOWN, CORRECTION_NOT_YOURS, CORRECTION_UNCONFIRMED, CORRECTION_CONTENT_WRONG.
 */
export function requireCorrectionFor(
  state: LedgerState,
  request: InvoiceRequest,
  seller: string,
  record: SealedRecord | undefined,
): void {
  const { correction: id = '' } = request.corrects ?? {};
  const correction = requireCorrection(state, id);
  if (lifeOf(state, correction.invoice)?.seller !== seller)
    throw new LedgerError('CORRECTION_NOT_YOURS', { path: '/corrects/correction' });
  const status = correctionStatus(correction, state.now);
  if (status !== '01' && status !== '04')
    throw new LedgerError('CORRECTION_UNCONFIRMED', { path: '/corrects/correction', found: status, wanted: '01, 04' });
  if (record === undefined || sealRecord(record) !== correction.commitment)
    throw new LedgerError('LIFE_OPENING_WRONG', { path: '/corrects/correction' });
  if (!carriesOut(request, correction.invoice, record)) throw new LedgerError('CORRECTION_CONTENT_WRONG', { path: '/corrects' });
}

/** True for the very invoice that a request for a correction describes, under the reference that only it has. */
function carriesOut(request: InvoiceRequest, blue: string, record: SealedRecord): boolean {
  const { corrects, orderReference } = request;
  if (corrects?.invoice !== blue || orderReference !== redReference(corrects.correction)) return false;
  return redText(documentOf(request)) === fieldText(record, RED_FIELD);
}

function documentOf({ kind, buyer, lines, totals, note = '' }: InvoiceRequest): RedDocument {
  return { kind, ...(buyer === undefined ? undefined : { buyer }), lines, totals, note };
}
