import { canonicalJson, hasher, merkleRoot, type Digest, type JsonValue } from '@lianpiao/chaincode/domain';
import { services } from '../support/system';
import { startSharing, UNTIL, type SharingSystem } from '../support/sharing';

interface Item {
  readonly receipt: Readonly<Record<string, JsonValue>> & { sequence: number; result: string; rows: number };
  readonly ordinal: number;
  readonly status: string;
  readonly overdue: boolean;
  readonly proof: { readonly batch: number } | null;
}
interface Page {
  readonly items: readonly Item[];
  readonly batches: readonly { first: number; count: number; root: Digest; answer: string | null }[];
  readonly next: string | null;
}
interface Rows {
  readonly items: readonly Record<string, string | null>[];
  readonly receipt: { readonly sequence: number; readonly result: string };
}
const ROWS = 3000;

describe('usage receipts of both sides', () => {
  let sharing: SharingSystem;
  beforeAll(async () => {
    sharing = await startSharing();
    await sharing.postgres.run('CREATE TABLE visits (id int PRIMARY KEY, person text, ward text, day date)');
    await sharing.postgres.run(
      `INSERT INTO visits SELECT n, '病人' || n, 'W' || n % 7, '2026-01-01'::date + n % 90 FROM generate_series(1, ${String(ROWS)}) n`,
    );
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
      resource: 'visits',
      title: '就诊',
      source: { connection: 'city-db', table: 'visits', key: 'id' },
      fields: ['id', 'person', 'ward', 'day'].map((name) => ({ name })),
      reason: 'plan',
    });
  });
  afterAll(async () => {
    await sharing.stop();
  });

  const list = (grant: string, apiKey: string, more = ''): Promise<Page> =>
    sharing.ok('GET', `/v1/usage-receipts?grant=${grant}${more}`, apiKey);
  const rows = (grant: string, query = '', apiKey = sharing.keys.consumer): Promise<Rows> =>
    sharing.ok('GET', `/v1/data/${grant}/rows${query}`, apiKey);
  const answer = (word: string, grant: string, batch: object, apiKey = sharing.keys.consumer): Promise<{ code?: string }> =>
    sharing.system
      .call<{ code?: string }>('POST', `/v1/usage-receipts/${grant}/${word}`, apiKey, { reason: 'checked', ...batch })
      .then(({ body }) => body);
  const signedBy = (side: 'consumer' | 'provider', grant: string): Promise<void> =>
    services.until(
      async () => {
        const { items } = await sharing.ok<{ items: { grant: string; missing: string }[] }>(
          'GET',
          '/v1/usage-receipts/halves',
          sharing.keys.provider,
        );
        const missing = items.find((item) => item.grant === grant)?.missing;
        return missing === 'none' || (side === 'provider' && missing === 'consumer');
      },
      `the half of the ${side}`,
      20_000,
    );
  /** What a consumer does: the root over its own receipts, when their results are what it got. */
  function ownRoot(items: readonly Item[]): Digest {
    return merkleRoot(items.map(({ receipt }) => hasher().leafHash(canonicalJson(receipt))));
  }

  it('every read leaves one, signed by the provider, then by the consumer that checks what it got [rows 000-004:C3,E10 001-002-003:D3]', async () => {
    const grant = await sharing.grant({ resource: 'visits', fields: ['id', 'ward'] });
    const first = await rows(grant, '?limit=10');
    const got = [hasher().sha256(first.items.map((row) => `${JSON.stringify(row)}\n`).join(''))];
    expect(first.receipt.result).toBe(got[0]);
    const stream = await fetch(`${sharing.system.url}/v1/data/${grant}/stream`, {
      headers: { authorization: `Bearer ${sharing.keys.consumer}` },
    });
    const text = await stream.text();
    got.push(hasher().sha256(text.slice(0, text.lastIndexOf('{"$end"'))));

    await signedBy('provider', grant);
    const before = await list(grant, sharing.keys.consumer);
    expect(before.items.map(({ status, overdue }) => [status, overdue])).toEqual(Array(2).fill(['consumer-missing', false]));
    // Who, what, when, for which purpose: and the digest is of what the consumer has.
    expect(before.items[0]!.receipt).toMatchObject({
      organisation: 'the-consumer', provider: 'the-provider', purpose: 'research', rows: 10, event: 'read', resource: 'visits',
    }); // prettier-ignore
    expect(before.items.map(({ receipt }) => receipt.result)).toEqual(got);
    expect(before.items[1]!.receipt).toMatchObject({ event: 'stream-end', rows: ROWS });

    for (const { first: from, count, root } of before.batches) {
      const own = before.items.filter(({ ordinal }) => ordinal >= from && ordinal < from + count);
      expect(ownRoot(own)).toBe(root);
      expect(await answer('acknowledge', grant, { first: from, count, root: ownRoot(own) })).toMatchObject({
        type: 'receipt.acknowledged',
      });
    }
    const after = await list(grant, sharing.keys.provider);
    expect(after.items.map(({ status }) => status)).toEqual(['signed-by-both', 'signed-by-both']);
    const { items } = await sharing.ok<{ items: object[] }>('GET', '/v1/usage-receipts/halves', sharing.keys.provider);
    expect(items).toContainEqual({
      grant, provider: 'the-provider', consumer: 'the-consumer', receipts: 2, provided: 2, answered: 2, disputed: 0, missing: 'none', overdue: false,
    }); // prettier-ignore
  });

  it('a consumer that signs other receipts is refused; what it disputes is shown to both sides', async () => {
    const grant = await sharing.grant({ resource: 'visits', fields: ['ward'] });
    await rows(grant, '?limit=5');
    await signedBy('provider', grant);
    const { batches, items } = await list(grant, sharing.keys.consumer);
    const { first, count, root } = batches[0]!;
    const other = merkleRoot([hasher().leafHash(canonicalJson({ ...items[0]!.receipt, rows: 4 }))]);
    expect((await answer('acknowledge', grant, { first, count, root: other })).code).toBe('RECEIPT_MISMATCH');
    expect((await answer('dispute', grant, { first, count, root })).code).toBe('RECEIPT_MISMATCH');
    expect((await answer('acknowledge', grant, { first: 1, count, root })).code).toBe('RECEIPT_NOT_CONTIGUOUS');
    expect((await answer('acknowledge', grant, { first, count, root }, sharing.keys.third)).code).toBe('GRANT_UNKNOWN');
    expect((await answer('acknowledge', grant, { first, count, root }, sharing.keys.provider)).code).toBe('GRANT_NOT_YOURS');
    expect((await answer('acknowledge', grant, { first, count, root }, sharing.keys.auditor)).code).toBe('ACTION_FORBIDDEN');
    expect(await answer('dispute', grant, { first, count, root: other })).toMatchObject({ type: 'receipt.disputed' });
    for (const key of [sharing.keys.provider, sharing.keys.consumer])
      expect((await list(grant, key)).items.map(({ status }) => status)).toEqual(['disputed']);
  });

  it('a supervisor looks under its own right, which it must state and which the provider sees [rows 000-004:E10 001-002-003:B8]', async () => {
    const grant = await sharing.grant({ resource: 'visits', fields: ['ward'] });
    await rows(grant, '?limit=1');
    const look = (query: string): Promise<{ status: number; body: { code?: string } }> =>
      sharing.system.call('GET', `/v1/usage-receipts${query}`, sharing.keys.auditor);
    expect((await look('')).body.code).toBe('RECEIPT_REASON_MISSING');
    expect((await look(`?grant=${grant}`)).body.code).toBe('RECEIPT_REASON_MISSING');
    expect((await look(`?grant=${grant}&reason=complaint-17`)).status).toBe(200);
    const audit = await sharing.ok<{ items: { entry: object }[] }>('GET', `/v1/grants/${grant}/audit`, sharing.keys.provider);
    expect(audit.items.map(({ entry }) => entry)).toContainEqual(
      expect.objectContaining({ event: 'inspect', organisation: 'the-auditor', reason: 'complaint-17' }),
    );
    // Strangers see nothing, and not even that the grant is there.
    expect(
      (await sharing.system.call<{ code: string }>('GET', `/v1/usage-receipts?grant=${grant}`, sharing.keys.third)).body.code,
    ).toBe('GRANT_UNKNOWN');
    expect((await sharing.ok<Page>('GET', '/v1/usage-receipts', sharing.keys.rival)).items).toEqual([]);
  });

  it('refusal after refusal alerts the provider, and nobody else [rows 000-004:E2]', async () => {
    const grant = await sharing.grant({ resource: 'visits', fields: ['ward'] });
    for (let attempt = 0; attempt < 20; attempt += 1)
      await sharing.system.call('GET', `/v1/data/${grant}/rows?fields=person`, sharing.keys.consumer);
    const alerts = (key: string): Promise<{ items: { grant: string; kind: string; found: number }[] }> =>
      sharing.ok('GET', '/v1/usage-receipts/alerts', key);
    expect((await alerts(sharing.keys.provider)).items).toContainEqual({
      grant, provider: 'the-provider', consumer: 'the-consumer', kind: 'refusals', found: 20, usual: 19,
    }); // prettier-ignore
    expect((await alerts(sharing.keys.rival)).items).toEqual([]);
  });

  it('masked rows leave masked, cannot be filtered by what is masked, and aggregate grants give no rows [rows 000-004:C8 001-002-003:D17]', async () => {
    const handling = { level: 'masked', masks: { person: 'pseudonym', day: 'month' } };
    const [one, two] = [
      await sharing.grant({ resource: 'visits', fields: ['id', 'person', 'day'], handling: { ...handling, marked: false } }),
      await sharing.grant({ resource: 'visits', fields: ['id', 'person', 'day'], handling: { ...handling, marked: false } }),
    ];
    const [first, again, other] = [await rows(one, '?limit=2'), await rows(one, '?limit=2'), await rows(two, '?limit=2')];
    expect(first.items[0]).toEqual({ id: '1', person: expect.stringMatching(/^[0-9a-f]{32}$/) as string, day: '2026-01' });
    expect(again.items).toEqual(first.items);
    // The same person has another name under another grant, so that two consumers cannot put their copies together.
    expect(other.items[0]!['person']).not.toBe(first.items[0]!['person']);
    const where = encodeURIComponent(JSON.stringify([{ field: 'person', op: 'eq', value: '病人1' }]));
    const refused = async (path: string): Promise<string> =>
      (await sharing.system.call<{ code: string }>('GET', path, sharing.keys.consumer)).body.code;
    expect(await refused(`/v1/data/${one}/rows?where=${where}`)).toBe('FIELD_MASKED');
    // Nor by rows of a grant below: whoever sees the mask would give itself, or a friend, the rows of a guess.
    const above = await sharing.grant({
      ...{ resource: 'visits', right: 'operate', fields: ['id', 'person', 'day'] },
      handling: { ...handling, marked: false },
    });
    const below = async (field: string, value: string): Promise<string | undefined> => {
      const terms = { resource: 'visits', parent: above, consumer: 'the-third', until: UNTIL, fields: ['id'], reason: 'guess' };
      const rows = [{ field, op: 'eq', value }];
      const purpose = { code: 'research', text: 'a study' };
      const body = { ...terms, rows, purpose };
      return (await sharing.system.call<{ code?: string }>('POST', '/v1/grants', sharing.keys.consumer, body)).body.code;
    };
    expect([await below('person', '病人1'), await below('id', '1')]).toEqual(['FIELD_MASKED', undefined]);
    const aggregate = await sharing.grant({ resource: 'visits', fields: ['ward'], handling: { level: 'aggregate' } });
    for (const path of ['rows', 'stream', 'check'])
      expect(await refused(`/v1/data/${aggregate}/${path}`)).toBe('LEVEL_AGGREGATE_ONLY');
    const wrong = { level: 'raw', masks: { person: 'first' } };
    const request = {
      resource: 'visits',
      consumer: 'the-consumer',
      until: '2036-01-01T00:00:00Z',
      fields: ['person'],
      reason: 'x',
    };
    const answered = await sharing.system.call<{ code: string }>('POST', '/v1/grants', sharing.keys.provider, {
      ...request, purpose: { code: 'research', text: 'x' }, handling: wrong,
    }); // prettier-ignore
    expect(answered.body.code).toBe('FIELD_INVALID');
  });

  it("a copy that turns up elsewhere is traced to its consumer's grant by the order of its rows [rows 001-002-003:C26]", async () => {
    const marked = { resource: 'visits', fields: ['id', 'ward', 'day'], handling: { marked: true } };
    const [mine, third] = [await sharing.grant(marked), await sharing.grant({ ...marked, consumer: 'the-third' })];
    const copyOf = async (grant: string, apiKey: string): Promise<string[]> => {
      const { items } = await rows(grant, '?limit=500', apiKey);
      return items.map((row) => JSON.stringify(row));
    };
    const [copy, others] = [await copyOf(mine, sharing.keys.consumer), await copyOf(third, sharing.keys.third)];
    expect([...copy].sort()).toEqual([...others].sort());
    const trace = (found: string[]): Promise<{ items: { grant: string; match: boolean }[] }> =>
      sharing.ok('POST', '/v1/catalogue/visits/copies', sharing.keys.provider, { rows: found });
    // A part from the middle is enough; a copy that was sorted has lost the mark, and nobody is accused.
    const found = (await trace(copy.slice(101, 400))).items;
    expect(found.filter(({ match }) => match).map(({ grant }) => grant)).toEqual([mine]);
    const elsewhere = (await trace(others.slice(7, 306))).items;
    expect(elsewhere.filter(({ match }) => match).map(({ grant }) => grant)).toEqual([third]);
    expect((await trace([...copy].sort())).items.filter(({ match }) => match)).toEqual([]);
    const stranger = await sharing.system.call<{ code: string }>('POST', '/v1/catalogue/visits/copies', sharing.keys.rival, {
      rows: copy,
    });
    expect(stranger.body.code).toBe('RESOURCE_UNKNOWN');
  });
});
