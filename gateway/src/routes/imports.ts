import { fieldText, LedgerError, type InvoiceIssued, type OriginalDocument } from '@lianpiao/chaincode/domain';
import { Router, type Request, type Response } from 'express';
import { MAX_DOCUMENT_BYTES } from '../documents';
import type { Gateway } from '../gateway';
import type { ImportOutcome } from '../issuing/import-desk';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { problemOf, PROBLEM_TYPE, sendBody } from '../middleware/problem';
import { collectBody, hasBody, refuseEncoded } from '../middleware/read-json';
import { requestIdOf } from '../middleware/request-log';
import { importQuery } from './document-schemas';
import { readable } from './invoices';

const XML_TYPES = ['application/xml', 'text/xml'];

/** Takes documents of others; stands before the parts that take JSON only. */
export function importRoutes(gateway: Gateway): Router {
  const router = Router();

  router.post('/v1/invoices/import', async (request, response) => {
    const { organisation } = requirePrincipal(request, 'invoice.issue');
    const target = parseWith(importQuery, request.query);
    sendImport(request, response, await gateway.imports.issue(organisation, await readXmlBody(request), target));
  });

  router.post('/v1/documents/check', async (request, response) => {
    requirePrincipal(request, 'invoice.issue');
    const target = parseWith(importQuery, request.query);
    const { rules, warnings, request: read } = await gateway.imports.judge(await readXmlBody(request), target);
    response.json({ rules, warnings, request: read });
  });

  return router;
}

/** Gives an invoice's document back as it came. */
export function originalRoutes(gateway: Gateway): Router {
  const router = Router();
  router.get('/v1/invoices/:number/original', (request, response) => {
    requirePrincipal(request, 'invoice.read');
    const { row, record } = readable(gateway, request);
    if (record === undefined) throw new LedgerError('INVOICE_ERASED');
    const text = fieldText(record, 'original');
    const original = text === undefined ? undefined : (JSON.parse(text) as OriginalDocument);
    const { entry } = gateway.finder.entry(row.sequence) as { entry: InvoiceIssued };
    const bytes = gateway.imports.original(entry.reference, original?.digest);
    response.setHeader('Content-Disposition', `attachment; filename="${row.number}.original.xml"`);
    response.type(original?.mediaType ?? 'application/xml').send(bytes);
  });
  return router;
}

/** @throws LedgerError FIELD_MISSING, MEDIA_TYPE_UNSUPPORTED, BODY_TOO_LARGE. */
export async function readXmlBody(request: Request): Promise<Buffer> {
  if (!hasBody(request)) throw new LedgerError('FIELD_MISSING', { wanted: 'an XML document' });
  refuseEncoded(request);
  if (typeof request.is(XML_TYPES) !== 'string') throw new LedgerError('MEDIA_TYPE_UNSUPPORTED', { wanted: 'application/xml' });
  return collectBody(request, MAX_DOCUMENT_BYTES);
}

function sendImport(request: Request, response: Response, { outcome, rules, warnings }: ImportOutcome): void {
  if ('answer' in outcome) {
    const about = JSON.stringify({ rules, warnings }).slice(1);
    sendBody(response, outcome.created ? 201 : 200, `{"invoice":${outcome.answer},${about}`);
    return;
  }
  if (outcome.existing === undefined) throw outcome.error;
  const problem = JSON.stringify(problemOf(outcome.error, requestIdOf(request)));
  sendBody(response, outcome.error.status, `${problem.slice(0, -1)},"existing":${outcome.existing}}`, PROBLEM_TYPE);
}
