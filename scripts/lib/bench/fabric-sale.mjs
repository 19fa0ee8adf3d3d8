/** A sale as the chaincode takes it, for clients that go past our gateway. */
import { randomBytes } from 'node:crypto';
import { sale } from './sales.mjs';

/** @param seller the opened party of the till's seller: text and salt. */
export function issueBatchOf(next, till, orderReference, seller) {
  const request = JSON.parse(sale(next, till, orderReference));
  return Buffer.from(JSON.stringify([{ request, seller, seed: randomBytes(32).toString('hex') }]));
}
