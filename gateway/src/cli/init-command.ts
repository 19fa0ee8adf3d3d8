import { Command } from 'commander';
import { pino } from 'pino';
import { readConfig } from '../config';
import { installNativeHasher } from '../crypto/native-hasher';
import { initialise } from '../setup/initialise';

/** `lianpiao init`: makes the ledger of a data folder and the bureau's first API key. */
export function initCommand(): Command {
  return new Command('init')
    .description('make a ledger and the bureau’s first API key')
    .option('--data <folder>', 'data folder')
    .requiredOption('--bureau-name <name>', 'name of the tax bureau')
    .option('--json', 'print one JSON object')
    .action(async (options: { data?: string; bureauName: string; json?: boolean }) => {
      installNativeHasher();
      const environment = options.data === undefined ? process.env : { ...process.env, LIANPIAO_DATA: options.data };
      const made = await initialise(readConfig(environment), pino({ level: 'warn' }), options.bureauName);
      process.stdout.write(
        options.json === true ? `${JSON.stringify(made)}\n` : `organisation ${made.organisation}\nAPI key      ${made.apiKey}\nKeep the key: it is shown this once.\n`,
      );
    });
}
