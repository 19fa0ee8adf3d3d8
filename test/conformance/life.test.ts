import { randomBytes } from 'node:crypto';
import {
  LedgerError,
  lifeOf,
  requireClaim,
  requireCorrection,
  viewOf,
  type InvoiceIssued,
  type LifeView,
} from '@lianpiao/chaincode/domain';
import type { LedgerSettings } from '../../gateway/src/ledger';
import { saleRequest } from '../support/embedded';
import { FABRIC_START_MS, sharedFabricNetwork, type FabricNetwork } from '../support/fabric-network';
import { openOffice, type LedgerOffice } from '../support/ledger-office';
import { WHOLE_CORRECTION } from '../support/life';
import { taxIdOf } from '../support/tax-id';

jest.setTimeout(180_000);

const ACTOR = { keyId: 'test', why: 'test' };
const IMPLEMENTATIONS: Readonly<Record<string, (networkFile: string) => LedgerSettings>> = {
  embedded: () => ({ kind: 'embedded' }),
  fabric: (networkFile) => ({
    kind: 'fabric',
    networkFile,
    operator: 'operator',
    mspId: 'TaxBureau',
    client: 'fabric-gateway',
    batch: 500,
  }),
};

let network: FabricNetwork;
beforeAll(async () => {
  network = await sharedFabricNetwork();
}, FABRIC_START_MS);

const codeOf = async (trial: Promise<unknown>): Promise<string> => {
  try {
    await trial;
    return 'accepted';
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
};

describe.each(Object.entries(IMPLEMENTATIONS))('an invoice and what becomes of it, on %s', (_name, settings) => {
  const run = randomBytes(4).toString('hex');
  const [shop, buyer, rival] = [`shop-${run}`, `buyer-${run}`, `rival-${run}`];
  let office: LedgerOffice;
  let sales = 0;

  beforeAll(async () => {
    office = openOffice(settings(network.file));
    await office.found();
    await office.seller(shop, 1);
    for (const company of [buyer, rival]) await office.organisation(company, 'company', taxIdOf(company));
  });
  afterAll(() => {
    office.remove();
  });

  async function issue(party: object): Promise<{ number: string; gross: string }> {
    const request = saleRequest((sales += 1), `${shop}-1`, { buyer: party });
    const [verdict] = await office.ledger.submit([office.issue(shop, request)]);
    if (verdict?.accepted !== true) throw verdict?.error ?? new Error('no verdict');
    return { number: (verdict.placed.entry as InvoiceIssued).number, gross: (request['totals'] as { gross: string }).gross };
  }
  const named = { name: 'buyer', taxId: taxIdOf(buyer) };
  const view = (number: string): LifeView => {
    const { state } = office.life().opener;
    return viewOf(state, lifeOf(state, number), Date.now());
  };
  const reserve = (who: string, invoice: string, amount: string, claim?: string): Promise<string> =>
    office
      .life()
      .reimbursements.reserve(
        who,
        { ...(claim === undefined ? {} : { claim }), invoices: [{ invoice, amount, currency: 'CNY' }], leaseSeconds: 600 },
        ACTOR,
      );

  it('is corrected by its seller alone while nobody has used it; the red invoice is issued by itself', async () => {
    const { number } = await issue(named);
    const { corrections, opener } = office.life();
    const asked = { ...WHOLE_CORRECTION, invoice: number };
    const id = await corrections.request(shop, asked, ACTOR);
    const state = requireCorrection(opener.state, id);
    expect(state.status).toBe('completed');
    expect(opener.find(String(state.red)).gross.startsWith('-')).toBe(true);
    expect(view(number)).toMatchObject({ document: 'wholly-red', correction: 'completed' });
    expect(await codeOf(corrections.request(shop, asked, ACTOR))).toBe('INVOICE_RED');
    expect(await codeOf(reserve(buyer, number, '1.00'))).toBe('INVOICE_RED');
  });

  it('waits for the buyer where it was used, and is settled by one company only, however many try at once', async () => {
    const { number, gross } = await issue(named);
    expect(await codeOf(reserve(rival, number, gross))).toBe('INVOICE_UNKNOWN');
    const codes = await Promise.all([1, 2, 3, 4, 5].map(() => codeOf(reserve(buyer, number, gross))));
    expect(codes.filter((code) => code === 'accepted')).toHaveLength(1);
    expect(new Set(codes.filter((code) => code !== 'accepted'))).toEqual(new Set(['CLAIM_AMOUNT_TAKEN']));
    const { reimbursements, corrections, opener } = office.life();
    const [claim] = lifeOf(opener.state, number)?.claims ?? [];
    const { fence } = requireClaim(opener.state, String(claim));
    expect(await codeOf(reimbursements.change(rival, String(claim), { event: 'settle', fence }, ACTOR))).toBe('CLAIM_NOT_YOURS');
    await reimbursements.change(buyer, String(claim), { event: 'settle', fence }, ACTOR);
    const asked = { ...WHOLE_CORRECTION, invoice: number, reason: '01' } as const;
    const id = await corrections.request(shop, asked, ACTOR);
    expect(requireCorrection(opener.state, id).status).toBe('02');
    expect(await codeOf(corrections.answer(rival, id, { event: 'confirm', as: 'buyer' }, ACTOR))).toBe('INVOICE_NOT_YOURS');
    await corrections.answer(buyer, id, { event: 'confirm', as: 'buyer' }, ACTOR);
    expect(view(number)).toMatchObject({ document: 'wholly-red', claim: 'settled' });
    expect(lifeOf(opener.state, number)?.clawback).toBe(true);
  });

  it('is used, booked and pledged by whom it may be', async () => {
    const { number } = await issue(named);
    const { recorder, opener, reimbursements } = office.life();
    const change = (caller: string, type: 'booking.changed' | 'use.changed', event: string): Promise<string> =>
      codeOf(
        recorder.record({ caller, facts: { type, invoice: number, event }, open: () => [opener.open(number)], actor: ACTOR }),
      );
    expect(await change(rival, 'use.changed', 'select')).toBe('INVOICE_NOT_YOURS');
    expect(await change(buyer, 'use.changed', 'deduct')).toBe('USE_STATE_WRONG');
    expect(await change(buyer, 'use.changed', 'select')).toBe('accepted');
    expect(await change(buyer, 'booking.changed', 'book')).toBe('accepted');
    expect(await change(buyer, 'booking.changed', 'booked-deductible')).toBe('accepted');
    expect(view(number)).toMatchObject({ use: 'selected', booking: '02' });
    const pledge = await reimbursements.pledge(shop, { invoice: number, financier: rival }, ACTOR);
    expect(await codeOf(reimbursements.pledge(shop, { invoice: number, financier: buyer }, ACTOR))).toBe('PLEDGE_STATE_WRONG');
    expect(await codeOf(reimbursements.releasePledge(shop, pledge, 'settled', ACTOR))).toBe('PLEDGE_NOT_YOURS');
    await reimbursements.releasePledge(rival, pledge, 'settled', ACTOR);
    expect(view(number).pledge).toBe('free');
  });
});
