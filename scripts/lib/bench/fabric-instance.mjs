/** A Fabric network with an instance on it, for benchmarks: sellers with tills that have their numbers already. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { knownProcesses, pidOf } from '../fabric/processes.mjs';
import { OPERATOR, startFabric } from '../up-fabric.mjs';
import { services, startInstance } from './instance.mjs';
import { random, sale } from './sales.mjs';

const require = createRequire(import.meta.url);
const { BlockStore, EmbeddedLedgerReader } = require('@lianpiao/gateway/ledger');
const { PayloadStore } = require('@lianpiao/gateway/stores');
const { RegistryReader } = require('../../../gateway/dist/issuing/registry-reader.js');

/** Pids of the network's processes by what they are: peer, orderer, chaincode. */
export function networkPids(network) {
  const pids = { peer: [], orderer: [], chaincode: [] };
  for (const name of knownProcesses(network)) pids[/^(?:peer|orderer|chaincode)/.exec(name)[0]].push(pidOf(network, name));
  return pids;
}

/** Starts network and instance; `single` puts every invoice into a transaction of its own. */
export async function startFabricInstance({ merchants = 8, tills = 25, single = false } = {}) {
  const running = [];
  let network;
  const instance = await startInstance({
    merchants,
    tills,
    prepare: (data) => {
      const { env } = startFabric(data, running);
      network = path.join(data, 'fabric');
      return { ...env, ...(single ? { LIANPIAO_FABRIC_BATCH: '1' } : {}), LIANPIAO_PROCESSES: '1' };
    },
    first: OPERATOR,
  });
  // The first sale of a till brings it its numbers: no benchmark shall pay for that.
  const next = random(7);
  for (const { apiKey, tills: names } of instance.sellers) {
    const text = names.map((till) => sale(next, till, `first-${till}`)).join('\n');
    const response = await fetch(`${instance.url}/v1/invoices/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' },
      body: text,
    });
    const lines = (await response.text()).trim().split('\n');
    const refused = lines.filter((line) => !line.includes('"status":201'));
    if (refused.length > 0) throw new Error(`a till has no numbers: ${refused[0].slice(0, 300)}`);
  }
  return {
    ...instance,
    network,
    async stop() {
      // The network lies in the instance's folder, which goes with it.
      for (const part of running) await part.stop();
      await instance.stop();
    },
  };
}

/** What a client that goes past our gateway needs of each till: its seller's opened party. */
export function tillsWithOpenings({ data, sellers }) {
  const payloads = new PayloadStore(data);
  const ledger = new EmbeddedLedgerReader(new BlockStore(data, { readonly: true }));
  const registry = new RegistryReader(ledger, payloads);
  const work = sellers.flatMap(({ organisation, tills }) => {
    const seller = registry.opening(organisation);
    return tills.map((till) => ({ till, seller }));
  });
  ledger.close();
  payloads.close();
  return work;
}

/** Runs `scripts/fabric` on the network's folder. */
export function fabricCommand(network, ...words) {
  const { status, stderr } = spawnSync(path.join(services.ROOT, 'scripts/fabric'), [...words, '--data', network], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`scripts/fabric ${words.join(' ')}: ${stderr}`);
}
