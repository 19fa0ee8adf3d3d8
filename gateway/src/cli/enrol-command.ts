import { LedgerError } from '@lianpiao/chaincode/domain';
import { Command } from 'commander';
import type { Terminal } from './terminal';

interface EnrolOptions {
  readonly network: string;
  readonly organisation?: string;
}

/** `lianpiao ledger enrol`: an identity of a side's own organisation on Fabric; its certificate is for the bureau. */
export function enrolCommand(terminal: Terminal): Command {
  return new Command('enrol')
    .description(
      'make an organisation’s identity on Fabric, unless it has one, and print its certificate (签发机构身份并输出证书)',
    )
    .argument('<id>', 'the organisation')
    .requiredOption('--network <file>', 'network.json of the gateway of its side; the key is made beside it and stays there')
    .option('--organisation <MSP id>', 'its side (default: the one that the network.json is for)')
    .action(async (id: string, { network: file, organisation }: EnrolOptions) => {
      // The authority's parts are large, and no other command's.
      const parts = [import('../ledger/fabric/enrolment.js'), import('../ledger/fabric/network-file.js')] as const;
      const [{ enrol }, { readNetworkFile }] = await Promise.all(parts);
      const network = readNetworkFile(file);
      const side = organisation ?? network.organisation;
      if (side === undefined) throw new LedgerError('FIELD_MISSING', { path: '/organisation' });
      terminal.out((await enrol(network, side, id)).certificate);
    });
}
