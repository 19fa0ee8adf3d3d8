import { Command } from 'commander';
import type { Terminal } from './terminal';

/** `lianpiao ledger hand-over`: a new Fabric channel goes on from an imported ledger. */
export function handOverCommand(terminal: Terminal): Command {
  return new Command('hand-over')
    .description('let a new Fabric channel go on from the ledger of an imported folder, which becomes its mirror (移交至 Fabric)')
    .requiredOption('--data <folder>', 'a folder that `ledger import` made; nothing else may run on it')
    .requiredOption('--network <file>', 'network.json of the channel')
    .action(async ({ data, network }: { data: string; network: string }) => {
      // The clients of Fabric are half of all that the command line loads: nobody else waits for them.
      const { handOverFolder } = await import('./hand-over-folder.js');
      await handOverFolder(terminal, data, network);
    });
}
