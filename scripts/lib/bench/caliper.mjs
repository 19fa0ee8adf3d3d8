/**
 * Hyperledger Caliper 0.6.0 against a running network, one invoice a transaction: installed from npm once.
 * Fixed loads and fixed rates are swept; the best round counts. Its own client signs in JavaScript.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { here } from './rounds.mjs';

const run = promisify(execFile);
// Not below this repository: Caliper looks upwards for its binding and would find our two clients.
const home = path.join(tmpdir(), 'lianpiao-caliper-0.6.0');
const cli = path.join(home, 'node_modules/.bin/caliper');
const WORKERS = 2;
const ROUND_SECONDS = 10;
/** The network's folder is deleted with the network: reports that somebody wants to read lie here. */
const KEPT = path.resolve(import.meta.dirname, '../../../artefacts/bench');

async function install() {
  if (existsSync(path.join(home, 'bound'))) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'package.json'), '{"private":true}\n');
  const npm = ['install', '--no-audit', '--no-fund', '--loglevel=error', '@hyperledger/caliper-cli@0.6.0'];
  await run('npm', npm, { cwd: home });
  await run(cli, ['bind', '--caliper-bind-sut', 'fabric:fabric-gateway'], { cwd: home });
  writeFileSync(path.join(home, 'bound'), '');
}

function networkConfig({ network, operator }) {
  const { channel, chaincode, organisations } = JSON.parse(readFileSync(path.join(network, 'network.json'), 'utf8'));
  const { mspId, peer, identitiesFolder } = organisations.Merchants;
  const identity = path.join(identitiesFolder, operator);
  return {
    name: 'lianpiao',
    version: '2.0.0',
    caliper: { blockchain: 'fabric' },
    channels: [{ channelName: channel, contracts: [{ id: chaincode }] }],
    organizations: [
      {
        mspid: mspId,
        identities: {
          certificates: [
            {
              name: operator,
              clientPrivateKey: { path: path.join(identity, 'key.pem') },
              clientSignedCert: { path: path.join(identity, 'cert.pem') },
            },
          ],
        },
        peers: [
          {
            endpoint: peer.endpoint,
            tlsCACerts: { path: peer.tlsCaFile },
            grpcOptions: { 'ssl-target-name-override': peer.tlsName, 'grpc.keepalive_time_ms': 600_000 },
          },
        ],
      },
    ],
  };
}

/**
 * @param work tills with their sellers' openings: each worker has its share, so that no two transactions share a till.
 * @returns rounds with name, rate a second, seconds on average, and how many failed; and where the report lies.
 */
export async function caliperRounds({ network, operator, work, seed, loads }) {
  await install();
  const folder = path.join(network, `caliper-${seed}`);
  mkdirSync(folder, { recursive: true });
  const workFile = path.join(folder, 'work.json');
  writeFileSync(workFile, JSON.stringify(work));
  const rounds = loads.map(({ label, rateControl }, index) => ({
    label,
    txDuration: ROUND_SECONDS,
    rateControl,
    workload: {
      module: here('caliper-workload.cjs'),
      arguments: { workFile, seed: seed * 100 + index, bench: here('fabric-sale.mjs'), random: here('sales.mjs') },
    },
  }));
  writeFileSync(path.join(folder, 'network.yaml'), JSON.stringify(networkConfig({ network, operator })));
  const benchmark = { test: { name: 'one invoice a transaction', workers: { number: WORKERS }, rounds } };
  writeFileSync(path.join(folder, 'benchmark.yaml'), JSON.stringify(benchmark));
  const words = ['launch', 'manager', '--caliper-workspace', folder, '--caliper-networkconfig', 'network.yaml'];
  const more = ['--caliper-benchconfig', 'benchmark.yaml', '--caliper-flow-only-test', '--caliper-report-path', 'report.html'];
  const { stdout } = await run(cli, [...words, ...more], { cwd: home, maxBuffer: 64 * 1024 * 1024 }).catch((error) => {
    throw new Error(`Caliper: ${String(error.stdout).slice(-2000)}`, { cause: error });
  });
  return { rounds: parseTable(stdout, loads), report: keep(path.join(folder, 'report.html')) };
}

/** Copies a report to where it stays, and says where. */
function keep(report) {
  mkdirSync(KEPT, { recursive: true });
  const file = path.join(KEPT, `caliper-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.html`);
  copyFileSync(report, file);
  process.stderr.write(`Caliper's report: ${path.relative(process.cwd(), file)}\n`);
  return path.relative(process.cwd(), file);
}

/** Caliper prints a table: | Name | Succ | Fail | Send Rate | Max | Min | Avg Latency | Throughput |. */
function parseTable(text, loads) {
  return loads.flatMap(({ label }) => {
    const lines = text.split('\n').filter((line) => line.includes(`| ${label} `));
    const cells = (lines.at(-1) ?? '').split('|').map((cell) => cell.trim());
    if (cells.length < 9) return [];
    return [
      { label, succeeded: Number(cells[2]), failed: Number(cells[3]), average_s: Number(cells[7]), rate: Number(cells[8]) },
    ];
  });
}
