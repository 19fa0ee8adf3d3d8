import { Command } from 'commander';
import { LedgerError, type TrustedLog, type VerifierKey } from '@lianpiao/chaincode/domain';
import { loadCosignKey } from '../crypto/log-keys';
import { BlockStore } from '../ledger/embedded/block-store';
import { EmbeddedLedgerReader } from '../ledger/embedded/embedded-ledger-reader';
import { requireRightStatuses } from '../status/require-right-statuses';
import { PayloadStore } from '../stores/payload-store';
import { cosignCheckpoint } from '../verification/cosign-checkpoint';
import { checkLogOnce, type WatchedLog } from './monitor/check-log-once';
import { compareWithWitness } from './monitor/compare-with-witness';
import { LogAlarm } from './monitor/log-alarm';
import { onlyOrigin, trustedKeys, type TrustOptions } from './followed-log';
import { closeCommand, successorCommand } from './log-shard-commands';
import { LogSource } from './monitor/log-source';
import { StatusMonitor } from './monitor/follow-status';
import { readState, writeState, type SeenLog } from './monitor/monitor-state';
import { errorText, EXIT, printable, type ExitCode, type Terminal } from './terminal';

interface MonitorOptions extends TrustOptions {
  readonly log: string;
  readonly origin?: string;
  readonly state?: string;
  readonly statuses?: string;
  readonly once?: boolean;
  readonly interval: string;
  readonly witness: readonly string[];
  readonly json?: boolean;
}

/** `lianpiao log …`: the transparency log, seen from outside. */
export function logCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const monitor = new Command('monitor')
    .description('follow a log and raise the alarm (exit 1) when it changes its past (监视透明日志)')
    .requiredOption('--log <url>', 'URL of the log, for example https://gateway.example/log')
    .option('--vkey <key...>', 'the log’s verifier keys, from a source you trust')
    .option('--trust <file>', 'instead: a trust file; it is read again at each look')
    .option('--origin <origin>', 'the log, when the trust file names several')
    .option('--state <file>', 'remembers what was seen; without it every start is the first')
    .option('--once', 'look once and end')
    .option('--interval <seconds>', 'pause between two looks', '10')
    .option('--statuses <folder>', 'check the map of statuses too, and keep it in this folder (并核对状态图)')
    .option('--witness <url...>', 'compare with what these witnesses were shown', [])
    .option('--json', 'print one JSON object a look')
    .action(async (options: MonitorOptions) => {
      exit(await follow(options, terminal));
    });
  const cosign = new Command('cosign')
    .description('recompute a log’s checkpoint from this ledger and cosign it (由本机构账本重算并会签检查点)')
    .requiredOption('--log <url>', 'URL of the log, for example https://gateway.example/log')
    .option('--vkey <key...>', 'the log’s verifier keys, from a source you trust')
    .option('--trust <file>', 'instead: a trust file; it is read again at each look')
    .option('--origin <origin>', 'the log, when the trust file names several')
    .requiredOption('--name <name>', 'name under which this organisation cosigns, for example merchants.example/cosign')
    .option('--data <folder>', 'data folder of this organisation’s ledger', './data')
    .action(async (options: CosignOptions) => {
      exit(await cosignOnce(options, terminal));
    });
  return new Command('log')
    .description('the transparency log (透明日志)')
    .addCommand(monitor)
    .addCommand(cosign)
    .addCommand(successorCommand(terminal))
    .addCommand(closeCommand(terminal));
}

/** What says that the log, or what is sealed in it, is wrong; anything else may be over with the next attempt. */
const WRONG_LOG: ReadonlySet<string> = new Set(['LOG_BROKEN', 'NOTE_MALFORMED', 'STATUS_MAP_BROKEN']);
const STATUSES_ELSEWHERE =
  'This organisation holds no records of invoices: their statuses were not compared.\n本机构不持有发票记录：未核对发票状态。\n';

interface CosignOptions extends TrustOptions {
  readonly log: string;
  readonly origin?: string;
  readonly name: string;
  readonly data: string;
}

/** Prints the cosigned note; what is wrong with the log goes to the other stream. */
async function cosignOnce({ log, name, data, ...options }: CosignOptions, terminal: Terminal): Promise<ExitCode> {
  const keys = trustedKeys(options)();
  const origin = onlyOrigin(keys, options.origin);
  const ledger = new EmbeddedLedgerReader(new BlockStore(data, { readonly: true }));
  const payloads = new PayloadStore(data);
  try {
    const key = loadCosignKey(data, name);
    const note = await new LogSource(log).checkpoint();
    const cosigned = cosignCheckpoint(note, keysOf(keys, origin), ledger, key, Date.now());
    if (requireRightStatuses({ folder: data, ledger, payloads }) === undefined) terminal.err(STATUSES_ELSEWHERE);
    terminal.out(cosigned);
    terminal.err(`${key.vkey}\n`);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    terminal.err(errorText(error));
    return WRONG_LOG.has(error.code) ? EXIT.wrong : EXIT.unknown;
  } finally {
    payloads.close();
    ledger.close();
  }
}

function keysOf(logs: readonly TrustedLog[], origin: string): VerifierKey[] {
  return logs.filter((log) => log.origin === origin).map(({ key }) => key);
}

/** How long to wait between two looks, in milliseconds. @throws LedgerError FIELD_INVALID. */
function pauseOf({ interval }: MonitorOptions): number {
  const seconds = Number(interval);
  if (seconds >= 1 && seconds <= 86_400) return seconds * 1000;
  throw new LedgerError('FIELD_INVALID', { path: '/interval', wanted: '1 to 86400 seconds' });
}

async function follow(options: MonitorOptions, terminal: Terminal): Promise<ExitCode> {
  const pause = pauseOf(options);
  const keys = trustedKeys(options);
  const source = new LogSource(options.log);
  let seen = options.state === undefined ? undefined : readState(options.state, keys(), options.origin);
  const first = seen?.origin ?? onlyOrigin(keys(), options.origin);
  const statuses = options.statuses === undefined ? undefined : new StatusMonitor(options.statuses);
  for (;;) {
    // A log that was closed is followed on into its successor.
    const watched = (): WatchedLog => ({ origin: seen?.origin ?? first, keys: keys(), now: Date.now() });
    const code = await look(source, { ...options, watched, statusMonitor: statuses }, seen, terminal, (state) => {
      seen = state;
    });
    if (code === EXIT.wrong || options.once === true) {
      statuses?.close();
      return code;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function look(
  source: LogSource,
  options: MonitorOptions & { readonly watched: () => WatchedLog; readonly statusMonitor: StatusMonitor | undefined },
  seen: SeenLog | undefined,
  terminal: Terminal,
  remember: (state: SeenLog) => void,
): Promise<ExitCode> {
  try {
    const watched = options.watched();
    const { statusMonitor } = options;
    const state = await checkLogOnce(source, watched, seen, statusMonitor?.note);
    const seals = await statusMonitor?.look(source, { ...watched, size: state.size });
    for (const url of options.witness) await compareWithWitness(source, url, { ...watched, origin: state.origin }, state);
    if (options.state !== undefined) writeState(options.state, state);
    remember(state);
    terminal.out(okText(state, seen, seals, options.json === true));
    return EXIT.ok;
  } catch (error) {
    if (error instanceof LogAlarm) {
      terminal.out(options.json === true ? `${JSON.stringify({ result: 'alarm', alarm: error.kind, ...error.facts })}\n` : '');
      terminal.err(alarmText(error));
      return EXIT.wrong;
    }
    if (!(error instanceof LedgerError)) throw error;
    // A log that does not answer has done nothing wrong yet.
    terminal.err(errorText(error));
    return EXIT.unknown;
  }
}

function okText({ size, root }: SeenLog, seen: SeenLog | undefined, seals: number | undefined, json: boolean): string {
  const from = seen?.size ?? 0;
  if (json) return `${JSON.stringify({ result: 'ok', from, size, root, ...(seals === undefined ? {} : { seals }) })}\n`;
  return `OK 正常  size ${String(size)}  root ${root}  checked entries ${String(from)} to ${String(size)} 已核对\n`;
}

function alarmText({ kind, facts }: LogAlarm): string {
  const lines = Object.entries(facts).map(([name, value]) =>
    value
      .split('\n')
      .map((line, at) => `  ${at === 0 ? `${name}: ` : '  '}${printable(line)}\n`)
      .join(''),
  );
  return `ALARM 警报 LOG_BROKEN ${kind}\n${lines.join('')}`;
}
