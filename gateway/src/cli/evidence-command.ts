import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { FORMATS, PURPOSES } from '../evidence/manifest';
import { findAccess, type AccessOptions } from './credentials';
import { fetchBytes } from './http-call';
import { errorText, EXIT, type ExitCode, type Terminal } from './terminal';

interface EvidenceOptions extends AccessOptions {
  readonly documents: string;
  readonly purpose: string;
  readonly status?: string;
  readonly output?: string;
  readonly role: string;
}

/** A package of a thousand PDFs takes a minute and more to print. */
const DEADLINE_MS = 10 * 60_000;

/** `lianpiao evidence`: fetches an evidence package of some invoices. */
export function evidenceCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('evidence')
    .description('fetch an evidence package: bundles, documents, time line, offline page (导出证据包)')
    .argument('<number...>', 'the invoices’ numbers, 1000 at most')
    .option('--documents <formats>', `documents beside the bundles: ${FORMATS.join(', ')}, separated by commas`, 'original,pdf')
    .option('--status <axes>', 'prove where each invoice stands: all, or axes such as document,claim (附带状态证明)')
    .addOption(new Option('--purpose <purpose>', 'what it is made for').choices(PURPOSES).default('archive'))
    .option('--output <file>', 'where to write it (default: evidence.lianpiao.zip)')
    .option('--gateway <url>', 'where the gateway is')
    .option('--api-key <key>', 'an API key')
    .option('--credentials <file>', 'file with gateway and key (default: ./data/demo-credentials.json)')
    .option('--role <role>', 'whose key the credentials file gives', 'merchant')
    .action(async (numbers: string[], options: EvidenceOptions) => {
      try {
        terminal.out(`${await fetchEvidence(numbers, options)}\n`);
      } catch (error) {
        if (!(error instanceof LedgerError)) throw error;
        terminal.err(errorText(error));
        exit(error.code === 'DEADLINE_EXCEEDED' ? EXIT.unknown : EXIT.wrong);
      }
    });
}

/** @returns the file that was written. */
async function fetchEvidence(numbers: readonly string[], options: EvidenceOptions): Promise<string> {
  const { gateway, apiKey } = findAccess(options, options.role);
  const documents = options.documents.split(',').filter((format) => format !== '');
  const status = options.status?.split(',');
  const body = { numbers, documents, purpose: options.purpose, ...(status === undefined ? {} : { status }) };
  const bytes = await fetchBytes({ method: 'POST', url: `${gateway}/v1/evidence`, apiKey, body, deadlineMs: DEADLINE_MS });
  const file = options.output ?? 'evidence.lianpiao.zip';
  writeFileSync(file, bytes);
  return file;
}
