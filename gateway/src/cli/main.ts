import { Command } from 'commander';
import { initCommand } from './init-command';

const program = new Command('lianpiao').description('Lianpiao (链票): e-invoices on a ledger that anyone can check').addCommand(initCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
