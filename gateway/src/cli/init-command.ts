import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { Command } from 'commander';
import { environmentWith } from './config';
import type { Terminal } from './terminal';

/** `lianpiao init`: makes the ledger of a data folder and the bureau's first API key. */
export function initCommand(terminal: Terminal): Command {
  return new Command('init')
    .description('make a ledger and the bureau’s first API key (建立账本与税务机关密钥)')
    .option('--data <folder>', 'data folder')
    .requiredOption('--bureau-name <name>', 'name of the tax bureau')
    .option('--encrypt', 'encrypt the databases that hold tax ids and amounts 加密含税号与金额的数据库')
    .option('--json', 'print one JSON object')
    .action(async (options: { data?: string; bureauName: string; encrypt?: boolean; json?: boolean }) => {
      // Loaded here alone: the gateway's parts would make every other command start more slowly.
      const parts = [import('../setup/initialise.js'), import('../config.js'), import('pino')] as const;
      const [{ initialise }, { readConfig }, { pino }] = await Promise.all(parts);
      const config = readConfig(environmentWith({ LIANPIAO_DATA: options.data }));
      if (options.encrypt === true) await encryptNew(config.dataFolder);
      // Warnings go to the standard error: the standard output holds the answer alone.
      const made = await initialise(config, pino({ level: 'warn' }, pino.destination(2)), options.bureauName);
      terminal.out(
        options.json === true
          ? `${JSON.stringify(made)}\n`
          : `organisation ${made.organisation}\nAPI key      ${made.apiKey}\nKeep the key: it is shown this once. 密钥仅显示一次，请妥善保存。\n`,
      );
    });
}

/** Databases of a folder that holds none yet are made encrypted. @throws LedgerError LEDGER_EXISTS. */
async function encryptNew(folder: string): Promise<void> {
  if (existsSync(join(folder, 'ledger.db'))) throw new LedgerError('LEDGER_EXISTS', { found: folder });
  const { makeDatabaseKey } = await import('../stores/database-key.js');
  makeDatabaseKey(folder);
}
