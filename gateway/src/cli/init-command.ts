import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { Command } from 'commander';
import { environmentWith } from './config';
import type { Terminal } from './terminal';

interface InitOptions {
  readonly data?: string;
  readonly bureauName?: string;
  readonly organisation?: string;
  readonly encrypt?: boolean;
  readonly json?: boolean;
}

/** `lianpiao init`: makes the ledger of a data folder and the first API key: the bureau's, or another organisation's of its side. */
export function initCommand(terminal: Terminal): Command {
  return new Command('init')
    .description('make a ledger and the bureau’s first API key (建立账本与税务机关密钥)')
    .option('--data <folder>', 'data folder')
    .option('--bureau-name <name>', 'name of the tax bureau')
    .option('--organisation <id>', 'instead: the first key of a registered organisation at the gateway of its side (Fabric)')
    .option('--encrypt', 'encrypt the databases that hold tax ids and amounts 加密含税号与金额的数据库')
    .option('--json', 'print one JSON object')
    .action(async (options: InitOptions) => {
      const first = firstOf(options);
      // Loaded here alone: the gateway's parts would make every other command start more slowly.
      const parts = [import('../setup/initialise.js'), import('../config.js'), import('pino')] as const;
      const [{ initialise, initialiseFor }, { readConfig }, { pino }] = await Promise.all(parts);
      const config = readConfig(environmentWith({ LIANPIAO_DATA: options.data }));
      if (options.encrypt === true) await encryptNew(config.dataFolder);
      // Warnings go to the standard error: the standard output holds the answer alone.
      const logger = pino({ level: 'warn' }, pino.destination(2));
      const made =
        'bureauName' in first
          ? await initialise(config, logger, first.bureauName)
          : await initialiseFor(config, logger, first.organisation);
      terminal.out(
        options.json === true
          ? `${JSON.stringify(made)}\n`
          : `organisation ${made.organisation}\nAPI key      ${made.apiKey}\nKeep the key: it is shown this once. 密钥仅显示一次，请妥善保存。\n`,
      );
    });
}

/** Whose key is made. @throws LedgerError FIELD_MISSING when neither is named, FIELD_INVALID when both are. */
function firstOf({ bureauName, organisation }: InitOptions): { readonly bureauName: string } | { readonly organisation: string } {
  if (organisation !== undefined && bureauName !== undefined)
    throw new LedgerError('FIELD_INVALID', { path: '/organisation', wanted: '--bureau-name or --organisation' });
  if (organisation !== undefined) return { organisation };
  if (bureauName !== undefined) return { bureauName };
  throw new LedgerError('FIELD_MISSING', { path: '/bureau-name', wanted: '--bureau-name or --organisation' });
}

/** Databases of a folder that holds none yet are made encrypted. @throws LedgerError LEDGER_EXISTS. */
async function encryptNew(folder: string): Promise<void> {
  if (existsSync(join(folder, 'ledger.db'))) throw new LedgerError('LEDGER_EXISTS', { found: folder });
  const { makeDatabaseKey } = await import('../stores/database-key.js');
  makeDatabaseKey(folder);
}
