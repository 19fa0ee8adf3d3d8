import { LedgerError, type InvoiceIssued } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { pack } from '../evidence/pack';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { Principal } from '../stores/access-store';
import type { PackedInvoice } from '../verification/evidence-desk';
import { evidenceRequest } from './evidence-schemas';
import { maySee } from './invoices';

/** Evidence packages: bundles, documents, trust file, time line and a page that verifies them, in one ZIP file. */
export function evidenceRoutes(gateway: Gateway): Router {
  const router = Router();
  router.post('/v1/evidence', async (request, response) => {
    const principal = requirePrincipal(request, 'invoice.read');
    const { numbers, documents, purpose, status } = parseWith(evidenceRequest, request.body);
    const invoices = [...new Set(numbers)].map((number) => invoiceOf(gateway, principal, number));
    // What can be refused is refused before the first byte: the last invoice is the last to be sealed.
    const newest = Math.max(...invoices.map(({ sequence }) => sequence));
    await gateway.proofs.firstCheckpoint(newest);
    const madeAt = new Date(gateway.clock());
    const name = invoices.length === 1 ? (numbers[0] ?? '') : `${String(invoices.length)}-invoices`;
    response.setHeader('Content-Disposition', `attachment; filename="${name}.lianpiao.zip"`);
    response.type('application/zip');
    const shown = status && { desk: gateway.status.desk, axes: new Set<string>(status) };
    try {
      await pack(gateway.evidence.files(invoices, { formats: new Set(documents), status: shown }), { purpose, madeAt }, response);
    } catch (error) {
      // Before the first byte it is a refusal; after it the connection breaks, and the file has no list of what it holds.
      if (!response.headersSent) {
        response.removeHeader('Content-Disposition');
        throw error;
      }
      if (!response.destroyed) {
        gateway.logger.error({ err: error }, 'an evidence package broke off');
        response.destroy();
      }
    }
  });
  return router;
}

/** An invoice that its caller may read, with its content. @throws LedgerError INVOICE_UNKNOWN, INVOICE_ERASED. */
function invoiceOf(gateway: Gateway, principal: Principal, number: string): PackedInvoice {
  const row = gateway.finder.find(number);
  if (row === undefined || !maySee(gateway, principal, row)) throw new LedgerError('INVOICE_UNKNOWN', { found: number });
  const record = (): ReturnType<PackedInvoice['record']> => {
    const found = gateway.payloads.read(row.sequence);
    if (found === undefined) throw new LedgerError('INVOICE_ERASED', { found: number });
    return found;
  };
  // Now, while it can be refused; the content is not kept until its turn comes.
  record();
  const { entry } = gateway.finder.entry(row.sequence) as { entry: InvoiceIssued };
  return { number, sequence: row.sequence, entry, record };
}
