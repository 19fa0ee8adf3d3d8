import { childrenOf, elementAt, textAt, type XmlElement } from '../../gateway/src/documents/xml-element';
import { readXml } from '../../gateway/src/documents/xml';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

const ENTRY = { subject: '管理费用', subsidiary: '办公费', amount: '100.00' };
const DOCUMENT = {
  number: '记-17',
  postingDate: '2026-11-20',
  period: '2026-11',
  summary: '大米 <两袋> & 税',
  entries: [
    { side: 'debit', ...ENTRY },
    { side: 'debit', subject: '应交税费', amount: '9' },
    { side: 'credit', subject: '银行存款', amount: '109.00' },
  ],
};

describe('the booking fields of a claimed invoice, by the names of 电子凭证会计数据标准', () => {
  let system: TestSystem;
  let buyer = '';
  let rival = '';
  let invoice = '';
  let claim: { claim: string; fence: number };

  beforeAll(async () => {
    system = await startSystem();
    const shop = await system.seller('shop', TAX_IDS.seller);
    const company = async (organisation: string, taxId: string): Promise<string> => {
      const registration = { organisation, role: 'company', sandbox: false, party: { name: `${organisation} 公司`, taxId } };
      return (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
    };
    buyer = await company('buyer', TAX_IDS.buyer);
    rival = await company('rival', TAX_IDS.other);
    const body = sale(shop.till, { buyer: { name: 'buyer', taxId: TAX_IDS.buyer } });
    invoice = (await system.call<{ number: string }>('POST', '/v1/invoices', shop.apiKey, body)).body.number;
    claim = (await post<typeof claim>(buyer, '/v1/claims', { invoices: [{ invoice, amount: '109.00' }], reason: 'test' })).body;
  });
  afterAll(() => system.stop());

  const post = <Answer>(key: string, path: string, body: object): Promise<{ status: number; body: Answer }> =>
    system.call<Answer>('POST', path, key, body);
  const fields = (
    documents: readonly object[] = [DOCUMENT],
    key = buyer,
    more: object = {},
  ): ReturnType<typeof post<Record<string, unknown>>> =>
    post(key, `/v1/claims/${claim.claim}/accounting`, { invoice, documents, ...more });
  const change = (path: string, body: object): Promise<unknown> => post(buyer, path, { reason: 'test', ...body });
  const instance = async (): Promise<XmlElement> => {
    const response = await fetch(`${system.url}/v1/claims/${claim.claim}/accounting/xbrl`, {
      method: 'POST',
      headers: { authorization: `Bearer ${buyer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ invoice, documents: [DOCUMENT] }),
    });
    expect(response.status).toBe(200);
    return readXml(new Uint8Array(await response.arrayBuffer()));
  };

  test('say what the ledger knows, and follow it: reserved, then deducted, booked and paid', async () => {
    const before = await fields();
    expect(before).toMatchObject({
      status: 200,
      body: {
        InvoiceNumber: invoice,
        UnifiedSocialCreditCodeOfAccountingEntity: TAX_IDS.buyer,
        NameOfAccountingEntity: 'buyer 公司',
        WhetherInvoiceHasBeenChecked: true,
        WhetherInvoiceHasBeenBooked: false,
        WhetherInvoiceHasBeenPaid: false,
        WhetherInvoiceHasBeenDeducted: false,
      },
    });
    expect(before.body).not.toHaveProperty('TaxPeriodOfInvoiceDeduction');
    for (const event of ['select', 'deduct']) await change(`/v1/invoices/${invoice}/use`, { event });
    for (const event of ['book', 'booked-deductible']) await change(`/v1/invoices/${invoice}/booking`, { event });
    await change(`/v1/claims/${claim.claim}/settle`, { fence: claim.fence });
    const { body } = await fields();
    expect(body).toMatchObject({
      WhetherInvoiceHasBeenBooked: true,
      WhetherInvoiceHasBeenPaid: true,
      WhetherInvoiceHasBeenDeducted: true,
      TaxPeriodOfInvoiceDeduction: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7),
      InformationOfAccountingDocumentsTuple: [
        {
          NumberOfAccountingDocuments: '记-17',
          PostingDate: '2026-11-20',
          AccountingPeriod: '2026-11',
          InformationOfDebitAndCreditEntryTuple: [
            { DebitOrCredit: '借方', NameOfSubsidiaryLedgerSubject: '办公费', RecordedAmount: '100.00' },
            { DebitOrCredit: '借方', NameOfGeneralLedgerSubject: '应交税费', RecordedAmount: '9.00' },
            { DebitOrCredit: '贷方', RecordedAmount: '109.00' },
          ],
        },
      ],
    });
  });

  test('stand in an XBRL instance with the same values, each under a context and amounts under a unit that are there', async () => {
    const [root, { body }] = [await instance(), await fields()];
    expect(root).toMatchObject({ namespace: 'http://www.xbrl.org/2003/instance', name: 'xbrl' });
    expect(textAt(root, 'context', 'entity', 'identifier')).toBe(TAX_IDS.buyer);
    expect(textAt(root, 'unit', 'measure')).toBe('iso4217:CNY');
    const shown = (value: unknown): string => (typeof value === 'boolean' ? (value ? '是' : '否') : String(value));
    for (const [name, value] of Object.entries(body)) {
      if (Array.isArray(value)) continue;
      expect([name, textAt(root, name)]).toEqual([name, shown(value)]);
      expect(elementAt(root, name)?.attributes.get('contextRef')).toBe(elementAt(root, 'context')?.attributes.get('id'));
    }
    const document = elementAt(root, 'InformationOfAccountingDocumentsTuple');
    expect(textAt(document, 'SummaryOfAccountingDocuments')).toBe(DOCUMENT.summary);
    const entries = document === undefined ? [] : childrenOf(document, 'InformationOfDebitAndCreditEntryTuple');
    expect(entries.map((entry) => textAt(entry, 'RecordedAmount'))).toEqual(['100.00', '9.00', '109.00']);
    const unit = elementAt(entries[0], 'RecordedAmount')?.attributes.get('unitRef');
    expect(unit).toBe(elementAt(root, 'unit')?.attributes.get('id'));
  });

  test('refuse documents that do not balance, or not to what was claimed; others see nothing', async () => {
    const off = (amount: string): object => ({
      ...DOCUMENT,
      entries: [
        { side: 'debit', ...ENTRY },
        { side: 'credit', ...ENTRY, amount },
      ],
    });
    expect((await fields([off('99.99')])).body).toMatchObject({ code: 'ACCOUNTING_UNBALANCED', path: '/documents/0' });
    expect((await fields([off('100.00')])).body).toMatchObject({ code: 'ACCOUNTING_UNBALANCED', path: '/documents' });
    expect((await fields([off('1e3')])).body['code']).toBe('MONEY_MALFORMED');
    expect((await fields([], rival)).body['code']).toBe('CLAIM_UNKNOWN');
    expect((await fields([], buyer, { invoice: '26999999999999999999' })).body['code']).toBe('INVOICE_UNKNOWN');
    expect((await fields([])).status).toBe(200);
  });
});
