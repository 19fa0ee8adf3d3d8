import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { Gateway } from '../gateway';
import { parseWith } from '../middleware/parse';
import { commitEvidence } from './commit-evidence';
import { readable } from './invoices';
import { attestationPath, commitOnly } from './schemas';

/** What a proof of an erasure shows: who did it, by which key, and the reason given are for bureau and auditor. */
const SHOWN: readonly string[] = ['what', 'attestation'];

/** Whether an invoice's content was erased, who attests that of its own copy, who has not, and proofs of both. */
export function erasureRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/v1/invoices/:number/erasure', (request, response) => {
    const { row } = readable(gateway, request);
    const { erased, attestations, missing } = gateway.erasures.report(row.sequence);
    response.json({ number: row.number, erased, attestations, missing });
  });

  router.get('/v1/invoices/:number/erasure/:sequence/proof', async (request, response) => {
    const { row } = readable(gateway, request);
    const sequence = Number(parseWith(attestationPath, request.params).sequence);
    const { erased, attestations } = gateway.erasures.report(row.sequence);
    const [placed] = gateway.ledger.read(sequence, 1);
    const record = gateway.payloads.read(sequence);
    const isOfIt = erased?.sequence === sequence || attestations.some((one) => one.sequence === sequence);
    if (!isOfIt || placed === undefined || record === undefined) throw new LedgerError('NOT_FOUND');
    const commit = await commitEvidence(gateway, sequence, parseWith(commitOnly, request.query).commit);
    const bundle = await gateway.proofs.bundle(sequence, placed.entry, record, (name) => SHOWN.includes(name), { commit });
    response.setHeader('Content-Disposition', `attachment; filename="${row.number}-erasure-${String(sequence)}.lianpiao.json"`);
    response.json(bundle);
  });

  return router;
}
