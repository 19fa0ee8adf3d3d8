import { Command } from 'commander';
import { readConfig } from '../config';
import { prepareSuccessor } from '../crypto/log-shards';
import { closeLog } from '../keeping/close-log';
import { environmentWith } from './config';
import type { Terminal } from './terminal';

/** Origin of the ledger's first log, when the command does not say it. */
function firstOrigin(): string {
  return readConfig(environmentWith({})).logOrigin;
}

/** `lianpiao log successor`. */
export function successorCommand(terminal: Terminal): Command {
  return new Command('successor')
    .description('make the key of the log that will go on when the open one is closed (准备后继日志)')
    .argument('<origin>', 'of the log to come, for example example.com/log/2')
    .option('--data <folder>', 'data folder', './data')
    .option('--origin <origin>', 'the first log’s origin (default: LIANPIAO_LOG_ORIGIN)')
    .action((successor: string, { data: folder, origin = firstOrigin() }: { data: string; origin?: string }) => {
      terminal.out(`${prepareSuccessor({ folder, origin, successor, now: Date.now() }).vkey}\n`);
      terminal.err(
        'publish a trust file that names it before the log is closed 关闭日志前请先发布新的信任文件: lianpiao trust draft\n',
      );
    });
}

/** `lianpiao log close`. */
export function closeCommand(terminal: Terminal): Command {
  return new Command('close')
    .description('close the open log at its last checkpoint; its successor goes on with the same tree (关闭日志，由后继接续)')
    .requiredOption('--reason <text>', 'why, for the record')
    .option('--data <folder>', 'data folder', './data')
    .option('--origin <origin>', 'the first log’s origin (default: LIANPIAO_LOG_ORIGIN)')
    .action(async ({ data: folder, reason, origin = firstOrigin() }: { data: string; reason: string; origin?: string }) => {
      const { origin: closed, last, successor } = await closeLog({ folder, origin, reason, clock: Date.now });
      terminal.out(`CLOSED 已关闭  ${closed} at size ${String(last.size)}, root ${last.root}; ${successor} goes on 接续\n`);
      terminal.err(
        'publish a new trust file, and take a backup 请发布新的信任文件并备份: lianpiao trust draft, lianpiao backup\n',
      );
    });
}
