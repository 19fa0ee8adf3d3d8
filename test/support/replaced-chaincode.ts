import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestNetwork } from './own-fabric';

/** A chaincode that hands out whatever its peer gives it, and writes whatever it is told. */
const PEEPING = `
const { Contract } = require('fabric-contract-api');
class Peeping extends Contract {
  constructor() { super('peeping'); }
  async peep({ stub }, collection, key) {
    return Buffer.from(await stub.getPrivateData(collection, key)).toString('utf8');
  }
  async read({ stub }, key) {
    return Buffer.from(await stub.getState(key)).toString('utf8');
  }
  async forge({ stub }, key, value) {
    await stub.putState(key, Buffer.from(value));
  }
  async enter({ stub }, text, collection) {
    const id = stub.getTxID();
    await stub.putState('batch/' + id, Buffer.from(JSON.stringify([text])));
    if (collection !== '') await stub.putPrivateData(collection, 'records/' + id + '/0000', Buffer.from('[null]'));
  }
}
exports.contracts = [Peeping];
`;

interface Peer {
  readonly mspId: string;
  readonly chaincode: { readonly port: number };
}

/** Organisations that run a chaincode of their own making behind their peers: `peeping:peep`, `peeping:read`, `peeping:forge`, `peeping:enter`. */
export class ReplacedChaincode {
  readonly #network: TestNetwork;
  readonly #code: string;
  #processes: ChildProcess[] = [];

  constructor(network: TestNetwork) {
    this.#network = network;
    this.#code = mkdtempSync(join(tmpdir(), 'lianpiao-peeping-'));
    mkdirSync(join(this.#code, 'node_modules'));
    for (const name of ['fabric-contract-api', 'fabric-shim']) {
      symlinkSync(resolve(__dirname, '../../node_modules', name), join(this.#code, 'node_modules', name));
    }
    writeFileSync(join(this.#code, 'package.json'), JSON.stringify({ name: 'peeping', version: '1.0.0', main: 'index.js' }));
    writeFileSync(join(this.#code, 'index.js'), PEEPING);
  }

  /** Puts it in the place of the real one: the peer calls whoever listens there. */
  async replace(mspId: string): Promise<void> {
    const { folder } = this.#network;
    const node = `chaincode-${mspId.toLowerCase()}`;
    const { peers } = (JSON.parse(readFileSync(join(folder, 'network.json'), 'utf8')) as { admin: { peers: Peer[] } }).admin;
    const { port } = peers.find((peer) => peer.mspId === mspId)!.chaincode;
    const tls = join(folder, 'nodes', node, 'tls');
    const id = chaincodeIdOf(folder, node);
    await this.#network.script('stop', node);
    const shim = resolve(__dirname, '../../node_modules/fabric-shim/cli');
    const options = {
      'chaincode-address': `127.0.0.1:${String(port)}`,
      'chaincode-id': id,
      'chaincode-tls-cert-file': join(tls, 'cert.pem'),
      'chaincode-tls-key-file': join(tls, 'key.pem'),
      'chaincode-tls-client-cacert-file': join(tls, 'ca.pem'),
    };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    this.#processes.push(spawn(process.execPath, [shim, 'server', ...args], { cwd: this.#code, stdio: 'ignore' }));
  }

  /** Ends what was put in place, and has the real ones run again. */
  async restore(): Promise<void> {
    const ended = this.#processes;
    this.#processes = [];
    if (ended.length === 0) return;
    const gone = ended.map((process_) => new Promise((done) => process_.once('exit', done)));
    for (const process_ of ended) process_.kill('SIGKILL');
    await Promise.all(gone);
    await this.#network.script('up');
  }

  remove(): void {
    rmSync(this.#code, { recursive: true });
  }
}

/** The id under which the peer knows the package: it stands in the arguments of the process that runs now. */
function chaincodeIdOf(folder: string, node: string): string {
  const pid = readFileSync(join(folder, 'run', `${node}.pid`), 'utf8').trim();
  const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return args[args.indexOf('--chaincode-id') + 1]!;
}
