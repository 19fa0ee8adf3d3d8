import { createServer, type IncomingMessage, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, type CliResult } from '../../support/cli';
import { eInvoice, ublInvoice } from '../../support/documents';

const NUMBER = '26440000000000000001';
const ANSWER = {
  number: NUMBER,
  issuedAt: '2026-03-15T00:00:00.000Z',
  test: false,
  totals: { net: '100.00', tax: '13.00', gross: '113.00' },
};

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** A gateway that says what it is told to; `hang-up` breaks the connection. */
let server: Server;
let url: string;
let folder: string;
let replies: (Reply | 'hang-up')[];
const asked: { method: string; path: string; key: string; body: Record<string, unknown> | undefined }[] = [];

beforeEach(async () => {
  asked.length = 0;
  replies = [{ status: 201, body: ANSWER }];
  folder = mkdtempSync(join(tmpdir(), 'lianpiao-issue-'));
  server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      asked.push({
        method: request.method ?? '',
        path: request.url ?? '',
        key: request.headers.authorization ?? '',
        body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>),
      });
      const reply = replies.length > 1 ? replies.shift()! : replies[0]!;
      if (reply === 'hang-up') request.socket.destroy();
      else response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function issue(content: string | Buffer, ...words: string[]): Promise<CliResult> {
  const path = join(folder, 'document');
  writeFileSync(path, content);
  return cli('issue', path, '--gateway', `${url}/`, '--api-key', 'lp_key', '--till', 'till-1', ...words);
}

describe('lianpiao issue', () => {
  it('sends a Chinese document as one request, and tells the answer', async () => {
    const { code, out, err } = await issue(eInvoice());
    expect([code, err]).toEqual([0, '']);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      method: 'POST',
      path: '/v1/invoices',
      key: 'Bearer lp_key',
      body: { till: 'till-1', profile: 'cn', orderReference: '26440000000000000017', totals: ANSWER.totals },
    });
    expect(asked[0]!.body).not.toHaveProperty('number');
    for (const text of [NUMBER, 'gross 113.00', '已开具']) expect(out).toContain(text);
  });

  it('sends UBL and our own JSON', async () => {
    await issue(ublInvoice());
    expect(asked[0]!.body).toMatchObject({ profile: 'en16931', currency: 'EUR', totals: { gross: '130.90' } });
    await issue(JSON.stringify({ till: 'mine', orderReference: 'A-1', lines: [], totals: {} }));
    expect(asked[1]!.body).toMatchObject({ till: 'till-1', orderReference: 'A-1' });
    const path = join(folder, 'own.json');
    writeFileSync(path, JSON.stringify({ till: 'mine', orderReference: 'A-1', lines: [], totals: {} }));
    await cli('issue', path, '--gateway', url, '--api-key', 'lp_key');
    expect(asked[2]!.body).toMatchObject({ till: 'mine' });
  });

  it('takes another order reference, and insists on the number when told to', async () => {
    await issue(eInvoice(), '--order-reference', 'B-7', '--keep-number');
    expect(asked[0]!.body).toMatchObject({ orderReference: 'B-7', number: '26440000000000000017' });
  });

  it('warns of a wrong check character and sends all the same', async () => {
    const { code, err } = await issue(eInvoice({ sellerId: '91350100M000100Y44' }));
    expect(code).toBe(0);
    expect(err).toContain('warning 警告 TAXPAYER_ID_CHECK /seller/taxId');
  });

  it('refuses a red letter before it is sent', async () => {
    const reference =
      '<SpecificInformation><RedEInvoice><OriginalInvoiceCode>26440000000000000001</OriginalInvoiceCode>' +
      '<CreditNoteNumber>44030726031001000001</CreditNoteNumber></RedEInvoice></SpecificInformation>';
    const red = eInvoice({
      blue: 'N',
      net: '-100.00',
      tax: '-13.00',
      gross: '-113.00',
      capitals: '（负数）壹佰壹拾叁圆整',
      red: reference,
    });
    const { code, err } = await issue(red);
    expect(code).toBe(1);
    expect(err.split(':')[0]).toBe('DOCUMENT_UNSUPPORTED');
    expect(asked).toEqual([]);
  });

  it.each([
    ['a credit note', ublInvoice({ root: 'CreditNote' }), 'DOCUMENT_UNSUPPORTED'],
    ['a PDF', '%PDF-1.7', 'DOCUMENT_UNSUPPORTED'],
    ['no XML', '<a><b></a>', 'DOCUMENT_MALFORMED'],
    ['nothing', '', 'DOCUMENT_MALFORMED'],
    ['bytes that are not UTF-8', Buffer.of(0x7b, 0xff), 'DOCUMENT_MALFORMED'],
    ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 0x20), 'BODY_TOO_LARGE'],
  ])('refuses %s', async (_name, content, wanted) => {
    const { code, err } = await issue(content);
    expect([code, err.split(':')[0], asked]).toEqual([1, wanted, []]);
  });

  it('sends the same request again when the network fails, three times at most', async () => {
    replies = ['hang-up', 'hang-up', { status: 201, body: ANSWER }];
    expect((await issue(eInvoice())).code).toBe(0);
    expect(asked.map(({ body }) => body)).toEqual([asked[0]!.body, asked[0]!.body, asked[0]!.body]);
    asked.length = 0;
    replies = ['hang-up'];
    const { code, err } = await issue(eInvoice());
    expect([code, err.split(':')[0], asked.length]).toEqual([2, 'DEADLINE_EXCEEDED', 3]);
  });

  it('does not repeat what was refused', async () => {
    replies = [{ status: 422, body: { code: 'TOTALS_WRONG', path: '/totals/net', rule: 'cn.totals' } }];
    const { code, err } = await issue(eInvoice());
    expect([code, asked.length]).toEqual([1, 1]);
    expect(err).toMatch(/^TOTALS_WRONG: .*合计.*\n {2}path: \/totals\/net\n {2}rule: cn\.totals\n$/);
  });

  it('fetches the bundle, and waits for it', async () => {
    const bundle = { mediaType: 'x' };
    replies = [
      { status: 201, body: ANSWER },
      { status: 503, body: { code: 'PROOF_PENDING' } },
      { status: 200, body: bundle },
    ];
    const { code, out } = await issue(eInvoice(), '--bundle', folder, '--json');
    const path = join(folder, `${NUMBER}.lianpiao.json`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ ...ANSWER, repeated: false, bundle: path });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(bundle);
    expect(asked.map(({ path: asking }) => asking).slice(1)).toEqual(Array(2).fill(`/v1/invoices/${NUMBER}/proof`));
  });

  it('asks for what it lacks', async () => {
    const path = join(folder, 'document');
    writeFileSync(path, eInvoice());
    const none = join(folder, 'credentials.json');
    writeFileSync(none, '{}');
    expect((await cli('issue', path, '--till', 'a', '--gateway', url, '--credentials', none)).err).toMatch(
      /^CREDENTIALS_MISSING/,
    );
    expect((await cli('issue', path, '--till', 'a', '--gateway', 'file:///x', '--api-key', 'k')).err).toMatch(/^FIELD_INVALID/);
    expect((await cli('issue', path, '--gateway', url, '--api-key', 'k')).err).toMatch(/^FIELD_MISSING[\s\S]*--till/);
    expect((await cli('issue', join(folder, 'nothing'), '--gateway', url, '--api-key', 'k')).err).toMatch(/^NOT_FOUND/);
    expect(asked).toEqual([]);
  });

  it('believes no answer that would write elsewhere', async () => {
    replies = [{ status: 201, body: { ...ANSWER, number: '../../x' } }];
    expect((await issue(eInvoice(), '--bundle', folder)).code).toBe(1);
  });
});
