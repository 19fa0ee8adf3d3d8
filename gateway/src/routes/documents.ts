import { LedgerError, type InvoiceIssued, type SealedRecord } from '@lianpiao/chaincode/domain';
import { Router, type Request, type Response } from 'express';
import { issuedInvoiceOf, type IssuedInvoice } from '../documents/issued-invoice';
import type { Hideable } from '../documents/pdf/paper';
import { writeEInvoice } from '../documents/write-einvoice';
import { writeUbl } from '../documents/write-ubl';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { IndexedInvoice } from '../stores/index-store';
import { readable } from './invoices';
import { pdfQuery } from './document-schemas';

/** The papers of an invoice: a PDF for people, UBL and EInvoice for other systems. */
export function documentRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/v1/invoices/:number/pdf', async (request, response) => {
    requirePrincipal(request, 'invoice.read');
    const { hide } = parseWith(pdfQuery, request.query);
    const { row, record } = whole(gateway, request);
    const { entry } = gateway.finder.entry(row.sequence) as { entry: InvoiceIssued };
    const hidden = (hide?.split(',') ?? []) as Hideable[];
    const pdf = await gateway.papers.pdf(row.sequence, entry, record, hidden);
    send(response, 'application/pdf', `${row.number}.pdf`, pdf);
  });

  const xmlRoute = (path: string, extension: string, write: (invoice: IssuedInvoice) => Uint8Array): void => {
    router.get(`/v1/invoices/:number/${path}`, (request, response) => {
      const { row, record } = whole(gateway, request);
      send(response, 'application/xml', `${row.number}.${extension}`, write(issuedInvoiceOf(record)));
    });
  };
  xmlRoute('ubl', 'ubl.xml', writeUbl);
  xmlRoute('einvoice', 'xml', writeEInvoice);

  return router;
}

/** An invoice that its caller may read and whose content is still there. */
function whole(gateway: Gateway, request: Request): { row: IndexedInvoice; record: SealedRecord } {
  const { row, record } = readable(gateway, request);
  if (record === undefined) throw new LedgerError('INVOICE_ERASED');
  return { row, record };
}

function send(response: Response, type: string, name: string, bytes: Uint8Array): void {
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.type(type).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
