import { Command, Option } from 'commander';
import type { TrustFile } from '@lianpiao/chaincode/domain';
import { bundleReportText, TRUST_MISSING } from './bundle-report';
import { withAnchorCheck } from './check-anchor';
import { checkBundleFile, exitOf, type BundleReport, type CheckedBundle } from './check-bundle-file';
import { checkPackageFile, isPackageFile, type PackageFileReport } from './check-package-file';
import { findTrust } from './find-trust';
import { packageReportText } from './package-report';
import { parseStatusAsk, type StatusOptions } from './parse-status-ask';
import { errorText, type ExitCode, type Terminal } from './terminal';

interface VerifyOptions extends StatusOptions {
  readonly trust?: string;
  readonly json?: boolean;
  readonly offline?: boolean;
  readonly rpc?: string;
  readonly contract?: string;
}

/**
 * `lianpiao verify`: checks bundles from their files and a trust file alone. Only `--rpc` asks the network, for the anchors,
 * after that; what it says changes no verdict, but without an anchor that the node shows, the exit code is 2.
 */
export function verifyCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('verify')
    .description('check offline bundles; exit 0 all valid, 1 one is invalid, 2 cannot tell (校验离线凭证包)')
    .argument('<file...>', 'bundles: *.lianpiao.json, evidence packages: *.lianpiao.zip')
    .option('--offline', 'use no network: so unless --rpc is given, the option says it aloud')
    .addOption(new Option('--rpc <url>', 'look up the anchors at this EVM node (向该节点核对锚定)').conflicts('offline'))
    .option('--contract <address>', 'the anchor contract, when the trust file names none')
    .option('--trust <file>', 'whom to trust (default: ./data/trust.json)')
    .option('--max-age <age>', 'ask for a proof of the status that is no older, such as 24h (要求状态证明不早于此时长)')
    .option('--status <states>', 'ask for states, such as document=issued,claim!=settled (要求的状态)')
    .option('--json', 'print one JSON object')
    .action(async (files: string[], options: VerifyOptions) => {
      const ask = parseStatusAsk(options, Date.now());
      const { trust, error } = findTrust(options.trust);
      if (error !== undefined) terminal.err(errorText(error));
      const reports: Report[] = [];
      for (const file of files) {
        if (isPackageFile(file)) reports.push(await checkPackageFile(file, trust, ask));
        else reports.push(...(await withAnchors([checkBundleFile(file, trust, ask)], options, trust)));
      }
      exit(exitOf(reports));
      if (options.json === true) terminal.out(`${JSON.stringify({ result: overall(reports), files: reports })}\n`);
      else for (const report of reports) terminal.out('bundles' in report ? packageReportText(report) : bundleReportText(report));
      if (trust === undefined && error === undefined) terminal.err(TRUST_MISSING);
    });
}

type Report = BundleReport | PackageFileReport;

/** The worst of the results: one invalid bundle makes the whole invalid. */
function overall(reports: readonly Report[]): BundleReport['result'] {
  return (['valid', 'invalid', 'unknown'] as const)[exitOf(reports)];
}

/** Asks the node named by `--rpc` for the anchors of what is valid. */
async function withAnchors(
  checked: readonly CheckedBundle[],
  { rpc, contract }: VerifyOptions,
  trust: TrustFile | undefined,
): Promise<BundleReport[]> {
  const reports: BundleReport[] = [];
  for (const { report, bundle } of checked) {
    if (rpc === undefined || bundle === undefined) reports.push(report);
    else reports.push(await withAnchorCheck(report, bundle, rpc, contract ?? trust?.anchors ?? []));
  }
  return reports;
}
