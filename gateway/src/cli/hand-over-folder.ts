import { createPrivateKey } from 'node:crypto';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { handOver } from '../ledger/archive/hand-over';
import { BlockStore } from '../ledger/embedded/block-store';
import { enrol } from '../ledger/fabric/enrolment';
import { HandoverTransactions } from '../ledger/fabric/handover-transactions';
import { readNetworkFile } from '../ledger/fabric/network-file';
import { openChannel } from '../ledger/fabric/open-fabric-ledger';
import { LogStore } from '../stores/log-store';
import { PayloadStore } from '../stores/payload-store';
import { originOf } from './origin-of';
import { Progress } from './progress';
import type { Terminal } from './terminal';

const BUREAU_MSP = 'TaxBureau';

/**
 * Lets a new Fabric channel go on from an imported ledger, whose folder becomes its mirror.
 * @param file network.json of the channel.
 */
export async function handOverFolder(terminal: Terminal, data: string, file: string): Promise<void> {
  const network = readNetworkFile(file);
  const [blocks, payloads, log] = [new BlockStore(data, { readonly: true }), new PayloadStore(data), new LogStore(data)];
  const progress = new Progress(terminal, 'pages');
  const settings = { kind: 'fabric', networkFile: file, operator: '', mspId: BUREAU_MSP, client: 'fabric-gateway' } as const;
  const channel = await openChannel(settings, network);
  try {
    const bureau = JSON.parse(blocks.getState('genesis') ?? 'null') as string | null;
    if (bureau === null) throw new LedgerError('NOT_FOUND', { found: `no ledger in ${data}` });
    const { certificate, privateKey } = await enrol(network, BUREAU_MSP, bureau);
    const identity = { mspId: BUREAU_MSP, organisation: bureau, certificate, key: createPrivateKey(privateKey) };
    const { pages, digest } = await handOver({
      blocks,
      payloads,
      origin: originOf(log),
      channel: new HandoverTransactions(channel, identity),
      onProgress: progress.update,
    });
    terminal.out(`OK 已移交  ${String(blocks.length())} entries, state in ${String(pages)} pages, digest ${digest}\n`);
    terminal.out(`  point LIANPIAO_DATA at ${join(data)} and LIANPIAO_LEDGER at fabric 将数据目录指向该文件夹\n`);
  } finally {
    progress.end();
    channel.close();
    for (const store of [blocks, payloads, log]) store.close();
  }
}
