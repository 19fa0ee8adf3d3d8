import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectory } from '../support/sharing';
import { services, startSystem, type TestSystem } from '../support/system';

const CONTEXT = ['https://w3id.org/dspace/2025/1/context.jsonld'];

/** A connector of another organisation that answers as it is told. */
interface Peer {
  readonly url: string;
  readonly heard: string[];
  status: number;
  stop(): Promise<void>;
}

async function startPeer(): Promise<Peer> {
  const heard: string[] = [];
  const server: Server = createServer((request, response) => {
    heard.push(request.url ?? '');
    request.resume();
    if (peer.status === 0) request.socket.destroy();
    else if (peer.status === 302) response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end();
    else response.writeHead(peer.status).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  const peer: Peer = {
    url: `http://127.0.0.1:${String(port)}`,
    heard,
    status: 200,
    stop: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
  return peer;
}

describe('connectors that do not behave', () => {
  let home: string;
  let system: TestSystem;
  let peer: Peer;
  const keys: Record<string, string> = {};
  let pids = 0;

  beforeAll(async () => {
    peer = await startPeer();
    home = mkdtempSync(join(tmpdir(), 'lianpiao-peers-'));
    mkdirSync(join(home, 'files'));
    writeFileSync(join(home, 'files', 'stops.csv'), 'stop\nn1\n');
    const connections = { files: { kind: 'csv', folder: join(home, 'files'), organisations: ['the-provider'] } };
    const peers = { 'the-peer': { addresses: [peer.url] } };
    for (const [name, content] of Object.entries({ sources: { connections }, peers: { peers } }))
      writeFileSync(join(home, `${name}.json`), JSON.stringify(content), { mode: 0o600 });
    const settings = { LIANPIAO_SOURCES: join(home, 'sources.json'), LIANPIAO_PEERS: join(home, 'peers.json') };
    system = await startSystem({ ...settings, LIANPIAO_LOG_LEVEL: 'warn' });
    for (const [name, role] of Object.entries({ provider: 'provider', peer: 'consumer', stranger: 'consumer' })) {
      const registration = { organisation: `the-${name}`, role, party: { name } };
      keys[name] = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
    }
    const resource = {
      resource: 'stops',
      title: '客流',
      source: { connection: 'files', file: 'stops.csv' },
      fields: [{ name: 'stop' }],
    };
    await call('provider', '/v1/catalogue', { ...resource, reason: 'open' });
    const entry = await openDirectory(system, 'the-provider', keys['provider'] ?? '');
    await call('provider', '/v1/catalogue/stops/entry', { entry, reason: 'open' });
    const terms = { until: '2036-01-01T00:00:00Z', purpose: { code: 'research', text: 'x' }, fields: ['stop'], reason: 'x' };
    await call('provider', '/v1/offers', { offer: 'offer-1', resource: 'stops', ...terms });
  });
  afterAll(async () => {
    await system.stop();
    await peer.stop();
    rmSync(home, { recursive: true, force: true });
  });

  type Answer = Readonly<Record<string, unknown>>;
  const call = (name: string, path: string, body?: unknown): Promise<{ status: number; body: Answer }> =>
    system.call<Answer>(body === undefined ? 'GET' : 'POST', path, keys[name], body);
  const wish = (more: Answer = {}): Answer => {
    pids += 1;
    return {
      '@context': CONTEXT,
      '@type': 'ContractRequestMessage',
      consumerPid: `urn:uuid:${String(pids)}`,
      offer: { '@type': 'Offer', '@id': 'offer-1', target: 'stops', permission: [{ action: 'use' }] },
      callbackAddress: peer.url,
      ...more,
    };
  };
  const ask = (more: Answer = {}, name = 'peer'): Promise<{ status: number; body: Answer }> =>
    call(name, '/dsp/2025-1/negotiations/request', wish(more));

  it.each<[string, Answer, number, string]>([
    ['a callback to a machine of its choice', { callbackAddress: 'http://127.0.0.1:9/x' }, 403, 'PEER_UNKNOWN'],
    [
      'an offer that is not there',
      { offer: { '@type': 'Offer', '@id': 'offer-9', permission: [{ action: 'use' }] } },
      404,
      'OFFER_UNKNOWN',
    ],
    ['another target', { offer: { '@type': 'Offer', '@id': 'offer-1', target: 'beds' } }, 400, 'MESSAGE_MISMATCH'],
    ['a context to be fetched', { '@context': ['http://127.0.0.1:9/context.jsonld'] }, 400, 'CONTEXT_UNSUPPORTED'],
    ['no callback', { callbackAddress: undefined }, 400, 'FIELD_MISSING'],
  ])('are told so: %s', async (_, more, status, code) => {
    const answer = await ask(more);
    expect(answer).toMatchObject({ status, body: { '@type': 'ContractNegotiationError', '@context': CONTEXT, code } });
    expect(peer.heard).toEqual([]);
  });

  it('are refused when the operator listed no connector of theirs, and without a key', async () => {
    expect((await ask({}, 'stranger')).body['code']).toBe('PEER_UNKNOWN');
    expect((await ask({}, 'nobody')).body['code']).toBe('CREDENTIALS_MISSING');
  });

  it('may repeat a request, and not change it; others do not see it', async () => {
    const first = wish();
    const path = '/dsp/2025-1/negotiations/request';
    const one = await call('peer', path, first);
    expect(one).toMatchObject({ status: 201, body: { state: 'REQUESTED', consumerPid: first['consumerPid'] } });
    expect((await call('peer', path, first)).body).toEqual(one.body);
    expect((await call('peer', path, { ...first, note: 'more' })).body['code']).toBe('NEGOTIATION_EXISTS');
    const pid = String(one.body['providerPid']);
    expect((await call('stranger', `/dsp/2025-1/negotiations/${pid}`)).body['code']).toBe('NEGOTIATION_UNKNOWN');
    const event = {
      '@context': CONTEXT,
      '@type': 'ContractNegotiationEventMessage',
      consumerPid: 'urn:uuid:none',
      providerPid: pid,
    };
    const accepted = await call('peer', `/dsp/2025-1/negotiations/${pid}/events`, { ...event, eventType: 'ACCEPTED' });
    expect(accepted.body).toMatchObject({ code: 'MESSAGE_MISMATCH', providerPid: pid });
    // A consumer does not finalize.
    const finalized = await call('peer', `/dsp/2025-1/negotiations/${pid}/events`, { ...event, eventType: 'FINALIZED' });
    expect(finalized.body['code']).toBe('MESSAGE_MISMATCH');
  });

  it.each([
    [400, 'PEER_REFUSED', null],
    [500, 'PEER_UNAVAILABLE', 'OFFERED'],
    [302, 'PEER_UNAVAILABLE', 'OFFERED'],
    [0, 'PEER_UNAVAILABLE', 'OFFERED'],
  ])('that answer %s change no state; once they take the message, it counts', async (status, code, pending) => {
    const pid = String((await ask()).body['providerPid']);
    peer.status = status;
    expect((await call('provider', `/v1/negotiations/${pid}/offer`, { reason: 'x' })).body['code']).toBe(code);
    expect((await call('provider', `/v1/negotiations/${pid}`)).body).toMatchObject({ state: 'REQUESTED', pending });
    peer.status = 200;
    expect((await call('provider', `/v1/negotiations/${pid}/offer`, { reason: 'x' })).body).toMatchObject({
      state: 'OFFERED',
      pending: null,
    });
  });

  it('get no transfer under a grant that is not theirs, or does not hold', async () => {
    const grant = { grant: 'grant-1', resource: 'stops', consumer: 'the-peer', until: '2036-01-01T00:00:00Z', fields: ['stop'] };
    await call('provider', '/v1/grants', { ...grant, purpose: { code: 'research', text: 'x' }, reason: 'x' });
    const transfer = (agreementId: string): Answer => {
      const { consumerPid } = wish();
      const message = { '@context': CONTEXT, '@type': 'TransferRequestMessage', consumerPid, agreementId };
      return { ...message, format: 'HttpData-PULL', callbackAddress: peer.url };
    };
    const path = '/dsp/2025-1/transfers/request';
    expect((await call('stranger', path, transfer('grant-1'))).body).toMatchObject({
      '@type': 'TransferError',
      code: 'GRANT_UNKNOWN',
    });
    expect((await call('peer', path, transfer('urn:uuid:none'))).body['code']).toBe('GRANT_UNKNOWN');
    expect((await call('peer', path, { ...transfer('grant-1'), format: 'Fax' })).body['code']).toBe('FIELD_INVALID');
    const asked = await call('peer', path, transfer('grant-1'));
    expect(asked.status).toBe(201);
    await call('provider', '/v1/grants/grant-1/revoke', { reason: 'over' });
    const started = await call('provider', `/v1/transfers/${String(asked.body['providerPid'])}/start`, { reason: 'x' });
    expect(started.body['code']).toBe('GRANT_REVOKED');
  });
});
