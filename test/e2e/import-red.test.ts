import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

interface Reply {
  readonly status: number;
  readonly body: {
    readonly code?: string;
    readonly path?: string;
    readonly status?: string;
    readonly correction?: string;
    readonly red?: string;
    readonly lines?: readonly object[];
  };
}

/** Red documents of other systems, made by writing our own red letters as those systems would, and taking them in elsewhere. */
describe('red documents that come in', () => {
  let system: TestSystem;
  let shop: { apiKey: string; till: string };
  let rival: string;

  beforeAll(async () => {
    system = await startSystem();
    shop = await system.seller('shop', TAX_IDS.seller);
    const registration = {
      organisation: 'rival',
      role: 'company',
      sandbox: false,
      party: { name: 'rival', taxId: TAX_IDS.other },
    };
    rival = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
  });
  afterAll(() => system.stop());

  const LINES = [
    { name: '*谷物*大米', unit: '袋', quantity: '2', unitPrice: '50.00', net: '100.00', rate: '0.09', tax: '9.00' },
    { name: '*饮料*水', unit: '瓶', quantity: '10', unitPrice: '3.33', net: '33.30', rate: '0.13', tax: '4.33' },
  ];
  const issue = async (): Promise<string> => {
    const body = sale(shop.till, {
      buyer: { name: '张三' },
      lines: LINES,
      totals: { net: '133.30', tax: '13.33', gross: '146.63' },
    });
    return (await system.call<{ number: string }>('POST', '/v1/invoices', shop.apiKey, body)).body.number;
  };
  const take = async (xml: string | Uint8Array<ArrayBuffer>, key = shop.apiKey, query = 'reasonCode=02'): Promise<Reply> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/xml' };
    const response = await fetch(`${system.url}/v1/corrections/import?${query}`, { method: 'POST', headers, body: xml });
    return { status: response.status, body: (await response.json()) as Reply['body'] };
  };
  /** A red letter over some lines of one invoice, as a document, but naming another invoice of the same content. */
  async function documentOf(kind: 'einvoice' | 'ubl', lines: readonly object[], blue: string): Promise<string> {
    const source = await issue();
    const asked = { invoice: source, reasonCode: '02', lines, reason: 'test' };
    const { body } = await system.call<{ red: string; correction: string }>('POST', '/v1/corrections', shop.apiKey, asked);
    const { text } = await papers(body.red, kind);
    return text.replaceAll(source, blue).replaceAll(body.correction, `88${blue.slice(2)}`);
  }
  const papers = async (number: string, kind: string): Promise<{ text: string }> => {
    const headers = { authorization: `Bearer ${shop.apiKey}` };
    return { text: await (await fetch(`${system.url}/v1/invoices/${number}/${kind}`, { headers })).text() };
  };
  const left = async (number: string): Promise<string> =>
    (await system.call<{ left: string }>('GET', `/v1/invoices/${number}/status`, shop.apiKey)).body.left;
  const PART = [{ line: 2, net: '9.99', tax: '1.30' }];

  test.each(['einvoice', 'ubl'] as const)('%s: the red letter that it describes is issued, once', async (kind) => {
    const blue = await issue();
    const xml = await documentOf(kind, PART, blue);
    const { status, body } = await take(xml);
    expect({ status, body }).toMatchObject({ status: 201, body: { status: 'completed', lines: PART } });
    expect(await left(blue)).toBe('135.34');
    expect(await take(xml)).toMatchObject({ status: 409, body: { code: 'CORRECTION_EXISTS' } });
    const rest = await documentOf(
      kind,
      [LINES[0], { net: '23.31', tax: '3.03' }].map((line, index) => ({ line: index + 1, net: line!.net, tax: line!.tax })),
      blue,
    );
    const whole = await take(kind === 'ubl' ? rest : rest.replaceAll(`88${blue.slice(2)}`, `89${blue.slice(2)}`));
    expect(whole).toMatchObject({ status: 201, body: { status: 'completed' } });
    expect(await left(blue)).toBe('0.00');
  });

  test('refused, and nothing is asked for: blue ones, strangers, other lines, sums that are none, what is no document', async () => {
    const blue = await issue();
    const xml = await documentOf('einvoice', PART, blue);
    expect((await take((await papers(blue, 'ubl')).text)).body.code).toBe('DOCUMENT_UNSUPPORTED');
    expect((await take(xml, rival)).body).toMatchObject({ code: 'INVOICE_UNKNOWN' });
    expect((await take(xml.replaceAll(blue, '26999999999999999999'))).body.code).toBe('INVOICE_UNKNOWN');
    expect((await take(xml.replaceAll('*饮料*水', '*饮料*酒'))).body).toMatchObject({
      code: 'REFUND_LINE_UNKNOWN',
      path: '/lines/0',
    });
    expect((await take(xml.replaceAll('-11.29', '-11.30'))).body.code).toBe('TOTALS_WRONG');
    expect((await take(xml, shop.apiKey, 'reasonCode=09')).body.code).toBe('FIELD_INVALID');
    expect((await take(xml, shop.apiKey, '')).body.code).toBe('FIELD_MISSING');
    expect((await take(xml.replace('?>', '?><!DOCTYPE EInvoice>'))).body.code).toBe('DOCUMENT_MALFORMED');
    expect((await take('{}')).status).toBe(400);
    expect((await take(Buffer.alloc(30 * 1024 * 1024, '<x/>'))).body.code).toBe('BODY_TOO_LARGE');
    expect((await take(Buffer.from(xml, 'utf16le'))).body.code).toMatch(/^DOCUMENT_/);
    expect(await left(blue)).toBe('146.63');
  });
});
