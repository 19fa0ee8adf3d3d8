import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { LedgerError, SIGNATURE_TYPE } from '@lianpiao/chaincode/domain';
import { Command } from 'commander';
import { loadNoteKey, type LogKey } from '../crypto/log-keys';
import { Witness } from '../witness/witness';
import { witnessServer } from '../witness/witness-server';
import { WitnessStore } from '../witness/witness-store';
import { trustedKeys } from './followed-log';
import { errorText, type Terminal } from './terminal';

interface ServeOptions {
  readonly state: string;
  readonly name: string;
  readonly log?: readonly string[];
  readonly trust?: string;
  readonly host: string;
  readonly port: string;
}

/** `lianpiao witness …`: cosigns the checkpoints of others' logs. It needs no ledger and no gateway. */
export function witnessCommand(terminal: Terminal): Command {
  const vkey = new Command('vkey')
    .description('print the witness’ verifier key, made at the first call (输出见证公钥)')
    .requiredOption('--state <folder>', 'where key and memory are')
    .requiredOption('--name <name>', 'name of the witness, for example audit.example/witness')
    .action(({ state, name }: { state: string; name: string }) => {
      terminal.out(`${keyOf(state, name).vkey}\n`);
    });
  const serve = new Command('serve')
    .description('cosign what continues the past, over HTTP, C2SP tlog-witness (运行见证服务)')
    .requiredOption('--state <folder>', 'where key and memory are')
    .requiredOption('--name <name>', 'name of the witness')
    .option('--log <vkey...>', 'verifier keys of the logs to follow, from sources you trust')
    .option('--trust <file>', 'instead: a trust file; it is read again at each request')
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .option('--port <number>', 'port; 0 for any free one', '0')
    .action((options: ServeOptions) => serveUntilStopped(options, terminal));
  return new Command('witness')
    .description('cosign logs, so that nobody is shown another past (见证)')
    .addCommand(vkey)
    .addCommand(serve);
}

function keyOf(folder: string, name: string): LogKey {
  return loadNoteKey(join(folder, 'keys', 'witness.pem'), name, SIGNATURE_TYPE.cosignature);
}

async function serveUntilStopped({ state, name, log, trust, host, port }: ServeOptions, terminal: Terminal): Promise<void> {
  const logs = trustedKeys({ ...(log === undefined ? {} : { vkey: log }), ...(trust === undefined ? {} : { trust }) }, 'log');
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 65_536;
  if (number > 65_535) throw new LedgerError('FIELD_INVALID', { path: '/port', wanted: '0 to 65535' });
  const key = keyOf(state, name);
  const store = new WitnessStore(state);
  const witness = new Witness({ key, logs, store, clock: Date.now });
  const server = witnessServer(witness, (error) => {
    terminal.err(errorText(error));
  });
  const stop = (): void => {
    server.close();
    server.closeIdleConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  server.listen(number, host);
  await once(server, 'listening');
  const { port: actual } = server.address() as AddressInfo;
  terminal.out(`witness ${key.vkey}\nlistens http://${host}:${String(actual)}  follows ${witness.origins.join(', ')}\n`);
  await once(server, 'close');
  store.close();
}
