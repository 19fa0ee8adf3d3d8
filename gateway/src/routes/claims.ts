import type { ServerResponse } from 'node:http';
import { LedgerError, parseParty, type InvoiceIssued, type Party, type SealedRecord } from '@lianpiao/chaincode/domain';
import { Router, type Request, type Response } from 'express';
import type { Gateway } from '../gateway';
import { parseWith } from '../middleware/parse';
import { problemOf, PROBLEM_TYPE, sendBody } from '../middleware/problem';
import { requestIdOf } from '../middleware/request-log';
import { SharedCounts } from '../middleware/shared-counts';
import type { Claim, LostClaim } from '../sales/claim-desk';
import type { SaleRow } from '../stores/sales-store';
import { commitEvidence } from './commit-evidence';
import { handoverView } from './handovers';
import { claimRequest, handoverRequest } from './sale-schemas';
import { proofQuery } from './schemas';

const WINDOW_MS = 60_000;
/** Looks at one code, and claims by it, a minute: a person needs a few. */
const LOOKS = 120;
const CLAIMS = 10;
const HOLDER_HEADER = 'Holder-Token';

type CodeRequest = Request<{ code: string }>;

/** Claiming an invoice by the code of a receipt, without an account; and getting it again with the holder's token. */
export function claimRoutes(gateway: Gateway): Router {
  const router = Router();
  let counts: SharedCounts | undefined;

  /** The sale of the code, counted. Codes that are there are counted one by one; nobody finds another by trying (94 bits). */
  const saleOf = async (request: CodeRequest, response: ServerResponse, kind: 'look' | 'claim' = 'look'): Promise<SaleRow> => {
    response.setHeader('Cache-Control', 'no-store');
    const row = gateway.claims.find(request.params.code);
    counts ??= new SharedCounts(gateway.redis, `${gateway.config.queuePrefix}:claim:`, WINDOW_MS);
    const { hits, secondsLeft } = await counts.count(`${kind}:${row.id}`);
    if (hits > (kind === 'look' ? LOOKS : CLAIMS)) {
      response.setHeader('Retry-After', String(secondsLeft));
      throw new LedgerError('RATE_LIMITED');
    }
    return row;
  };
  const held = async (request: CodeRequest, response: ServerResponse): Promise<string> =>
    gateway.claims.held(await saleOf(request, response), request.get(HOLDER_HEADER));

  router.get('/v1/claim/:code', async (request, response) => {
    response.json(gateway.claims.view(await saleOf(request, response)));
  });

  router.post('/v1/claim/:code', async (request, response) => {
    const row = await saleOf(request, response, 'claim');
    const { buyer } = parseWith(claimRequest, request.body);
    const claim = await gateway.claims.claim(row, parseParty(buyer, '/buyer'));
    if ('answer' in claim) sendClaim(response, request.params.code, claim);
    else sendLost(request, response, claim);
  });

  router.get('/v1/claim/:code/invoice', async (request, response) => {
    const invoice = gateway.reader.read(await held(request, response));
    if (invoice === undefined) throw new LedgerError('INVOICE_UNKNOWN');
    sendBody(response, 200, invoice.body);
  });

  // One click from the phone: the company sees the invoice from now on, and may reserve it.
  router.post('/v1/claim/:code/hand-over', async (request, response) => {
    const number = await held(request, response);
    const { company } = parseWith(handoverRequest, request.body);
    requireCompany(gateway, company);
    response.status(201).json(handoverView(gateway, gateway.handovers.add(number, company, gateway.clock())));
  });

  // A handed invoice cannot be taken back: the phone shows whose id was typed.
  router.get('/v1/claim/:code/companies/:company', async (request, response) => {
    await held(request, response);
    const { company } = request.params;
    response.json({ company, name: requireCompany(gateway, company).name });
  });

  router.get('/v1/claim/:code/status', async (request, response) => {
    response.json(gateway.life.reader.status(await held(request, response)));
  });

  router.get('/v1/claim/:code/proof', async (request, response) => {
    const { hide, commit } = parseWith(proofQuery, request.query);
    const { sequence, number, entry, record } = whole(gateway, await held(request, response));
    const hidden = new Set(hide?.split(','));
    const show = (name: string): boolean => !hidden.has(name.split('/')[0] ?? name);
    const evidence = await commitEvidence(gateway, sequence, commit);
    const bundle = await gateway.proofs.bundle(sequence, entry, record, show, { commit: evidence });
    response.setHeader('Content-Disposition', `attachment; filename="${number}.lianpiao.json"`);
    response.json(bundle);
  });

  router.get('/v1/claim/:code/pdf', async (request, response) => {
    const { sequence, number, entry, record } = whole(gateway, await held(request, response));
    const pdf = await gateway.papers.pdf(sequence, entry, record, []);
    response.setHeader('Content-Disposition', `attachment; filename="${number}.pdf"`);
    response.type('application/pdf').send(pdf);
  });

  return router;
}

/** @throws LedgerError ORGANISATION_UNKNOWN for whom nothing can be handed to. */
function requireCompany({ registry }: Gateway, company: string): Pick<Party, 'name'> {
  if (registry.organisation(company)?.role !== 'company')
    throw new LedgerError('ORGANISATION_UNKNOWN', { path: '/company', wanted: 'a registered company' });
  return registry.party(company) ?? { name: company };
}

interface WholeInvoice {
  readonly sequence: number;
  readonly number: string;
  readonly entry: InvoiceIssued;
  readonly record: SealedRecord;
}

/** An invoice with its content. @throws LedgerError INVOICE_UNKNOWN, INVOICE_ERASED. */
function whole({ finder, payloads }: Gateway, number: string): WholeInvoice {
  const row = finder.find(number);
  if (row === undefined) throw new LedgerError('INVOICE_UNKNOWN');
  const record = payloads.read(row.sequence);
  if (record === undefined) throw new LedgerError('INVOICE_ERASED');
  const { entry } = finder.entry(row.sequence) as { entry: InvoiceIssued };
  return { sequence: row.sequence, number, entry, record };
}

/** The invoice's answer is a text already; what the claim adds stands around it. */
function sendClaim(response: Response, code: string, { answer, created, holderToken, inbox }: Claim): void {
  const path = `/v1/claim/${encodeURIComponent(code)}`;
  const links = JSON.stringify({ invoice: `${path}/invoice`, proof: `${path}/proof`, pdf: `${path}/pdf` });
  const body = `{"invoice":${answer},"holderToken":"${holderToken}","inbox":${String(inbox)},"links":${links}}`;
  sendBody(response, created ? 201 : 200, body);
}

function sendLost(request: CodeRequest, response: Response, { error, existing }: LostClaim): void {
  const problem = JSON.stringify(problemOf(error, requestIdOf(request)));
  sendBody(response, error.status, `${problem.slice(0, -1)},"existing":${existing}}`, PROBLEM_TYPE);
}
