/**
 * The naive client of Fabric: the SDK's own signer, one invoice a transaction, `concurrency` of them under way, each on a
 * till of its own so that none overtakes another. Input: network (file), operator, work: [{till, seller}], seconds, seed.
 */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { issueBatchOf } from './fabric-sale.mjs';
import { random } from './sales.mjs';

const require = createRequire(import.meta.url);
const { Client, credentials } = require('@grpc/grpc-js');
const { connect, signers } = require('@hyperledger/fabric-gateway');

const { networkFile, operator, work, seconds, seed } = JSON.parse(process.argv[2]);
const network = JSON.parse(readFileSync(networkFile, 'utf8'));
const organisation = network.organisations.Merchants;
const { peer } = organisation;
const folder = path.join(organisation.identitiesFolder, operator);
const client = new Client(peer.endpoint, credentials.createSsl(readFileSync(peer.tlsCaFile)), {
  'grpc.ssl_target_name_override': peer.tlsName,
});
const gateway = connect({
  client,
  identity: { mspId: organisation.mspId, credentials: readFileSync(path.join(folder, 'cert.pem')) },
  signer: signers.newPrivateKeySigner(createPrivateKey(readFileSync(path.join(folder, 'key.pem')))),
});
const contract = gateway.getNetwork(network.channel).getContract(network.chaincode);
const next = random(seed);
const latencies = [];
const problems = new Map();
let order = 0;

async function one({ till, seller }) {
  const started = performance.now();
  try {
    order += 1;
    const answer = await contract.submit('invoice:issue', {
      transientData: { batch: issueBatchOf(next, till, `N-${seed}-${till}-${order}`, seller) },
      endorsingOrganizations: ['TaxBureau', 'Merchants'],
    });
    const [verdict] = JSON.parse(Buffer.from(answer).toString());
    if (!verdict.accepted) throw new Error(verdict.code);
    latencies.push(performance.now() - started);
  } catch (error) {
    const text = String(error.message).slice(0, 120);
    problems.set(text, (problems.get(text) ?? 0) + 1);
  }
}

process.stdin.once('data', async () => {
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    work.map(async (place) => {
      while (performance.now() < end) await one(place);
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  const cpu = process.cpuUsage();
  const out = {
    rate: latencies.length / elapsed,
    latencies,
    problems: Object.fromEntries(problems),
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
  process.stdout.write(`${JSON.stringify(out)}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
