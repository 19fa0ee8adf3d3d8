import { Command } from 'commander';
import { bundleReportText, TRUST_MISSING } from './bundle-report';
import { checkBundleFile, exitOf, type BundleReport } from './check-bundle-file';
import { findTrust } from './find-trust';
import { errorText, type ExitCode, type Terminal } from './terminal';

interface VerifyOptions {
  readonly trust?: string;
  readonly json?: boolean;
  readonly offline?: boolean;
}

/** `lianpiao verify`: checks bundles from their files and a trust file alone; no network, ever. */
export function verifyCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('verify')
    .description('check offline bundles; exit 0 all valid, 1 one is invalid, 2 cannot tell (校验离线凭证包)')
    .argument('<file...>', 'bundles: *.lianpiao.json')
    .option('--offline', 'use no network: always so, the option says it aloud')
    .option('--trust <file>', 'whom to trust (default: ./data/trust.json)')
    .option('--json', 'print one JSON object')
    .action((files: string[], options: VerifyOptions) => {
      const { trust, error } = findTrust(options.trust);
      if (error !== undefined) terminal.err(errorText(error));
      const reports = files.map((file) => checkBundleFile(file, trust));
      exit(exitOf(reports));
      if (options.json === true) terminal.out(`${JSON.stringify({ result: overall(reports), files: reports })}\n`);
      else for (const report of reports) terminal.out(bundleReportText(report));
      if (trust === undefined && error === undefined) terminal.err(TRUST_MISSING);
    });
}

/** The worst of the results: one invalid bundle makes the whole invalid. */
function overall(reports: readonly BundleReport[]): BundleReport['result'] {
  return (['valid', 'invalid', 'unknown'] as const)[exitOf(reports)];
}
