import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  fieldText,
  isIdentifier,
  LedgerError,
  type Bundle,
  type InvoiceIssued,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { Router, type Request } from 'express';
import { isSupervisor } from '../access-policy';
import { attestErasure } from '../erasure/attest-erasure';
import type { Gateway } from '../gateway';
import { auditRefusedReds } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { problemOf, PROBLEM_TYPE, sendBody } from '../middleware/problem';
import { requestIdOf } from '../middleware/request-log';
import { summaryOf } from '../issuing/invoice-reader';
import type { IssueOutcome } from '../issuing/issue-desk';
import type { Principal } from '../stores/access-store';
import type { IndexedInvoice } from '../stores/index-store';
import { projectInvoice } from '../stores/project-invoice';
import type { StatusSubject } from '../status/status-desk';
import { commitEvidence } from './commit-evidence';
import { page, proofQuery, reasonOnly } from './schemas';
import { scopeOf } from './scope';
import { shownBeside } from '../verification/shown-beside';

/** Issuing one invoice, reading it, its proof, its history; erasing its content. */
export function invoiceRoutes(gateway: Gateway): Router {
  const router = Router();

  router.post('/v1/invoices', (request, response) => issueInvoice(gateway, request, response, request.body));

  router.get('/v1/invoices', async (request, response) => {
    const principal = requirePrincipal(request, 'invoice.read');
    const { after, limit } = parseWith(page, request.query);
    const items = await gateway.search.list(scopeOf(principal, gateway.registry), Number(after ?? 0), limit);
    const last = items.at(-1);
    response.json({
      items: items.map(summaryOf),
      next: items.length < limit || last === undefined ? null : String(last.sequence + 1),
    });
  });

  router.get('/v1/invoices/:number', (request, response) => {
    readInvoice(gateway, request, response, request.params.number);
  });

  router.get('/v1/invoices/:number/receipt', (request, response) => {
    const { row } = readable(gateway, request);
    response.json(gateway.ledger.receipt(row.sequence));
  });

  router.get('/v1/invoices/:number/events', (request, response) => {
    const { row } = readable(gateway, request);
    const events = [{ type: 'invoice.issued', time: new Date(row.issuedAt).toISOString(), sequence: row.sequence }];
    const { erased } = gateway.erasures.report(row.sequence);
    if (erased !== null) events.push({ type: 'invoice.content-erased', ...erased });
    response.json({ items: events, next: null });
  });

  router.get('/v1/invoices/:number/proof', async (request, response) => {
    requirePrincipal(request, 'invoice.read');
    const { hide, commit, status } = parseWith(proofQuery, request.query);
    const { row, record } = readable(gateway, request);
    if (record === undefined) throw new LedgerError('INVOICE_ERASED');
    const hidden = new Set(hide?.split(','));
    const entry = gateway.finder.entry(row.sequence) as { entry: InvoiceIssued };
    const evidence = await commitEvidence(gateway, row.sequence, commit);
    const bundle = await gateway.proofs.bundle(row.sequence, entry.entry, record, shownBeside(hidden), { commit: evidence });
    response.setHeader('Content-Disposition', `attachment; filename="${row.number}.lianpiao.json"`);
    response.json(await withStatusAsked(gateway, bundle, { ...row, record }, status));
  });

  router.delete('/v1/invoices/:number/content', async (request, response) => {
    const principal = requirePrincipal(request, 'invoice.erase');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    const { row, record } = readable(gateway, request);
    if (record === undefined) throw new LedgerError('INVOICE_ERASED');
    const act = await gateway.acts.record(
      principal.organisation,
      { type: 'act.recorded', act: 'content.erased', subject: row.number },
      { keyId: principal.keyId, why: reason },
    );
    gateway.payloads.erase(row.sequence);
    gateway.index.erase(row.sequence);
    gateway.imports.erase((gateway.finder.entry(row.sequence) as { entry: InvoiceIssued }).entry.reference);
    forget(gateway, row);
    eraseSale(gateway, row, record);
    await attestErasure(gateway, row.sequence, ['index', 'originals', 'sales'], { keyId: principal.keyId, why: reason });
    response.json({ erased: row.number, sequence: act.sequence });
  });

  return router;
}

/** The bundle with the axes of the status that are asked for, or as it is. */
function withStatusAsked(
  { status }: Gateway,
  bundle: Bundle,
  invoice: StatusSubject,
  asked: string | undefined,
): Promise<Bundle> {
  if (asked === undefined) return Promise.resolve(bundle);
  const axes = new Set(asked.split(','));
  return status.desk.add(bundle, invoice, (axis) => axes.has('all') || axes.has(axis));
}

/** The index keeps no buyer and no amount of an erased invoice: its row becomes what a rebuilt index would hold. */
function forget(gateway: Gateway, row: IndexedInvoice): void {
  const { entry } = gateway.finder.entry(row.sequence) as { entry: InvoiceIssued };
  gateway.index.append({ invoices: [projectInvoice(row.sequence, entry, row.seller, undefined)] }, gateway.index.height());
}

/** The sale that an invoice came of holds the same lines. */
function eraseSale({ sales }: Gateway, { seller }: IndexedInvoice, record: SealedRecord): void {
  const reference = fieldText(record, 'orderReference');
  const sale = reference === undefined ? undefined : sales.byReference(seller, JSON.parse(reference) as string);
  if (sale !== undefined) sales.erase(sale.id);
}

/** Issues the invoice that a body asks for, and answers. */
export async function issueInvoice(
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
): Promise<void> {
  const principal = requirePrincipal(request, 'invoice.issue');
  const [outcome] = (await gateway.desk.issue(principal.organisation, [body])) as [IssueOutcome];
  if ('answer' in outcome) {
    sendBody(response, outcome.created ? 201 : 200, outcome.answer);
    return;
  }
  await auditRefusedReds(gateway, principal, [body], [outcome]);
  if (outcome.existing === undefined) throw outcome.error;
  const problem = JSON.stringify(problemOf(outcome.error, requestIdOf(request)));
  sendBody(response, outcome.error.status, `${problem.slice(0, -1)},"existing":${outcome.existing}}`, PROBLEM_TYPE);
}

/** Answers with an invoice, if its caller may read it. */
export function readInvoice(gateway: Gateway, request: IncomingMessage, response: ServerResponse, number: string): void {
  const principal = requirePrincipal(request, 'invoice.read');
  const invoice = gateway.reader.read(parseNumber(number));
  if (invoice === undefined || !maySee(gateway, principal, invoice.row)) throw new LedgerError('INVOICE_UNKNOWN');
  sendBody(response, 200, invoice.body);
}

function parseNumber(number: unknown): string {
  if (typeof number !== 'string' || !/^\d{20}$/.test(number)) throw new LedgerError('NUMBER_MALFORMED', { path: '/number' });
  return number;
}

/** The invoice of a request that its caller may read: what one may not see is not there. */
export function readable(
  gateway: Gateway,
  request: Pick<Request, 'params'> & IncomingMessage,
): { row: IndexedInvoice; record: SealedRecord | undefined } {
  const principal = requirePrincipal(request, 'invoice.read');
  const row = gateway.finder.find(parseNumber(request.params['number']));
  if (row === undefined || !maySee(gateway, principal, row)) throw new LedgerError('INVOICE_UNKNOWN');
  return { row, record: gateway.payloads.read(row.sequence) };
}

/** True when a caller's role lets it read an invoice. */
export function maySee(gateway: Gateway, principal: Principal, row: IndexedInvoice): boolean {
  if (isSupervisor(principal)) return true;
  if (principal.role === 'company') {
    const named = row.buyer !== null && row.buyer === gateway.registry.party(principal.organisation)?.taxId;
    return named || gateway.handovers.has(row.number, principal.organisation);
  }
  return (
    row.seller === principal.organisation ||
    (isIdentifier(row.seller) && gateway.registry.isDelegated(row.seller, principal.organisation))
  );
}
