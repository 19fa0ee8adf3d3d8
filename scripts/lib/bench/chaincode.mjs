/**
 * CPU of a chaincode process for each invoice: batches of 500 in sequence of one till, over Fabric's own stub with a peer
 * that answers at once. No gRPC, no network: what is left is ours.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';

// As the scripts that start chaincode set it; Fabric's libraries read it when they are loaded.
process.env.CORE_CHAINCODE_LOGGING_LEVEL ??= 'ERROR';
const BATCH = 500;
const NOW = Date.parse('2026-03-15T02:03:04.567Z');
const SALT = '0'.repeat(32);
const PARTY = '{"name":"示例商店","taxId":"91350100M000100Y43"}';
const hex = (text) => createHash('sha256').update(text).digest('hex');

/** @param {string} folder dist of the chaincode: another build's can be compared. */
export async function chaincode(report, { batches = 12, folder = path.resolve('chaincode/dist') } = {}) {
  const require = createRequire(path.join(folder, 'index.js'));
  const { contracts } = require('./index.js');
  const { canonicalJson, partyDigest } = require('./domain/index.js');
  const { ChaincodeStub } = require('fabric-shim');
  const [Registry, Range, Invoice] = contracts;
  const made = { registry: new Registry(), range: new Range(), invoice: new Invoice() };
  const state = new Map();
  let transactions = 0;
  let calls = 0;

  async function invoke(caller, msp, [contract, name], args, transient) {
    transactions += 1;
    const writes = [];
    const answer = (value) => ((calls += 1), Promise.resolve(value));
    const stub = Object.assign(Object.create(ChaincodeStub.prototype), {
      handler: {
        handleGetState: (_, key) => answer(state.get(key) ?? Buffer.alloc(0)),
        handlePutState: (collection, key, value) => (collection === '' ? writes.push([key, value]) : 0, answer()),
        handlePutStateMetadata: () => answer(),
      },
      getTxID: () => hex(String(transactions)),
      getTxTimestamp: () => ({ seconds: Math.floor(NOW / 1000), nanos: 567_000_000 }),
      getTransient: () => new Map(Object.entries(transient).map(([key, value]) => [key, Buffer.from(JSON.stringify(value))])),
      setEvent() {},
    });
    const ctx = made[contract].createContext();
    ctx.setChaincodeStub(stub);
    ctx.setClientIdentity({ getMSPID: () => msp, getAttributeValue: () => caller });
    const payload = await made[contract].aroundTransaction(ctx, name, args);
    for (const [key, value] of writes) state.set(key, value);
    return payload;
  }

  const record = { seed: hex('seed'), fields: [{ name: 'why', text: '"bench"' }] };
  const enter = (caller, msp, names, facts) => invoke(caller, msp, names, [canonicalJson(facts)], { commands: { record } });
  const party = partyDigest({ text: PARTY, salt: SALT });
  const known = { sandbox: false, publicKey: 'A'.repeat(120), party };
  const register = (facts) => enter('bureau', 'TaxBureau', ['registry', 'registerOrganisation'], { ...known, ...facts });
  await register({ organisation: 'bureau', role: 'bureau' });
  await register({ organisation: 'shop', role: 'merchant', quota: 1_000_000 });
  await enter('bureau', 'TaxBureau', ['registry', 'registerTill'], { till: 'till-1', seller: 'shop' });
  await enter('bureau', 'TaxBureau', ['range', 'allot'], { seller: 'shop', prefix: '26440', from: 1, to: 900_000 });
  await enter('shop', 'Merchants', ['range', 'assign'], { till: 'till-1', prefix: '26440', from: 1, to: 900_000 });

  const times = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const items = Array.from({ length: BATCH }, (_, index) => sale(batch * BATCH + index));
    calls = 0;
    const before = process.cpuUsage();
    const payload = await invoke('shop', 'Merchants', ['invoice', 'issue'], [], { batch: items });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / BATCH);
    const refused = JSON.parse(payload).filter(({ accepted }) => !accepted);
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`);
  }
  const sorted = times.slice(2).sort((left, right) => left - right);
  const figure = sorted[Math.floor(sorted.length / 2)];
  report({
    name: 'fabric.chaincode',
    figure,
    unit: 'µs of CPU an invoice',
    calls,
    batch: BATCH,
    lowest: sorted[0],
    n: times.length,
  });
}

/** A sale of two lines, about 600 bytes. */
function sale(index) {
  const line = { name: '*谷物*大米', unit: '袋', quantity: '10', unitPrice: '50.00', net: '500.00', rate: '0.09', tax: '45.00' };
  const request = {
    till: 'till-1',
    orderReference: `T1-${String(index).padStart(8, '0')}`,
    buyer: { name: `买方 ${String(index % 50)}`, taxId: '91310000MA1DEMQC0F' },
    lines: [line, { ...line, name: '*谷物*小米' }],
    totals: { net: '1000.00', tax: '90.00', gross: '1090.00' },
  };
  return { request, seller: { text: PARTY, salt: SALT }, seed: hex(`seed ${String(index)}`) };
}
