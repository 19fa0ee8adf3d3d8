// The chaincode's processes on this machine: one an organisation, called by its peer over TLS.
import { createRequire } from 'node:module';
import path from 'node:path';
import { places } from './plan.mjs';
import { lastWords, pidOf, startProcess, stopProcess } from './processes.mjs';

/** Starts the process of a deployment unless it runs. */
export function ensureRuns({ folder, peer, room, package: { id } }) {
  const { name, port } = peer.chaincode;
  if (pidOf(folder, name) !== undefined) return;
  const tls = path.join(places.node(folder, name), 'tls');
  const options = [
    ['--chaincode-address', `127.0.0.1:${port}`],
    ['--chaincode-id', id],
    ['--chaincode-tls-cert-file', path.join(tls, 'cert.pem')],
    ['--chaincode-tls-key-file', path.join(tls, 'key.pem')],
    ['--chaincode-tls-client-cacert-file', path.join(tls, 'ca.pem')],
  ];
  const shim = createRequire(path.join(room, 'package.json')).resolve('fabric-shim/cli');
  // The bureau's endorser is the one that refuses a time far from its clock's (docs/architecture.md).
  const guard = peer.mspId === 'TaxBureau' ? { LIANPIAO_CLOCK_GUARD: '1' } : {};
  startProcess(folder, {
    name,
    command: process.execPath,
    args: [shim, 'server', ...options.flat()],
    cwd: room,
    env: { CORE_CHAINCODE_LOGGING_LEVEL: 'ERROR', NODE_ENV: 'production', ...guard },
  });
}

/** Ends the process of a deployment. */
export function stop({ folder, peer }) {
  return stopProcess(folder, peer.chaincode.name);
}

/** @returns an error with its last words when the process ended by itself. */
export function problemOf({ folder, peer: { chaincode } }) {
  if (pidOf(folder, chaincode.name) !== undefined) return undefined;
  return new Error(`${chaincode.name} ended. Its last words:\n${lastWords(folder, chaincode.name)}`);
}

/** Where somebody else runs the processes (containers): nothing to start, to end or to look after. */
export const ELSEWHERE = { ensureRuns: () => {}, stop: async () => {}, problemOf: () => undefined };
