import { LedgerError } from '@lianpiao/chaincode/domain';
import { Command } from 'commander';
import { LogKeyRing } from '../crypto/log-key-ring';
import { backUpFolder } from '../keeping/back-up-folder';
import { acceptLoss } from '../keeping/accept-loss';
import { proveLedger, type Proven } from '../keeping/prove-ledger';
import { restoreFolder } from '../keeping/restore-folder';
import type { Sources } from '../keeping/seen-elsewhere';
import { readWitnessPolicy } from '../witness/read-policy';
import { environmentWith } from './config';
import { Progress } from './progress';
import { EXIT, printable, type ExitCode, type Terminal } from './terminal';

const DEFAULT_ORIGIN = 'lianpiao.example/log';

/** `lianpiao backup FOLDER`. */
export function backupCommand(terminal: Terminal): Command {
  return new Command('backup')
    .description('copy a data folder while everything runs (在线备份)')
    .argument('<folder>', 'where the copy goes; not there yet')
    .option('--data <folder>', 'data folder', './data')
    .option('--keys <folder>', 'where the private keys go: another disk than the copy; not there yet')
    .action(async (target: string, { data, keys }: { data: string; keys?: string }) => {
      const options = { data, target, clock: Date.now, ...(keys === undefined ? {} : { keys }) };
      const { entries, files } = await backUpFolder(options);
      terminal.out(`OK 已备份  ${String(entries)} entries, ${files.map(({ name }) => name).join(' ')}\n`);
      if (keys === undefined) terminal.err('  ! the private keys were not copied: name a place apart with --keys 未备份私钥\n');
    });
}

interface SourceOptions {
  readonly witnessPolicy?: string;
  readonly checkpoint: readonly string[];
  readonly rpc?: string;
  readonly chainId?: string;
  readonly contract?: string;
  readonly origin: string;
}

/** `lianpiao restore BACKUP`. */
export function restoreCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('restore')
    .description('make a data folder from a backup, verified, and held until others have seen no more of it (恢复备份)')
    .argument('<backup>', 'a folder that `lianpiao backup` wrote')
    .requiredOption('--keys <folder>', 'the private keys, from where they are kept')
    .requiredOption('--data <folder>', 'a folder that is not there yet, or empty');
  return withSources(command).action(async (backup: string, options: SourceOptions & { keys: string; data: string }) => {
    const progress = new Progress(terminal, 'entries');
    const { manifest } = await restoreFolder({ ...options, backup, onProgress: progress.update }).finally(() => {
      progress.end();
    });
    terminal.out(`RESTORED 已恢复  ${String(manifest.entries)} entries, as of ${manifest.takenAt}; verified 已校验\n`);
    await prove(options, terminal, exit);
  });
}

/** `lianpiao ledger prove`. */
export function proveCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const command = new Command('prove')
    .description('hold a restored ledger against what witnesses, chain and kept checkpoints have seen (与外部见证比对)')
    .option('--data <folder>', 'data folder', './data');
  return withSources(command).action((options: SourceOptions & { data: string }) => prove(options, terminal, exit));
}

/** `lianpiao ledger accept-loss`. */
export function acceptLossCommand(terminal: Terminal): Command {
  return new Command('accept-loss')
    .description('let a restored ledger go on although entries are lost; recorded on the ledger (确认丢失并继续)')
    .requiredOption('--reason <text>', 'why, for the record')
    .option('--data <folder>', 'data folder', './data')
    .action(async ({ data, reason }: { data: string; reason: string }) => {
      const hold = await acceptLoss(data, reason, Date.now);
      terminal.out(`OK 已确认  the ledger goes on from ${String(hold.entries)} entries\n`);
      terminal.err(
        '  ! numbers that were given out after the backup may be given out again: sell at new tills, under another\n' +
          '    LIANPIAO_REGION_AND_CHANNEL, and give the log a new origin; docs/runbook.md, Restore 请启用新终端、新号段和新日志\n',
      );
    });
}

function withSources(command: Command): Command {
  return command
    .option('--witness-policy <file>', 'ask the witnesses of this policy')
    .option('--checkpoint <file...>', 'signed checkpoints that somebody kept', [])
    .option('--rpc <url>', 'ask the anchor contract over this EVM node')
    .option('--chain-id <number>', 'id of its chain')
    .option('--contract <address>', 'address of the anchor contract')
    .option('--origin <name>', 'origin of the log', environmentWith({})['LIANPIAO_LOG_ORIGIN'] ?? DEFAULT_ORIGIN);
}

async function prove(
  options: SourceOptions & { data: string },
  terminal: Terminal,
  exit: (code: ExitCode) => void,
): Promise<void> {
  const { origin, data } = options;
  const keys = new LogKeyRing(data, origin).trusted();
  const proven = await proveLedger(data, keys, sourcesOf(options));
  exit(CODES[proven.result]);
  terminal.out(provenText(proven));
}

const CODES = { proven: EXIT.ok, behind: EXIT.wrong, unproven: EXIT.unknown } as const;

function sourcesOf({ witnessPolicy, checkpoint, rpc, chainId, contract }: SourceOptions): Sources {
  const policy = readWitnessPolicy(witnessPolicy);
  const sources: Sources = { checkpointFiles: checkpoint, ...(policy === undefined ? {} : { policy }) };
  if (rpc === undefined) return sources;
  if (contract === undefined || !/^[1-9]\d{0,14}$/.test(chainId ?? ''))
    throw new LedgerError('FIELD_MISSING', { path: '/chain-id', wanted: '--rpc with --chain-id and --contract' });
  return { ...sources, anchor: { rpcUrl: rpc, chainId: Number(chainId), contract } };
}

function provenText({ result, entries, mirrored, seen, silent }: Proven): string {
  const lines = [
    ...seen.map(({ by, size }) => {
      const how =
        size > entries
          ? `has seen ${String(size)}: ${String(size - entries)} are missing here 缺失`
          : `has seen ${String(size)}: the same 一致`;
      return `  ${size > entries ? '✗' : '✓'} ${printable(by)} ${how}`;
    }),
    ...silent.map(({ by, why }) => `  ? ${printable(by)}: ${printable(why)}`),
  ];
  const verdicts = {
    proven: 'PROVEN 已证实  nobody has seen more; the ledger may go on',
    behind: 'BEHIND 落后  an older backup: it does not issue before a newer one is restored, or `ledger accept-loss`',
    unproven: 'UNPROVEN 未证实  it does not issue before `ledger prove` succeeds, or `ledger accept-loss`',
  };
  const verdict = mirrored ? 'MIRROR 镜像  it catches up from its peer before anything is issued' : verdicts[result];
  return `${[`${verdict}  (${String(entries)} entries)`, ...lines].join('\n')}\n`;
}
