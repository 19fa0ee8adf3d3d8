import { LedgerError, type InvoiceLine } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { readDocument } from '../documents';
import type { Gateway } from '../gateway';
import { blueOf, redFromDocument } from '../life/red-from-document';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { sees, sellsFor } from './corrections';
import { readXmlBody } from './imports';
import { correctionImport } from './life-schemas';

/** Takes credit notes (UBL 381) and red EInvoices: each is a request for the red letter that it describes. */
export function importCorrectionRoutes(gateway: Gateway): Router {
  const router = Router();
  const { corrections, opener, reader } = gateway.life;

  router.post('/v1/corrections/import', async (request, response) => {
    const principal = requirePrincipal(request, 'correction.request');
    const { organisation, keyId } = principal;
    const { reasonCode, claim } = parseWith(correctionImport, request.query);
    const document = readDocument(await readXmlBody(request));
    const number = blueOf(document);
    // Whoever is no party to it learns nothing of its lines.
    if (!sees(gateway, principal, number)) throw new LedgerError('INVOICE_UNKNOWN', { path: '/originalNumber' });
    const by = sellsFor(gateway, organisation, opener.find(number).seller) ? 'seller' : 'buyer';
    const blue = opener.open(number).record.fields.filter(({ name }) => name.startsWith('line/'));
    const red = redFromDocument(
      document,
      blue.map(({ text }) => JSON.parse(text) as InvoiceLine),
    );
    const why = `document sha256:${document.originalDigest}`;
    const id = await corrections.request(organisation, { ...red, reason: reasonCode, claim, by }, { keyId, why });
    response.status(201).json(reader.correction(id));
  });

  router.use(auditRefusals(gateway, 'life'));
  return router;
}
