import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, hasher, merkleRoot, type Digest, type JsonValue } from '@lianpiao/chaincode/domain';
import { AuditStore } from '../../gateway/src/stores/audit-store';
import { SqliteDatabase } from '../../gateway/src/stores/sqlite-driver';
import { UNTIL, type SharingSystem } from '../support/sharing';
import { services } from '../support/system';

interface Receipt {
  readonly receipt: Readonly<Record<string, JsonValue>> & { readonly sequence: number };
  readonly ordinal: number;
  readonly status: string;
}
interface Page {
  readonly items: readonly Receipt[];
  readonly batches: readonly { first: number; count: number; root: Digest }[];
}

/** A hospital's HTTP service that does not keep to what it is asked, and may go in the middle of a stream. */
export interface Hospital {
  readonly url: string;
  goes: boolean;
  stop(): Promise<unknown>;
}

export async function startHospital(): Promise<Hospital> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://hospital');
    const from = Number(url.searchParams.get('after') ?? 0);
    if (hospital.goes && from > 0) return void request.socket.destroy();
    const limit = Number(url.searchParams.get('limit'));
    // It filters nothing, whatever it is asked: its patients of the other ward come along.
    const items = Array.from({ length: limit }, (_, place) => ({
      ward: place % 2 === 0 ? 'A' : 'B',
      beds: String(from + place),
    }));
    response.end(JSON.stringify({ items, next: from + limit < 5000 ? String(from + limit) : null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hospital: Hospital = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    goes: false,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
  return hospital;
}

/**
 * The story of those who cheat, on whichever ledger the system runs: two departments, a hospital and a bank share data, with an auditor
 * and an operator. Each of them cheats in one way, and each is caught: refused, recorded, or shown.
 * @param parties what runs when the tests begin; the hospital is the connection `hospital` of `the-rival`.
 */
export function tellOfCheats(parties: () => { readonly sharing: SharingSystem; readonly hospital: Hospital }): void {
  let sharing: SharingSystem;
  let hospital: Hospital;
  /** The two departments and the bank. */
  let transport: string;
  let bank: string;
  let civilAffairs: string;

  beforeAll(async () => {
    ({ sharing, hospital } = parties());
    ({ provider: transport, consumer: bank, third: civilAffairs } = sharing.keys);
    await sharing.postgres.run('CREATE TABLE card_trips (id int PRIMARY KEY, line text, card text)');
    await sharing.postgres.run("INSERT INTO card_trips SELECT n, 'L' || n % 3, 'card-' || n FROM generate_series(1, 2000) n");
    const fields = ['id', 'line', 'card'].map((name) => ({ name }));
    const source = { connection: 'city-db', table: 'card_trips', key: 'id' };
    await sharing.ok('POST', '/v1/catalogue', transport, {
      resource: 'card-trips',
      title: '出行',
      source,
      fields,
      reason: 'plan',
    });
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.rival, {
      resource: 'beds',
      title: '床位',
      source: { connection: 'hospital', collection: 'beds' },
      fields: [{ name: 'ward' }, { name: 'beds', type: 'number' }],
      reason: 'plan',
    });
  });

  const codeOf = async (method: string, path: string, key: string, body?: object): Promise<string | undefined> =>
    (await sharing.system.call<{ code?: string }>(method, path, key, body)).body.code;
  const receipts = (grant: string, key: string): Promise<Page> => sharing.ok('GET', `/v1/usage-receipts?grant=${grant}`, key);
  const audit = async (grant: string): Promise<Record<string, JsonValue>[]> =>
    (
      await sharing.ok<{ items: { entry: Record<string, JsonValue> }[] }>('GET', `/v1/grants/${grant}/audit?limit=500`, transport)
    ).items.map(({ entry }) => entry);
  const signed = (grant: string, count: number): Promise<void> =>
    services.until(
      async () => {
        const { items } = await receipts(grant, transport);
        return items.length === count && items.every(({ status }) => status !== 'provider-missing');
      },
      "the provider's half",
      60_000,
    );

  it('the bank reads beyond its grant: refused, recorded, and the department is alerted', async () => {
    const grant = await sharing.grant({ resource: 'card-trips', fields: ['line'] });
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect(await codeOf('GET', `/v1/data/${grant}/rows?fields=card`, bank)).toBe('FIELD_NOT_GRANTED');
    expect((await audit(grant)).filter(({ code }) => code === 'FIELD_NOT_GRANTED').length).toBe(20);
    const { items } = await sharing.ok<{ items: object[] }>('GET', '/v1/usage-receipts/alerts', transport);
    expect(items).toContainEqual(expect.objectContaining({ grant, consumer: 'the-consumer', kind: 'refusals' }));
  });

  it("the first department gives away what is the hospital's: refused, and the auditor sees that it tried", async () => {
    await sharing.catalogue('beds', sharing.keys.rival);
    const given = {
      resource: 'beds',
      consumer: 'the-consumer',
      until: UNTIL,
      purpose: { code: 'research', text: 'x' },
      fields: ['beds'],
    };
    expect(await codeOf('POST', '/v1/grants', transport, { ...given, reason: 'ours, surely' })).toBe('RESOURCE_NOT_YOURS');
    const path = '/v1/audit?order=newest&limit=20';
    const { items } = await sharing.ok<{ items: { entry: Record<string, JsonValue> }[] }>('GET', path, sharing.keys.auditor);
    expect(items.map(({ entry }) => entry).find(({ event }) => event === 'sharing')).toMatchObject({
      change: 'grants',
      subjects: ['beds'],
      organisation: 'the-provider',
      outcome: 'refused',
      code: 'RESOURCE_NOT_YOURS',
    });
  });

  it('the second department borrows the token that the bank has for another grant', async () => {
    const [lent, wanted] = [
      await sharing.grant({ resource: 'card-trips', fields: ['line'] }),
      await sharing.grant({ resource: 'card-trips', fields: ['line', 'card'], consumer: 'the-third' }),
    ];
    const { token } = await sharing.ok<{ token: string }>('POST', `/v1/grants/${lent}/tokens`, bank, {});
    // The token says whose it is: under a stranger's grant it does not even learn that this is there.
    expect(await codeOf('GET', `/v1/data/${wanted}/rows`, token)).toBe('GRANT_UNKNOWN');
    const own = await sharing.grant({ resource: 'card-trips', fields: ['card'] });
    expect(await codeOf('GET', `/v1/data/${own}/rows`, token)).toBe('TOKEN_OF_ANOTHER_GRANT');
    // Played again after the grant is gone, it opens nothing.
    expect(await codeOf('GET', `/v1/data/${lent}/rows?limit=1`, token)).toBeUndefined();
    await sharing.change('revoke', lent);
    expect(await codeOf('GET', `/v1/data/${lent}/rows?limit=1`, token)).toBe('GRANT_REVOKED');
  });

  it('the bank says that it never read, and does not sign: its half is shown as missing', async () => {
    const grant = await sharing.grant({ resource: 'card-trips', fields: ['line'] });
    await sharing.ok('GET', `/v1/data/${grant}/rows?limit=7`, bank);
    await signed(grant, 1);
    const { items } = await sharing.ok<{ items: { grant: string }[] }>('GET', '/v1/usage-receipts/halves', transport);
    expect(items.find((item) => item.grant === grant)).toMatchObject({
      receipts: 1,
      provided: 1,
      answered: 0,
      missing: 'consumer',
    });
    const [read] = (await receipts(grant, transport)).items;
    expect(read).toMatchObject({
      status: 'consumer-missing',
      receipt: { organisation: 'the-consumer', rows: 7, purpose: 'research' },
    });
  });

  it('the operator makes up a read of the bank: the bank disputes it on the ledger', async () => {
    const grant = await sharing.grant({ resource: 'card-trips', fields: ['line'] });
    const { receipt: mine } = await sharing.ok<{ receipt: { sequence: number } }>('GET', `/v1/data/${grant}/rows?limit=2`, bank);
    const store = new AuditStore(sharing.system.data, Date.now);
    const zeros = '0'.repeat(64) as Digest;
    await store.append({
      event: 'read', grant, organisation: 'the-consumer', key: 'made-up', provider: 'the-provider', query: zeros, result: zeros,
      outcome: 'allowed', rows: 1_000_000, height: 0,
    }); // prettier-ignore
    store.close();
    await signed(grant, 2);
    const { items, batches } = await receipts(grant, bank);
    for (const { first, count } of batches) {
      const known = items.filter(
        ({ ordinal, receipt }) => ordinal >= first && ordinal < first + count && receipt.sequence === mine.sequence,
      );
      const root = merkleRoot(known.map(({ receipt }) => hasher().leafHash(canonicalJson(receipt))));
      const word = known.length === count ? 'acknowledge' : 'dispute';
      await sharing.ok('POST', `/v1/usage-receipts/${grant}/${word}`, bank, { first, count, root, reason: 'our own log' });
    }
    const shown = (await receipts(grant, transport)).items;
    expect(shown.find(({ receipt }) => receipt['key'] === 'made-up')!.status).toBe('disputed');
  });

  it('the operator changes a receipt on disk: it is not shown, and the log says which promise broke', async () => {
    const grant = await sharing.grant({ resource: 'card-trips', fields: ['line'] });
    const { receipt } = await sharing.ok<{ receipt: { sequence: number } }>('GET', `/v1/data/${grant}/rows?limit=3`, bank);
    await signed(grant, 1);
    const database = new SqliteDatabase(join(sharing.system.data, 'audit.db'));
    const change = (from: string, to: string): void =>
      void database.prepare('UPDATE entries SET text = replace(text, ?, ?) WHERE sequence = ?').run(from, to, receipt.sequence);
    change('"rows":3', '"rows":1');
    expect(await codeOf('GET', `/v1/usage-receipts?grant=${grant}`, bank)).toBe('INTERNAL');
    const log = (): string => readFileSync(join(sharing.system.folder, 'gateway.log'), 'utf8');
    await services.until(() => log().includes('a usage receipt has its signed root'), 'the log', 60_000);
    change('"rows":1', '"rows":3');
    database.close();
    expect((await receipts(grant, bank)).items.length).toBe(1);
  });

  it('the bank sells its copy: the order of the rows says whose it was', async () => {
    const marked = { resource: 'card-trips', fields: ['id', 'line'], handling: { marked: true } };
    const grant = await sharing.grant(marked);
    await sharing.grant({ ...marked, consumer: 'the-third' });
    const { items: rows } = await sharing.ok<{ items: object[] }>('GET', `/v1/data/${grant}/rows?limit=500`, bank);
    const found = rows.slice(33, 433).map((row) => JSON.stringify(row));
    const { items } = await sharing.ok<{ items: { grant: string; consumer: string; match: boolean }[] }>(
      'POST',
      '/v1/catalogue/card-trips/copies',
      transport,
      { rows: found },
    );
    expect(items.filter(({ match }) => match)).toEqual([expect.objectContaining({ grant, consumer: 'the-consumer' })]);
  });

  it('the second department asks two harmless questions to learn of one person', async () => {
    const template = { template: 'trips-count', resource: 'card-trips', title: 'x', kind: 'count', reason: 'agreed' };
    await sharing.ok('POST', '/v1/templates', transport, { ...template, parameters: [{ field: 'card', ops: ['ne'] }] });
    const grant = await sharing.grant({
      resource: 'card-trips', fields: ['card'], consumer: 'the-third', handling: { level: 'aggregate', marked: false },
    }); // prettier-ignore
    const ask = (...given: object[]): Promise<string | undefined> =>
      codeOf('POST', `/v1/data/${grant}/runs`, civilAffairs, { template: 'trips-count', arguments: given });
    expect(await ask()).toBeUndefined();
    expect(await ask({ field: 'card', op: 'ne', value: 'card-77' })).toBe('QUERY_DIFFERENCING');
    expect((await audit(grant)).at(-1)).toMatchObject({ event: 'run', outcome: 'refused', code: 'QUERY_DIFFERENCING' });
  });

  it('the hospital sends more than is granted, and then goes in the middle of a stream', async () => {
    const grant = await sharing.grant(
      { resource: 'beds', fields: ['beds'], rows: [{ field: 'ward', op: 'eq', value: 'A' }], until: UNTIL },
      sharing.keys.rival,
    );
    const stream = async (): Promise<string[]> => {
      const response = await fetch(`${sharing.system.url}/v1/data/${grant}/stream`, {
        headers: { authorization: `Bearer ${bank}` },
      });
      return (await response.text()).trim().split('\n');
    };
    const whole = await stream();
    expect(whole.length).toBe(2501);
    expect(whole.slice(0, -1).every((line) => Number((JSON.parse(line) as { beds: string }).beds) % 2 === 0)).toBe(true);
    hospital.goes = true;
    const broken = await stream();
    const { $end: end } = JSON.parse(broken.at(-1)!) as {
      $end: { rows: number; complete: boolean; error: object; receipt: { sequence: number } };
    };
    expect(end).toMatchObject({ rows: 500, complete: false, error: { code: 'SOURCE_UNAVAILABLE' } });
    // What did leave has its receipt all the same.
    const { items } = await receipts(grant, bank);
    expect(items.at(-1)!.receipt).toMatchObject({
      sequence: end.receipt.sequence,
      rows: 500,
      outcome: 'failed',
      event: 'stream-end',
    });
  });

  it('the auditor looks without saying why, and where it says why, that is seen', async () => {
    const grant = await sharing.grant({ resource: 'card-trips', fields: ['line'] });
    expect(await codeOf('GET', `/v1/usage-receipts?grant=${grant}`, sharing.keys.auditor)).toBe('RECEIPT_REASON_MISSING');
    expect(await codeOf('GET', `/v1/data/${grant}/rows`, sharing.keys.auditor)).toBe('ACTION_FORBIDDEN');
    await sharing.ok('GET', `/v1/usage-receipts?grant=${grant}&reason=curious`, sharing.keys.auditor);
    expect((await audit(grant)).at(-1)).toMatchObject({ event: 'inspect', organisation: 'the-auditor', reason: 'curious' });
  });
}
