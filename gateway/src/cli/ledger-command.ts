import { Command } from 'commander';
import { verifyLedger, type LedgerReport } from '../ledger/embedded/verify';
import { exportCommand, importCommand, restoreRecordsCommand } from './archive-commands';
import { enrolCommand } from './enrol-command';
import { handOverCommand } from './hand-over-command';
import { acceptLossCommand, proveCommand } from './keeping-commands';
import { readLedgerSettings, type FabricSettings } from '../ledger/ledger-settings';
import { ledgerReportText } from './ledger-report';
import { Progress } from './progress';
import { EXIT, type ExitCode, type Terminal } from './terminal';

interface VerifyOptions {
  readonly data: string;
  readonly operatorKey?: string;
  readonly logKey?: readonly string[];
  readonly json?: boolean;
  readonly quick?: boolean;
  readonly network?: string;
  readonly organisation: string;
}

const CODES: Readonly<Record<LedgerReport['result'], ExitCode>> = { ok: EXIT.ok, bad: EXIT.wrong, unknown: EXIT.unknown };

/** `lianpiao ledger …`: work on the folder of an embedded ledger. */
export function ledgerCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const verify = new Command('verify')
    .description('execute the ledger again from its first block and name the first bad record of each part (重放并校验账本)')
    .option('--data <folder>', 'data folder', './data')
    .option('--operator-key <spki>', 'the operator’s public key, base64 (default: from the folder’s keys)')
    .option('--log-key <vkey...>', 'the log’s verifier keys, past ones too (default: from the folder’s keys)')
    .option('--quick', 'leave out invoice contents and the index')
    .option('--network <file>', 'network.json of the Fabric network: compare a mirror with the peer’s blocks')
    .option('--organisation <MSP id>', 'whose peer is asked', 'TaxBureau')
    .option('--json', 'print one JSON object')
    .action(async (options: VerifyOptions) => {
      const progress = new Progress(terminal, 'entries');
      const report = await proven(run(options, progress), options);
      exit(CODES[report.result]);
      terminal.out(options.json === true ? `${JSON.stringify(report)}\n` : ledgerReportText(report));
    });
  return new Command('ledger')
    .description('the folder of an embedded ledger (嵌入式账本目录)')
    .addCommand(verify)
    .addCommand(exportCommand(terminal))
    .addCommand(importCommand(terminal, exit))
    .addCommand(handOverCommand(terminal))
    .addCommand(enrolCommand(terminal))
    .addCommand(restoreRecordsCommand(terminal))
    .addCommand(proveCommand(terminal, exit))
    .addCommand(acceptLossCommand(terminal));
}

/** Of a mirror, who vouches for the entries stands in the blocks of the channel: without them that is not known. */
async function proven(report: LedgerReport, { data, network, organisation }: VerifyOptions): Promise<LedgerReport> {
  if (report.mirrored !== true || report.result !== 'ok') return report;
  if (network === undefined) return { ...report, result: 'unknown' };
  const settings = readLedgerSettings({
    LIANPIAO_LEDGER: 'fabric',
    LIANPIAO_FABRIC_NETWORK: network,
    LIANPIAO_FABRIC_ORGANISATION: organisation,
  }) as FabricSettings;
  const { compareWithPeer } = await import('../ledger/fabric/compare-with-peer.js');
  const compared = await compareWithPeer(settings, data);
  return { ...report, compared, result: compared.differs === undefined ? 'ok' : 'bad' };
}

function run({ data, operatorKey, logKey, quick }: VerifyOptions, progress: Progress): LedgerReport {
  try {
    return verifyLedger({
      folder: data,
      onProgress: progress.update,
      ...(operatorKey === undefined ? {} : { operatorKey }),
      ...(logKey === undefined ? {} : { logKeys: logKey }),
      ...(quick === undefined ? {} : { quick }),
    });
  } finally {
    progress.end();
  }
}
