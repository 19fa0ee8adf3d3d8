import { Command } from 'commander';
import { readConfig } from '../config';
import { environmentWith } from './config';
import type { Terminal } from './terminal';

/** `lianpiao init`: makes the ledger of a data folder and the bureau's first API key. */
export function initCommand(terminal: Terminal): Command {
  return new Command('init')
    .description('make a ledger and the bureau’s first API key (建立账本与税务机关密钥)')
    .option('--data <folder>', 'data folder')
    .requiredOption('--bureau-name <name>', 'name of the tax bureau')
    .option('--json', 'print one JSON object')
    .action(async (options: { data?: string; bureauName: string; json?: boolean }) => {
      // Loaded here alone: the gateway's parts would make every other command start more slowly.
      const [{ initialise }, { pino }] = await Promise.all([import('../setup/initialise.js'), import('pino')]);
      const config = readConfig(environmentWith({ LIANPIAO_DATA: options.data }));
      // Warnings go to the standard error: the standard output holds the answer alone.
      const made = await initialise(config, pino({ level: 'warn' }, pino.destination(2)), options.bureauName);
      terminal.out(
        options.json === true
          ? `${JSON.stringify(made)}\n`
          : `organisation ${made.organisation}\nAPI key      ${made.apiKey}\nKeep the key: it is shown this once. 密钥仅显示一次，请妥善保存。\n`,
      );
    });
}
