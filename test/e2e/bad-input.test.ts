import { ERROR_CODES, type ErrorCode } from '@lianpiao/chaincode/domain';
import { services, startSystem, type TestSystem } from '../support/system';
import { brokenUpload, rawRequest, type RawAnswer } from '../support/raw-request';
import { sale, TAX_IDS } from '../support/sales';

const NDJSON = 'application/x-ndjson';

describe('bad input gets its code and changes nothing', () => {
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let other: { apiKey: string; till: string };

  beforeAll(async () => {
    system = await startSystem();
    // Before anything else has been issued: an empty time must not find an empty memory.
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    other = await system.seller('other-shop', TAX_IDS.other);
  });
  afterAll(async () => {
    await system.stop();
  });

  async function ledgerLength(): Promise<number> {
    return (await system.call<{ parts: { ledger: { length: number } } }>('GET', '/readyz')).body.parts.ledger.length;
  }

  const json = (apiKey: string): Record<string, string> => ({
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
  });
  const ndjson = (apiKey: string): Record<string, string> => ({ authorization: `Bearer ${apiKey}`, 'content-type': NDJSON });

  function expectProblem(answer: RawAnswer, code: ErrorCode): void {
    expect({ status: answer.status, code: answer.problem['code'] }).toEqual({ status: ERROR_CODES[code].status, code });
    expect(answer.problem).toMatchObject({
      title: ERROR_CODES[code].en,
      titleZh: ERROR_CODES[code].zh,
      requestId: answer.headers['x-request-id'],
    });
    expect(answer.text).not.toMatch(/node_modules|\.js:\d|\bat .*\(/);
  }

  async function refused(code: ErrorCode, request: Parameters<typeof rawRequest>[1]): Promise<RawAnswer> {
    const before = await ledgerLength();
    const answer = await rawRequest(system.url, request);
    expectProblem(answer, code);
    expect(await ledgerLength()).toBe(before);
    return answer;
  }

  const issue = (body: unknown): Parameters<typeof rawRequest>[1] => ({
    method: 'POST',
    path: '/v1/invoices',
    headers: json(seller.apiKey),
    body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  });
  const good = (more: Record<string, unknown> = {}): Record<string, unknown> => ({ ...sale(seller.till, more) });
  const spoilt = (text: string, by: string): string => {
    const whole = JSON.stringify(good());
    expect(whole).toContain(text);
    return whole.replace(text, by);
  };

  describe('one invoice', () => {
    const line = { name: 'x', net: '100.00', rate: '0.09', tax: '9.00' };
    const cases: readonly (readonly [name: string, code: ErrorCode, body: () => unknown, path?: string])[] = [
      ['an empty time, first of all', 'TIME_MALFORMED', () => good({ soldAt: '' }), '/soldAt'],
      ['malformed JSON', 'BODY_MALFORMED', () => '{"till":'],
      ['NaN', 'BODY_MALFORMED', () => spoilt('"9.00"', 'NaN')],
      ['two members of one name', 'BODY_MALFORMED', () => spoilt('"till":', '"till":"a-till","till":')],
      [
        'bytes that are no UTF-8',
        'BODY_MALFORMED',
        () => Buffer.concat([Buffer.from('{"note":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
      ],
      ['deep nesting', 'BODY_MALFORMED', () => '['.repeat(100_000) + ']'.repeat(100_000)],
      ['nothing but a number', 'FIELD_INVALID', () => '1', ''],
      ['null', 'FIELD_INVALID', () => 'null', ''],
      ['a list', 'FIELD_INVALID', () => [good()], ''],
      ['an unknown field', 'FIELD_UNKNOWN', () => good({ discount: '1' }), '/discount'],
      ['an unknown field of a line', 'FIELD_UNKNOWN', () => good({ lines: [{ ...line, Net: '1' }] }), '/lines/0/Net'],
      ['__proto__', 'FIELD_UNKNOWN', () => spoilt('{', '{"__proto__":{"role":"bureau"},'), '/__proto__'],
      ['constructor', 'FIELD_UNKNOWN', () => spoilt('{', '{"constructor":{"prototype":{}},'), '/constructor'],
      ['a missing field', 'FIELD_MISSING', () => good({ totals: undefined }), '/totals'],
      ['an empty body', 'FIELD_MISSING', () => '', ''],
      [
        'a number for money',
        'MONEY_MALFORMED',
        () => good({ totals: { net: 100, tax: '9.00', gross: '109.00' } }),
        '/totals/net',
      ],
      ['three decimals', 'MONEY_MALFORMED', () => good({ lines: [{ ...line, net: '100.001' }] }), '/lines/0/net'],
      ['an exponent', 'MONEY_MALFORMED', () => good({ lines: [{ ...line, net: '1e2' }] }), '/lines/0/net'],
      ['no lines', 'FIELD_INVALID', () => good({ lines: [] }), '/lines'],
      ['too many lines', 'FIELD_INVALID', () => good({ lines: Array.from({ length: 2001 }, () => line) }), '/lines'],
      ['a lone surrogate in a reference', 'TEXT_NOT_WELL_FORMED', () => spoilt('"ORDER-', '"\\ud800-'), '/orderReference'],
      ['a lone surrogate in a name', 'TEXT_NOT_WELL_FORMED', () => spoilt('*谷物*', '\\udfff'), '/lines/0/name'],
      ['a control character', 'FIELD_INVALID', () => spoilt('*谷物*', '\\u0007'), '/lines/0/name'],
      ['a text that is too long', 'FIELD_INVALID', () => good({ orderReference: 'x'.repeat(101) }), '/orderReference'],
      [
        'a wrong check character',
        'TAXPAYER_ID_CHECK',
        () => good({ buyer: { name: 'x', taxId: '91310000MA1DEMQC0G' } }),
        '/buyer/taxId',
      ],
      ['a malformed taxpayer id', 'TAXPAYER_ID_MALFORMED', () => good({ buyer: { name: 'x', taxId: '123' } }), '/buyer/taxId'],
      [
        'a wrong line amount',
        'LINE_AMOUNT_WRONG',
        () => good({ lines: [{ ...line, quantity: '2', unitPrice: '49.00' }] }),
        '/lines/0/net',
      ],
      ['a wrong line tax', 'LINE_TAX_WRONG', () => good({ lines: [{ ...line, tax: '9.02' }] }), '/lines/0/tax'],
      ['wrong totals', 'TOTALS_WRONG', () => good({ totals: { net: '100.00', tax: '9.00', gross: '109.01' } }), '/totals/gross'],
      ['an unknown rate', 'RATE_UNKNOWN', () => good({ lines: [{ ...line, rate: '0.17', tax: '17.00' }] }), '/lines/0/rate'],
      [
        'a negative sale',
        'AMOUNT_SIGN_WRONG',
        () => good({ lines: [{ ...line, quantity: '-1', unitPrice: '100', net: '-100.00', tax: '-9.00' }] }),
      ],
      ['a foreign currency', 'CURRENCY_INVALID', () => good({ currency: 'EUR' }), '/currency'],
      ['a date in the future', 'TIME_IN_FUTURE', () => good({ soldAt: new Date(Date.now() + 120_000).toISOString() }), '/soldAt'],
      ['31 February', 'TIME_MALFORMED', () => good({ soldAt: '2026-02-31T00:00:00Z' }), '/soldAt'],
      ['a number outside the range', 'NUMBER_OUT_OF_RANGE', () => good({ number: '26440999999999999999' }), '/number'],
      ['a malformed number', 'NUMBER_MALFORMED', () => good({ number: '12345' }), '/number'],
      ['an unknown till', 'TILL_UNKNOWN', () => good({ till: 'nobodys-till' }), '/till'],
      ["a till that is not the seller's", 'TILL_NOT_YOURS', () => good({ till: other.till }), '/till'],
      ['another seller', 'SELLER_MISMATCH', () => good({ seller: { taxId: TAX_IDS.other } })],
      ['an unknown profile', 'FIELD_INVALID', () => good({ profile: 'xx' }), '/profile'],
      [
        'adjustments in profile cn',
        'FIELD_UNKNOWN',
        () => good({ adjustments: [{ charge: true, amount: '1.00', taxCategory: 'standard' }] }),
      ],
      ['no breakdown in profile en16931', 'FIELD_MISSING', () => good({ profile: 'en16931' })],
    ];

    it.each(cases.map(([name, code, body, path]) => ({ name, code, body, path })))(
      '$name: $code',
      async ({ code, body, path }) => {
        const { problem } = await refused(code, issue(body()));
        if (path !== undefined) expect(problem['path']).toBe(path);
      },
    );

    it('takes an empty time or a null currency for what they are, not for absent', async () => {
      await refused('FIELD_INVALID', issue(good({ currency: null })));
    });

    it('refuses what is not JSON by its media type, before reading it', async () => {
      for (const type of [
        'text/plain',
        'application/xml',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json; charset=utf-16',
        '',
      ]) {
        const { 'content-type': _, ...headers } = json(seller.apiKey);
        await refused('MEDIA_TYPE_UNSUPPORTED', {
          ...issue(good()),
          headers: type === '' ? headers : { ...headers, 'content-type': type },
        });
      }
      await refused('MEDIA_TYPE_UNSUPPORTED', {
        ...issue(good()),
        headers: { ...json(seller.apiKey), 'content-encoding': 'gzip' },
      });
    });

    it('refuses ten megabytes at once, and the connection goes on', async () => {
      const started = Date.now();
      await refused('BODY_TOO_LARGE', issue(`"${'x'.repeat(10_000_000)}"`));
      // Without a length, in pieces, it is refused as soon as it is too much.
      await refused('BODY_TOO_LARGE', { ...issue(''), body: Array.from({ length: 40 }, () => Buffer.alloc(262_144, 0x20)) });
      expect(Date.now() - started).toBeLessThan(5000);
      const answers = await Promise.all([1, 2, 3].map(() => rawRequest(system.url, issue(good()))));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    });

    it('answers a repetition with the first bytes, and other content with a conflict that shows them', async () => {
      const request = good();
      const first = await rawRequest(system.url, issue(request));
      expect(first.status).toBe(201);
      const before = await ledgerLength();
      const again = await rawRequest(system.url, issue(request));
      expect(again.status).toBe(200);
      expect(again.text).toBe(first.text);
      const conflict = await refused('INVOICE_CONFLICT', issue({ ...request, note: 'other' }));
      expect(conflict.text).toContain(`"existing":${first.text}`);
      expect(await ledgerLength()).toBe(before);
    });

    it('survives an upload that breaks off', async () => {
      const head = `POST /v1/invoices HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${seller.apiKey}\r\nContent-Length: 1000`;
      const before = await ledgerLength();
      await brokenUpload(system.url, head, '{"till":', 50);
      expect(await ledgerLength()).toBe(before);
    });
  });

  describe('paths, methods, queries and credentials', () => {
    it.each([
      ['PUT', '/v1/invoices', 'GET, HEAD, POST, OPTIONS'],
      ['DELETE', '/v1/invoices/26440000000000000001', 'GET, HEAD, OPTIONS'],
      ['GET', '/v1/invoices/batch', 'POST, OPTIONS'],
      ['GET', '/v1/verifications', 'POST, OPTIONS'],
      ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
      ['PATCH', '/v1/api-keys/0123456789abcdef', 'DELETE, OPTIONS'],
      ['TRACE', '/v1/acts', 'GET, HEAD, OPTIONS'],
    ])('%s %s is not allowed', async (method, path, allow) => {
      const answer = await refused('METHOD_NOT_ALLOWED', { method, path });
      expect(answer.headers.allow).toBe(allow);
    });

    it('answers OPTIONS and HEAD as they are meant', async () => {
      const options = await rawRequest(system.url, { method: 'OPTIONS', path: '/v1/invoices' });
      expect([options.status, options.headers.allow, options.text]).toEqual([204, 'GET, HEAD, POST, OPTIONS', '']);
      for (const path of ['/v1/invoices', '/v1/changes/stream', '/healthz']) {
        const head = await rawRequest(system.url, {
          method: 'HEAD',
          path,
          headers: { authorization: `Bearer ${seller.apiKey}` },
        });
        expect([head.status, head.text]).toEqual([200, '']);
      }
    });

    it.each([
      ['GET', '/v1/nothing', 'NOT_FOUND'],
      ['GET', '/nothing', 'NOT_FOUND'],
      ['GET', '/v1/invoices/%zz', 'FIELD_INVALID'],
      ['GET', '/v1/organisations/%c3%28', 'FIELD_INVALID'],
      ['GET', '/v1/organisations/%00', 'ACTION_FORBIDDEN'],
      ['GET', '/v1/invoices/123', 'NUMBER_MALFORMED'],
      ['GET', '/v1/invoices/26440000000000999999', 'INVOICE_UNKNOWN'],
      ['GET', '/v1/invoices/26440000000000999999/proof?hide=seed', 'FIELD_INVALID'],
      ['GET', '/v1/invoices/26440000000000999999/proof?hide=buyer&hide=line', 'FIELD_INVALID'],
      ['GET', '/v1/invoices?limit=0', 'FIELD_INVALID'],
      ['GET', '/v1/invoices?limit=501', 'FIELD_INVALID'],
      ['GET', '/v1/invoices?limit=0x10', 'FIELD_INVALID'],
      ['GET', '/v1/invoices?limit=1&limit=2', 'FIELD_INVALID'],
      ['GET', '/v1/invoices?limi=1', 'FIELD_UNKNOWN'],
      ['GET', '/v1/invoices?__proto__=1', 'FIELD_UNKNOWN'],
      ['GET', '/v1/invoices?after=x', 'CURSOR_INVALID'],
      ['GET', '/v1/changes?after=-1', 'CURSOR_INVALID'],
      ['GET', '/v1/changes?after=1&after=2', 'CURSOR_INVALID'],
      ['GET', '/v1/changes?after=999999999', 'CURSOR_INVALID'],
      ['GET', '/v1/changes/stream?after=1&after=2', 'CURSOR_INVALID'],
      ['GET', '/v1/changes/stream?after=999999999', 'CURSOR_INVALID'],
      ['GET', '/v1/api-keys?after=x', 'CURSOR_INVALID'],
      ['GET', '/log/tile/0/999', 'NOT_FOUND'],
      ['GET', '/log/tile/0/000.p/0', 'NOT_FOUND'],
      ['GET', '/log/tile/../../keys/payload.key', 'NOT_FOUND'],
      ['DELETE', '/v1/delegations/other-shop', 'FIELD_MISSING'],
      ['DELETE', '/v1/api-keys/0123456789abcdef', 'FIELD_MISSING'],
    ] as const)('%s %s: %s', async (method, path, code) => {
      await refused(code, { method, path, headers: { authorization: `Bearer ${seller.apiKey}` } });
    });

    it('wants right credentials', async () => {
      const missing = await refused('CREDENTIALS_MISSING', { path: '/v1/invoices' });
      expect(missing.headers['www-authenticate']).toBe('Bearer');
      for (const authorization of [
        'Bearer x',
        'Bearer ',
        'Basic eDp5',
        `Bearer ${seller.apiKey}x`,
        `Bearer ${seller.apiKey.slice(0, -1)}`,
        `Bearer lp_${'0'.repeat(16)}_${'A'.repeat(43)}`,
      ]) {
        await refused('CREDENTIALS_INVALID', { path: '/v1/invoices', headers: { authorization } });
        await refused('CREDENTIALS_INVALID', { path: '/log/vkey', headers: { authorization } });
      }
    });

    it('forgets a revoked key within a second', async () => {
      const made = await system.call<{ id: string; apiKey: string }>('POST', '/v1/api-keys', seller.apiKey, {
        organisation: 'corner-shop',
        label: 'second',
        reason: 'test',
      });
      expect((await system.call('GET', '/v1/invoices', made.body.apiKey)).status).toBe(200);
      const url = `/v1/api-keys/${made.body.id}`;
      // Of another's key one does not even learn that it is there.
      expect((await system.call('DELETE', url, other.apiKey, { reason: 'mischief' })).status).toBe(404);
      expect((await system.call('DELETE', url, seller.apiKey, { reason: 'lost' })).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await refused('CREDENTIALS_INVALID', { path: '/v1/invoices', headers: { authorization: `Bearer ${made.body.apiKey}` } });
      await refused('NOT_FOUND', { method: 'DELETE', path: url, headers: json(seller.apiKey), body: '{"reason":"again"}' });
    });
  });

  describe('registrations', () => {
    const bureau = (path: string, body: unknown): Parameters<typeof rawRequest>[1] => ({
      method: 'POST',
      path,
      headers: json(system.bureauKey),
      body: JSON.stringify(body),
    });
    const party = { name: 'x', taxId: TAX_IDS.third };
    const shop = { organisation: 'new-shop', role: 'merchant', party, reason: 'x' };
    it.each([
      ['/v1/organisations', { ...shop, reason: undefined }, 'FIELD_MISSING', '/reason'],
      ['/v1/organisations', { ...shop, reason: '\ud800' }, 'TEXT_NOT_WELL_FORMED', '/reason'],
      ['/v1/organisations', { ...shop, role: undefined }, 'FIELD_MISSING', '/role'],
      ['/v1/organisations', { ...shop, role: 'king' }, 'FIELD_INVALID', '/role'],
      ['/v1/organisations', { ...shop, organisation: 'New Shop' }, 'FIELD_INVALID', '/organisation'],
      ['/v1/organisations', { ...shop, quota: 1.5 }, 'FIELD_INVALID', '/quota'],
      ['/v1/organisations', { ...shop, quota: '10' }, 'FIELD_INVALID', '/quota'],
      ['/v1/organisations', { ...shop, party: { name: 'x' } }, 'FIELD_MISSING', '/party/taxId'],
      ['/v1/organisations', { ...shop, party: { ...party, taxId: '91440300MA5THRD30A' } }, 'TAXPAYER_ID_CHECK', '/party/taxId'],
      ['/v1/organisations', { ...shop, party: { ...party, taxId: TAX_IDS.seller } }, 'TAXPAYER_EXISTS', '/party/taxId'],
      ['/v1/organisations', { ...shop, organisation: 'corner-shop' }, 'ORGANISATION_EXISTS', '/organisation'],
      ['/v1/tills', { till: 'corner-shop-till', seller: 'corner-shop', reason: 'x' }, 'TILL_EXISTS', '/till'],
      ['/v1/tills', { till: 'a-till', seller: 'nobody', reason: 'x' }, 'ORGANISATION_UNKNOWN', undefined],
      ['/v1/ranges', { seller: 'corner-shop', prefix: '2644', from: 1, to: 2, reason: 'x' }, 'RANGE_INVALID', '/prefix'],
      ['/v1/ranges', { seller: 'corner-shop', prefix: '26441', from: 2, to: 1, reason: 'x' }, 'RANGE_INVALID', '/from'],
      ['/v1/ranges', { seller: 'corner-shop', prefix: '26441', from: 1, to: 1e15, reason: 'x' }, 'FIELD_INVALID', '/to'],
      ['/v1/ranges', { seller: 'corner-shop', prefix: '26441', from: 1, to: 999999999999999, reason: 'x' }, 'RANGE_QUOTA', '/to'],
      ['/v1/api-keys', { organisation: 'nobody', label: 'x', reason: 'x' }, 'ORGANISATION_UNKNOWN', '/organisation'],
    ] as const)('%s %j: %s', async (path, body, code, pointer) => {
      const { problem } = await refused(code, bureau(path, body));
      if (pointer !== undefined) expect(problem['path']).toBe(pointer);
    });
  });

  describe('verification', () => {
    const verify = (body: unknown): Parameters<typeof rawRequest>[1] => ({
      method: 'POST',
      path: '/v1/verifications',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const paper = { number: '26440000000000999999', date: '2026-01-31', total: '1.00' };
    it.each([
      ['nothing', {}, 'FIELD_MISSING', undefined],
      ['two kinds at once', { ...paper, qr: 'x' }, 'FIELD_UNKNOWN', '/qr'],
      ['a short number', { ...paper, number: '1' }, 'NUMBER_MALFORMED', '/number'],
      ['30 February', { ...paper, date: '2026-02-30' }, 'TIME_MALFORMED', '/date'],
      ['money as a number', { ...paper, total: 1 }, 'MONEY_MALFORMED', '/total'],
      ['an empty list', { items: [] }, 'FIELD_INVALID', '/items'],
      ['a bad one in a list', { items: [paper, { ...paper, total: '1.001' }] }, 'MONEY_MALFORMED', '/items/1/total'],
      ['a list in a list', { items: [{ items: [paper] }] }, 'FIELD_MISSING', undefined],
      ['a long list', { items: Array.from({ length: 1001 }, () => paper) }, 'FIELD_INVALID', '/items'],
      ['a deep bundle', `{"bundle":{"entry":${'['.repeat(5000)}${']'.repeat(5000)}}}`, 'BODY_MALFORMED', undefined],
    ] as const)('%s', async (_name, body, code, pointer) => {
      const { problem } = await refused(code, verify(body));
      if (pointer !== undefined) expect(problem['path']).toBe(pointer);
    });

    it('tells a QR code with a wrong checksum from one that is none', async () => {
      const good = '01,32,,26440000000000999999,1.00,20260131,,';
      const items = [{ qr: `${good}0000` }, { qr: `${good}zzzz` }, { qr: good }, { qr: 'hello' }];
      const answer = await rawRequest(system.url, verify({ items }));
      const { items: told } = JSON.parse(answer.text) as { items: { result: string; reason?: string }[] };
      expect(told.map(({ result, reason }) => [result, reason])).toEqual([
        ['invalid', 'QR_CHECKSUM_WRONG'],
        ['invalid', 'QR_CHECKSUM_WRONG'],
        ['unknown', 'QR_WITHOUT_CHECKSUM'],
        ['invalid', 'QR_MALFORMED'],
      ]);
    });

    it('answers a thousand papers in one request', async () => {
      const items = Array.from({ length: 1000 }, (_, index) => ({ ...paper, number: String(index).padStart(20, '0') }));
      const answer = await rawRequest(system.url, verify({ items }));
      const { items: told } = JSON.parse(answer.text) as { items: { number: string; result: string }[] };
      expect(told.map(({ number }) => number)).toEqual(items.map(({ number }) => number));
      expect(new Set(told.map(({ result }) => result))).toEqual(new Set(['unknown']));
    });

    it('calls papers that are no papers invalid or unknown', async () => {
      const items = [
        { qr: '\ud800' },
        { qr: '01,32,,123,1,20260131,,' },
        { bundle: {} },
        { bundle: { __proto__: null, mediaType: 'x' } },
        paper,
      ];
      const answer = await rawRequest(system.url, verify({ items }));
      expect(answer.status).toBe(200);
      expect((JSON.parse(answer.text) as { items: { result: string }[] }).items.map(({ result }) => result)).toEqual([
        'invalid',
        'invalid',
        'invalid',
        'invalid',
        'unknown',
      ]);
    });
  });

  describe('a batch', () => {
    const batch = (body: string | Buffer | readonly (string | Buffer)[], type = NDJSON): Parameters<typeof rawRequest>[1] => ({
      method: 'POST',
      path: '/v1/invoices/batch',
      headers: { ...ndjson(seller.apiKey), 'content-type': type },
      body,
    });
    const lineOf = (more: Record<string, unknown> = {}): string => `${JSON.stringify(good(more))}\n`;

    it('fails line by line, in order', async () => {
      const repeated = lineOf();
      const parts = [
        lineOf(), '{"till":\n', '\n', '\r\n', Buffer.from([0xff, 0xfe, 0x0a]), `{"note":"${'x'.repeat(300_000)}"}\n`,
        lineOf({ till: other.till }), 'null\n', repeated, repeated, JSON.stringify(good()),
      ]; // prettier-ignore
      const before = await ledgerLength();
      const answer = await rawRequest(system.url, batch(parts));
      expect([answer.status, answer.headers['content-type']]).toEqual([200, NDJSON]);
      const lines = answer.text
        .trimEnd()
        .split('\n')
        .map(
          (line) =>
            JSON.parse(line) as {
              line: number;
              status: number;
              error?: { code: string; titleZh: string };
              invoice?: { number: string };
            },
        );
      expect(lines.map(({ line, status, error }) => [line, status, error?.code])).toEqual([
        [1, 201, undefined],
        [2, 400, 'BODY_MALFORMED'],
        [3, 400, 'BODY_MALFORMED'],
        [4, 413, 'LINE_TOO_LONG'],
        [5, 403, 'TILL_NOT_YOURS'],
        [6, 400, 'FIELD_INVALID'],
        [7, 201, undefined],
        [8, 200, undefined],
        [9, 201, undefined],
      ]);
      expect(lines[7]!.invoice).toEqual(lines[6]!.invoice);
      expect(await ledgerLength()).toBe(before + 3);
    });

    it('is refused whole when it is none', async () => {
      await refused('FIELD_MISSING', batch(''));
      await refused('FIELD_MISSING', batch(['\n', '\n']));
      await refused('MEDIA_TYPE_UNSUPPORTED', batch(lineOf(), 'application/json'));
      await refused('MEDIA_TYPE_UNSUPPORTED', batch(lineOf(), 'text/csv'));
      const zipped = batch(lineOf());
      await refused('MEDIA_TYPE_UNSUPPORTED', { ...zipped, headers: { ...zipped.headers, 'content-encoding': 'gzip' } });
      await refused('CREDENTIALS_MISSING', { ...batch(lineOf()), headers: { 'content-type': NDJSON } });
      await refused('ACTION_FORBIDDEN', { ...batch(lineOf()), headers: ndjson(system.bureauKey) });
    });

    it('keeps what was accepted when the upload breaks off', async () => {
      const head = `POST /v1/invoices/batch HTTP/1.1\r\nHost: x\r\nContent-Type: ${NDJSON}\r\nAuthorization: Bearer ${seller.apiKey}\r\nTransfer-Encoding: chunked`;
      const count = 1500;
      const lines = Array.from({ length: count }, () => lineOf()).join('');
      const before = await ledgerLength();
      await brokenUpload(system.url, head, `${Buffer.byteLength(lines).toString(16)}\r\n${lines}`, 1500);
      await services.until(async () => (await ledgerLength()) > before, 'the first group');
      // A whole group is in; what had not filled one is not, and nobody was told that it was.
      expect(await ledgerLength()).toBeLessThan(before + count);
      expect(system.gateway.alive()).toBe(true);
      expect((await rawRequest(system.url, batch(lineOf()))).status).toBe(200);
    });
  });
});

describe('limits', () => {
  it('says when to come back', async () => {
    const system = await startSystem({ LIANPIAO_ANONYMOUS_LIMIT: '3' });
    try {
      const statuses: number[] = [];
      let last: RawAnswer | undefined;
      for (let count = 0; count < 5; count += 1) {
        last = await rawRequest(system.url, { path: '/log/vkey', headers: count === 0 ? { authorization: 'Bearer x' } : {} });
        statuses.push(last.status);
      }
      // A wrong key counts too: guessing is limited.
      expect(statuses).toEqual([401, 200, 200, 429, 429]);
      expect(last?.problem['code']).toBe('RATE_LIMITED');
      expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await system.stop();
    }
  });
});
