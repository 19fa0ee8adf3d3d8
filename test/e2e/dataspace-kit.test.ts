import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decide, runKit, startSignals, type Decision } from '../support/dsp-tck';
import { openDirectory } from '../support/sharing';
import { services, startSystem, type TestSystem } from '../support/system';

const UNTIL = '2036-01-01T00:00:00Z';
const offer: Decision = ['REQUESTED', 'offer'];
const agree: Decision = ['REQUESTED', 'agree'];
const finalize: Decision = ['VERIFIED', 'finalize'];
const start: Decision = ['REQUESTED', 'start'];
const accept: Decision = ['OFFERED', 'accept'];
const verify: Decision = ['AGREED', 'verify'];

/** What our provider's people decide in each of the kit's scenarios (its test plan): the kit plays the consumer. */
const AS_PROVIDER: Readonly<Record<string, readonly Decision[]>> = {
  acn0101: [offer],
  acn0102: [offer, ['REQUESTED', 'terminate']],
  acn0103: [offer, ['ACCEPTED', 'agree'], finalize],
  acn0104: [agree, finalize],
  acn0201: [['REQUESTED', 'terminate']],
  acn0202: [],
  acn0203: [agree],
  acn0204: [offer],
  acn0205: [offer, ['OFFERED', 'terminate']],
  acn0206: [offer, ['ACCEPTED', 'terminate']],
  acn0207: [agree, ['VERIFIED', 'terminate']],
  acn0301: [agree, finalize],
  acn0302: [offer],
  acn0303: [offer],
  acn0304: [offer],
};
const AS_CONSUMER: Readonly<Record<string, readonly Decision[]>> = {
  acnc0101: [accept, verify],
  acnc0102: [['OFFERED', 'counter']],
  acnc0103: [['OFFERED', 'terminate']],
  acnc0104: [verify],
  acnc0201: [],
  acnc0202: [['REQUESTED', 'terminate']],
  acnc0203: [['AGREED', 'terminate']],
  acnc0204: [],
  acnc0205: [accept],
  acnc0206: [verify],
  acnc0301: [],
  acnc0302: [],
  acnc0303: [],
  acnc0304: [accept],
  acnc0305: [accept],
  acnc0306: [accept],
};
const TRANSFER_AS_PROVIDER: Readonly<Record<string, readonly Decision[]>> = {
  atp0101: [start, ['STARTED', 'terminate']],
  atp0102: [start, ['STARTED', 'complete']],
  atp0103: [start, ['STARTED', 'suspend'], ['SUSPENDED', 'terminate']],
  atp0104: [start, ['STARTED', 'suspend'], ['SUSPENDED', 'start'], ['STARTED', 'complete']],
  atp0105: [['REQUESTED', 'terminate']],
  atp0201: [start],
  atp0202: [start],
  atp0203: [start],
  atp0204: [start],
  atp0205: [],
  atp0301: [],
  atp0302: [],
  atp0303: [start],
  atp0304: [start],
  atp0305: [start],
  atp0306: [start],
};
const TRANSFER_AS_CONSUMER: Readonly<Record<string, readonly Decision[]>> = {
  atpc0101: [],
  atpc0102: [],
  atpc0103: [],
  atpc0104: [],
  atpc0105: [],
  atpc0201: [['STARTED', 'terminate']],
  atpc0202: [['STARTED', 'complete']],
  atpc0203: [
    ['STARTED', 'suspend'],
    ['SUSPENDED', 'terminate'],
  ],
  atpc0204: [],
  atpc0205: [['REQUESTED', 'terminate']],
  atpc0301: [],
  atpc0302: [],
  atpc0303: [],
  atpc0304: [],
  atpc0305: [],
  atpc0306: [],
};

/** `acn0101` is scenario `CN_01_01`, `acnc0101` is `CN_C_01_01`. */
function settingsOf(ids: readonly string[], make: (id: string) => Readonly<Record<string, string>>): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const id of ids) {
    const [, group = '', consumer = '', one = '', two = ''] = /^a(cn|tp)(c?)(\d\d)(\d\d)$/.exec(id) ?? [];
    const name = `${group.toUpperCase()}${consumer === '' ? '' : '_C'}_${one}_${two}`;
    for (const [key, value] of Object.entries(make(id))) settings[`${name}_${key}`] = value;
  }
  return settings;
}

describe('the official Dataspace Protocol kit', () => {
  let home: string;
  let system: TestSystem;
  let kitPort: number;
  const keys: Record<string, string> = {};

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lianpiao-dataspace-'));
    mkdirSync(join(home, 'files'));
    writeFileSync(join(home, 'files', 'stops.csv'), 'stop,passengers\nn1,10\n');
    kitPort = await services.freePort();
    const connections = { files: { kind: 'csv', folder: join(home, 'files'), organisations: ['the-provider'] } };
    const peers = { 'the-kit': { addresses: [`http://localhost:${String(kitPort)}`] } };
    for (const [name, content] of Object.entries({ sources: { connections }, peers: { peers } }))
      writeFileSync(join(home, `${name}.json`), JSON.stringify(content), { mode: 0o600 });
    const settings = { LIANPIAO_SOURCES: join(home, 'sources.json'), LIANPIAO_PEERS: join(home, 'peers.json') };
    system = await startSystem({ ...settings, LIANPIAO_LOG_LEVEL: 'warn' });
    for (const [name, role] of Object.entries({ provider: 'provider', consumer: 'consumer', kit: 'consumer' })) {
      const registration = { organisation: `the-${name}`, role, party: { name } };
      keys[name] = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
    }
    await openDirectory(system, 'the-provider', keys['provider'] ?? '', 'traffic');
    for (const resource of ['cat0101', 'cat0102', 'lines', ...Object.keys(AS_PROVIDER)]) await offerResource(resource);
    for (const grant of Object.keys(TRANSFER_AS_PROVIDER)) {
      const terms = { until: UNTIL, purpose: { code: 'research', text: 'a test' }, fields: ['stop'], reason: 'agreed' };
      await ok('POST', '/v1/grants', keys['provider'], { grant, resource: 'lines', consumer: 'the-kit', ...terms });
    }
  });
  afterAll(async () => {
    await system.stop();
    rmSync(home, { recursive: true, force: true });
  });

  async function ok<Answer>(method: string, path: string, key: string | undefined, body?: unknown): Promise<Answer> {
    const answer = await system.call<Answer>(method, path, key, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text}`);
    return answer.body;
  }

  async function offerResource(resource: string): Promise<void> {
    await ok('POST', '/v1/catalogue', keys['provider'], {
      resource,
      title: '客流',
      source: { connection: 'files', file: 'stops.csv' },
      fields: [{ name: 'stop' }, { name: 'passengers', type: 'number' }],
      reason: 'open data plan',
    });
    await ok('POST', `/v1/catalogue/${resource}/entry`, keys['provider'], { entry: 'traffic', reason: 'open data plan' });
    const purpose = { code: 'research', text: 'a test' };
    await ok('POST', '/v1/offers', keys['provider'], {
      offer: `offer-${resource}`,
      resource,
      until: UNTIL,
      purpose,
      fields: ['stop'],
      reason: 'for whoever asks',
    });
  }

  const people = (plural: string, key: string | undefined): Parameters<typeof decide>[2] => {
    return async () => (await ok<{ items: never[] }>('GET', `/v1/${plural}?limit=100`, key)).items;
  };
  const acting = (plural: string, key: string | undefined): Parameters<typeof decide>[3] => {
    return async (id, word) =>
      (await system.call('POST', `/v1/${plural}/${id}/${word}`, key, { reason: `decided: ${word}` })).status;
  };

  it('finds a connector on both sides: metadata, catalogue, negotiation, transfer [rows 001-002-003:C22,D3]', async () => {
    const signals = await startSignals(async (path, wish) => {
      const body = { ...wish, providerId: 'the-kit' };
      return (await system.call('POST', `/v1${path}`, keys['consumer'], body)).status;
    });
    const { provider, consumer } = keys;
    const deciders = [
      decide(AS_PROVIDER, 'dataset', people('negotiations', provider), acting('negotiations', provider)),
      decide(AS_CONSUMER, 'dataset', people('negotiations', consumer), acting('negotiations', consumer)),
      decide(TRANSFER_AS_PROVIDER, 'agreement', people('transfers', provider), acting('transfers', provider)),
      decide(TRANSFER_AS_CONSUMER, 'agreement', people('transfers', consumer), acting('transfers', consumer)),
    ];
    const result = await runKit(join(home, 'kit.properties'), {
      'dataspacetck.debug': 'false',
      'dataspacetck.host': 'localhost',
      'dataspacetck.port': String(kitPort),
      'dataspacetck.callback.address': `http://localhost:${String(kitPort)}`,
      'dataspacetck.launcher': 'org.eclipse.dataspacetck.dsp.system.DspSystemLauncher',
      'dataspacetck.dsp.local.connector': 'false',
      'dataspacetck.dsp.connector.agent.id': 'the-consumer',
      'dataspacetck.dsp.connector.http.url': `${system.url}/dsp/2025-1`,
      'dataspacetck.dsp.connector.http.base.url': system.url,
      'dataspacetck.dsp.connector.http.headers.authorization': `Bearer ${String(keys['kit'])}`,
      'dataspacetck.dsp.connector.negotiation.initiate.url': `${signals.url}/negotiations`,
      'dataspacetck.dsp.connector.transfer.initiate.url': `${signals.url}/transfers`,
      'dataspacetck.dsp.default.wait': '15',
      CAT_01_01_DATASETID: 'cat0101',
      CAT_01_02_DATASETID: 'cat0102',
      CAT_01_03_DATASETID: 'cat0103',
      ...settingsOf(Object.keys(AS_PROVIDER), (id) => ({ DATASETID: id, OFFERID: `offer-${id}` })),
      ...settingsOf(Object.keys(AS_CONSUMER), (id) => ({ DATASETID: id })),
      ...settingsOf([...Object.keys(TRANSFER_AS_PROVIDER), ...Object.keys(TRANSFER_AS_CONSUMER)], (id) => ({
        AGREEMENTID: id,
        FORMAT: 'HttpData-PULL',
      })),
    });
    for (const decider of deciders) await decider.stop();
    await signals.stop();
    expect(result.failures).toEqual([]);
    // Two scenarios are switched off in the kit itself.
    expect(result).toMatchObject({ found: 67, passed: 65, failed: 0, skipped: 2, aborted: 0 });
  }, 600_000);
});
