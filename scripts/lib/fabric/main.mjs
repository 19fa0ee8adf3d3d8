// ./scripts/fabric up|down|status|gateway: see the script of that name.
import { readdirSync, rmSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { binaries as findBinaries } from './binaries.mjs';
import { makeGatewayFolder } from './gateway-folder.mjs';
import { readPlan } from './plan.mjs';
import { knownProcesses, stopProcess } from './processes.mjs';

const CHAINCODE = path.join(import.meta.dirname, '../../../chaincode');
/** The plan last: without it we do not know that the rest is ours. */
const OURS = ['network.json', 'gateways', 'starting.pid', 'run', 'logs', 'nodes', 'organisations', 'channel', 'plan.json'];
const started = Date.now();
const say = (text) => console.log(text);
const sayWithTime = (text) => say(`${text}  (${((Date.now() - started) / 1000).toFixed(1)} s)`);

const COMMANDS = {
  /** Builds the programs only. */
  async build() {
    say(await findBinaries(say));
  },

  async up(folder, { chaincode }) {
    // Loaded here: it needs the rooms built, and `build` does not.
    const { up } = await import('./up.mjs');
    const file = await up(folder, { chaincode, say: sayWithTime });
    sayWithTime(`network    ${file}`);
  },

  async prepare(folder, { chaincode }) {
    const { prepare } = await import('./up.mjs');
    await prepare(folder, { chaincode, say: sayWithTime });
    sayWithTime(`prepared   ${folder}`);
  },

  async deploy(folder, { chaincode }) {
    const { deploy } = await import('./up.mjs');
    sayWithTime(`network    ${await deploy(folder, { chaincode, say: sayWithTime })}`);
  },

  async down(folder, { purge }) {
    // Who stands on another ends before it: chaincode and peers before orderers.
    const order = ['chaincode-', 'peer-', 'orderer'];
    const known = knownProcesses(folder);
    for (const prefix of order) {
      await Promise.all(known.filter((name) => name.startsWith(prefix)).map((name) => stopProcess(folder, name)));
    }
    say(purge ? purgeFolder(folder) : `ended; everything is kept in ${folder}`);
  },

  async status(folder) {
    const { status, table } = await import('./status.mjs');
    const { rows, isWell } = await status(planOf(folder), await findBinaries(say));
    say(table(rows));
    process.exitCode = isWell ? 0 : 1;
  },

  async gateway(folder, { names: [mspId, ...rest], out }) {
    if (rest.length > 0) throw new Error('gateway wants one organisation');
    say(makeGatewayFolder(folder, mspId, out === undefined ? path.join(folder, 'gateways', mspId ?? '') : path.resolve(out)));
  },

  async stop(folder, { names, kill }) {
    const { orderers, peers } = planOf(folder);
    const members = [...orderers, ...peers, ...peers.map(({ chaincode }) => chaincode)].map((member) => member.name);
    const unknown = names.filter((name) => !members.includes(name));
    if (names.length === 0 || unknown.length > 0) throw new Error(`stop wants names out of: ${members.join(' ')}`);
    for (const name of names) await stopProcess(folder, name, kill ? 'SIGKILL' : 'SIGTERM');
  },
};

/** Deletes what we made, and the folder when nothing else is in it. */
function purgeFolder(folder) {
  if (readPlan(folder) === undefined) return `there is no Fabric network in ${folder}: nothing is deleted`;
  for (const name of OURS) rmSync(path.join(folder, name), { recursive: true, force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
  return `ended and deleted: ${folder}`;
}

function planOf(folder) {
  const plan = readPlan(folder);
  if (plan === undefined) throw new Error(`there is no Fabric network in ${folder}: ./scripts/fabric up makes one`);
  return plan;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: './data/fabric' },
    chaincode: { type: 'string' },
    out: { type: 'string' },
    purge: { type: 'boolean', default: false },
    kill: { type: 'boolean', default: false },
  },
});
const [name, ...names] = positionals;
try {
  if (!Object.hasOwn(COMMANDS, name ?? ''))
    throw new Error(
      'usage: ./scripts/fabric up|down [--purge]|status|stop NAME… [--kill]|gateway ORGANISATION [--out DIR]  [--data DIR]',
    );
  await COMMANDS[name](path.resolve(values.data), { ...values, names, chaincode: path.resolve(values.chaincode ?? CHAINCODE) });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
