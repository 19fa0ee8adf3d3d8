import { fieldText } from '../record/commitment';
import { bytesFromBase64 } from '../encoding/base64';
import { digestFromBase64, digestToBase64, hasher, type Digest } from '../encoding/digest';
import { isIdentifier } from '../encoding/identifier';
import { LedgerError } from '../errors';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { isExactTime } from './offline-entries';
import { signText, type DeviceSigner, type IssuedOffline } from './issue-offline';
import { isSignedByDevice } from './till-key';

/** What the QR code of a paper says that a till printed without the network. */
export interface PaperSlip {
  readonly number: string;
  readonly till: string;
  /** RFC 3339 UTC, by the till's clock. */
  readonly time: string;
  /** ISO 4217. */
  readonly currency: string;
  /** With tax. */
  readonly gross: string;
  /** Its place in the till's chain: who has the recorded entry can make the same of it. */
  readonly statement: Digest;
}

const VERSION = 'LPO1';
type Parts = readonly [number: string, till: string, time: string, currency: string, gross: string, hash: string];
const MAX_LENGTH = 400;

/**
 * The text of the QR code: `LPO1,number,till,time,currency,gross,statement,signature`; the till's key signs all before the last
 * comma. docs/formats.md, "Slips".
 */
export function paperSlipText({ slip, entry, record }: IssuedOffline, signer: DeviceSigner): string {
  const field = (name: string): unknown => JSON.parse(fieldText(record, name) ?? 'null');
  const { currency } = field('header') as { readonly currency: string };
  const { gross } = field('totals') as { readonly gross: string };
  const statement = digestToBase64(hasher().leafHash(slip.statement));
  const signed = [VERSION, entry.number, entry.till, entry.offline?.time ?? entry.time, currency, gross, statement].join(',');
  return `${signed},${signText(signed, signer)}`;
}

const SLIP =
  /^LPO1,(\d{20}),([a-z0-9-]{1,64}),([^,]{24}),([A-Z]{3}),(-?\d{1,18}(?:\.\d{1,2})?),([A-Za-z0-9+/]{43}=),[A-Za-z0-9+/]{86}==$/;

/** Reads the text of a slip; the signature is not looked at. @throws LedgerError SLIP_MALFORMED. */
export function parsePaperSlip(text: string): PaperSlip {
  const parts = text.length > MAX_LENGTH ? null : SLIP.exec(text);
  const [, number, till, time, currency, gross, hash] = (parts ?? []) as unknown as readonly [string, ...Parts];
  const statement = parts === null ? undefined : digestFromBase64(hash);
  if (statement === undefined || !isIdentifier(till) || !isExactTime(time)) throw new LedgerError('SLIP_MALFORMED');
  return { number, till, time, currency, gross, statement };
}

/**
 * Checks the text of a slip against the key that is registered for its till: the till issued this, and the ledger need not know
 * of it yet.
 * @param key base64 of the device key, as the ledger has it.
 * @throws LedgerError SLIP_MALFORMED, OFFLINE_SIGNATURE_WRONG.
 */
export function verifyPaperSlip(text: string, key: string, verifier: SignatureVerifier): PaperSlip {
  const slip = parsePaperSlip(text);
  const comma = text.lastIndexOf(',');
  if (!isSignedByDevice(text.slice(0, comma), text.slice(comma + 1), bytesFromBase64(key) ?? new Uint8Array(), verifier))
    throw new LedgerError('OFFLINE_SIGNATURE_WRONG', { path: '/signature' });
  return slip;
}
