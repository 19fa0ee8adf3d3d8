import { createHash, X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, issueCertificate, type KeyPair } from '../../gateway/src/ledger/fabric/certificate-authority';
import { AccessStore } from '../../gateway/src/stores/access-store';
import { openSqlite } from '../../gateway/src/stores/sqlite';
import { readTlsSettings } from '../../gateway/src/tls-settings';
import { startSharing, type SharingSystem } from '../support/sharing';
import { services } from '../support/system';

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly challenge: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}
/** SHA-256 of the DER, RFC 8705 §3.1. */
const thumbprintOf = ({ certificate }: KeyPair): string =>
  createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url');

describe('a machine with a client certificate', () => {
  let home: string;
  let sharing: SharingSystem;
  let port: number;
  let grant: string;
  /** The API key that is bound to `own`. */
  let bound: string;
  const pairs = {} as Record<'authority' | 'other' | 'own' | 'stranger', KeyPair>;
  const agents: Agent[] = [];

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lianpiao-certificates-'));
    pairs.authority = await createAuthority('machines', 'city');
    const strangers = await createAuthority('machines', 'city');
    const host = { commonName: 'localhost', organisation: 'city', hosts: ['127.0.0.1', 'localhost'] };
    const server = await issueCertificate(pairs.authority, host);
    pairs.own = await issueCertificate(pairs.authority, { commonName: 'till', organisation: 'city' });
    pairs.other = await issueCertificate(pairs.authority, { commonName: 'till', organisation: 'city' });
    pairs.stranger = await issueCertificate(strangers, { commonName: 'till', organisation: 'city' });
    const file = (name: string, text: string): string => {
      writeFileSync(join(home, name), text, { mode: 0o600 });
      return join(home, name);
    };
    port = await services.freePort();
    sharing = await startSharing({
      LIANPIAO_TLS_PORT: String(port),
      LIANPIAO_TLS_CERT: file('server.pem', server.certificate),
      LIANPIAO_TLS_KEY: file('server.key', server.privateKey),
      LIANPIAO_CLIENT_CA: file('clients.pem', pairs.authority.certificate),
    });
    await sharing.postgres.run('CREATE TABLE trips (id int PRIMARY KEY, stop text)');
    await sharing.postgres.run("INSERT INTO trips SELECT n, 'stop-' || n FROM generate_series(1, 5) n");
    await sharing.ok('POST', '/v1/catalogue', sharing.keys.provider, {
      resource: 'trips',
      title: '行程',
      source: { connection: 'city-db', table: 'trips', key: 'id' },
      fields: [{ name: 'id', type: 'number' }, { name: 'stop' }],
      reason: 'plan',
    });
    grant = await sharing.grant({ resource: 'trips', fields: ['stop'] });
    const wanted = { organisation: 'the-consumer', label: 'bound', certificate: thumbprintOf(pairs.own), reason: 'machine' };
    const made = await sharing.ok<{ apiKey: string }>('POST', '/v1/api-keys', sharing.keys.consumer, wanted);
    expect(made).toMatchObject({ certificate: wanted.certificate });
    bound = made.apiKey;
  });
  afterAll(async () => {
    for (const agent of agents) agent.destroy();
    await sharing.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** Connections of one certificate; without one where none is named. */
  function connection(of?: KeyPair): Agent {
    const own = of === undefined ? {} : { cert: of.certificate, key: of.privateKey };
    const agent = new Agent({ ca: pairs.authority.certificate, keepAlive: true, maxSockets: 1, ...own });
    agents.push(agent);
    return agent;
  }
  function ask(agent: Agent, method: string, path: string, apiKey: string, body?: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${apiKey}`, ...(body && { 'content-type': 'application/json' }) };
      const sent = request({ host: '127.0.0.1', port, agent, method, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () => {
          const answer = JSON.parse(text) as Answer['body'];
          const code = answer['code'] === undefined ? {} : { code: answer['code'] as string };
          resolve({ status: response.statusCode ?? 0, challenge: response.headers['www-authenticate'], body: answer, ...code });
        });
      });
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
  const UNPROVEN = { status: 401, code: 'CERTIFICATE_UNPROVEN', challenge: 'Bearer error="invalid_token"' };
  const rows = (): string => `/v1/data/${grant}/rows?limit=2`;
  const audited = async (): Promise<number> => {
    const path = `/v1/grants/${grant}/audit?limit=500`;
    interface Page {
      readonly items: readonly { readonly entry: { readonly outcome: string; readonly code?: string } }[];
    }
    const { items } = await sharing.ok<Page>('GET', path, sharing.keys.provider);
    return items.filter(({ entry }) => entry.outcome === 'refused' && entry.code === 'CERTIFICATE_UNPROVEN').length;
  };

  it('uses a key over connections that prove the certificate it is bound to, and nobody uses it over others', async () => {
    const own = connection(pairs.own);
    expect(await ask(own, 'GET', '/v1/session', bound)).toMatchObject({ status: 200, body: { organisation: 'the-consumer' } });
    expect(await ask(own, 'GET', rows(), bound)).toMatchObject({ status: 200 });
    // Within the second in which the key is believed: what is known of it is nothing of this connection.
    for (const [name, agent] of Object.entries({
      another: connection(pairs.other),
      'of an authority that does not count': connection(pairs.stranger),
      none: connection(),
    })) {
      expect({ name, ...(await ask(agent, 'GET', '/v1/session', bound)) }).toMatchObject({ name, ...UNPROVEN });
      expect({ name, ...(await ask(agent, 'GET', rows(), bound)) }).toMatchObject({ name, ...UNPROVEN });
    }
    expect(await ask(own, 'GET', rows(), bound)).toMatchObject({ status: 200 });
    const plain = await sharing.system.call<{ code: string }>('GET', rows(), bound);
    expect([plain.status, plain.body.code]).toEqual([401, 'CERTIFICATE_UNPROVEN']);
    expect(await audited()).toBe(4);
    // A change that is asked for so is written down, too.
    expect(await ask(connection(), 'POST', `/v1/grants/${grant}/propose-revocation`, bound, { reason: 'x' })).toMatchObject(
      UNPROVEN,
    );
    const { items } = await sharing.ok<{ items: { entry: { event: string; code?: string } }[] }>(
      'GET',
      '/v1/audit?limit=500',
      sharing.keys.auditor,
    );
    expect(items.filter(({ entry }) => entry.event === 'sharing' && entry.code === 'CERTIFICATE_UNPROVEN').length).toBe(1);
    // A key that is bound to none is taken over any connection.
    for (const agent of [own, connection()])
      expect(await ask(agent, 'GET', '/v1/session', sharing.keys.consumer)).toMatchObject({ status: 200 });
  });

  it('gets tokens that are shown over the same certificate alone', async () => {
    const before = await audited();
    const own = connection(pairs.own);
    // A token is bound by the connection that it was asked for over, whatever the key is.
    for (const apiKey of [bound, sharing.keys.consumer]) {
      const made = await ask(own, 'POST', `/v1/grants/${grant}/tokens`, apiKey, {});
      expect(made).toMatchObject({ status: 201, body: { tokenType: 'Bearer' } });
      const token = String(made.body['token']);
      const [claims = ''] = token.slice('lpg_'.length).split('.');
      expect(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))).toMatchObject({
        cnf: { 'x5t#S256': thumbprintOf(pairs.own) },
      });
      for (const agent of [connection(pairs.other), connection()])
        expect(await ask(agent, 'GET', rows(), token)).toMatchObject(UNPROVEN);
      expect((await sharing.system.call<{ code: string }>('GET', rows(), token)).body.code).toBe('CERTIFICATE_UNPROVEN');
      // What was refused used nothing up; another connection of the same certificate is as good.
      expect(await ask(connection(pairs.own), 'GET', rows(), token)).toMatchObject({ status: 200 });
    }
    expect((await audited()) - before).toBe(6);
    // Without TLS of ours there is nothing to bind to.
    const free = await sharing.ok<{ token: string }>('POST', `/v1/grants/${grant}/tokens`, sharing.keys.consumer, {});
    expect(await ask(connection(), 'GET', rows(), free.token)).toMatchObject({ status: 200 });
  });

  it('is served by no gateway whose settings are not whole', () => {
    const [cert, key, ca] = ['server.pem', 'server.key', 'clients.pem'].map((name) => join(home, name)) as [
      string,
      string,
      string,
    ];
    const [LIANPIAO_TLS_CERT, LIANPIAO_TLS_KEY, LIANPIAO_CLIENT_CA] = [cert, key, ca];
    expect(readTlsSettings({})).toBeUndefined();
    expect(readTlsSettings({ LIANPIAO_TLS_CERT, LIANPIAO_TLS_KEY })).toMatchObject({ port: 3443, clientCa: undefined });
    const wrong: [NodeJS.ProcessEnv, RegExp][] = [
      [{ LIANPIAO_CLIENT_CA }, /^LIANPIAO_CLIENT_CA needs/],
      [{ LIANPIAO_TLS_CERT }, /go together$/],
      [{ LIANPIAO_TLS_CERT, LIANPIAO_TLS_KEY, LIANPIAO_TLS_PORT: '70000' }, /^LIANPIAO_TLS_PORT/],
      [{ LIANPIAO_TLS_CERT: ca, LIANPIAO_TLS_KEY }, /^LIANPIAO_TLS_CERT cannot be used/],
      [{ LIANPIAO_TLS_CERT, LIANPIAO_TLS_KEY, LIANPIAO_CLIENT_CA: join(home, 'none.pem') }, /^LIANPIAO_CLIENT_CA cannot be used/],
    ];
    for (const [environment, sentence] of wrong) expect(() => readTlsSettings(environment)).toThrow(sentence);
    chmodSync(key, 0o644);
    expect(() => readTlsSettings({ LIANPIAO_TLS_CERT, LIANPIAO_TLS_KEY })).toThrow(/^LIANPIAO_TLS_KEY cannot be used/);
  });

  it('keys of before go on in a folder that is opened again', () => {
    const folder = join(home, 'before');
    const first = new AccessStore(folder);
    const { id, apiKey } = first.create('shop', 'merchant', 'till', 1);
    first.close();
    const table = openSqlite(join(folder, 'access.db'), 'FULL');
    table.exec('ALTER TABLE api_keys DROP COLUMN certificate');
    table.close();
    const again = new AccessStore(folder);
    expect(again.authenticate(apiKey)).toEqual({ organisation: 'shop', role: 'merchant', keyId: id });
    const bind = again.create('shop', 'merchant', 'machine', 2, 'a'.repeat(43));
    expect(again.authenticate(bind.apiKey)).toMatchObject({ certificate: 'a'.repeat(43) });
    expect(
      again
        .list('shop', '', 10)
        .map(({ label, certificate }) => [label, certificate])
        .sort(),
    ).toEqual([
      ['machine', 'a'.repeat(43)],
      ['till', null],
    ]);
    again.close();
  });
});
