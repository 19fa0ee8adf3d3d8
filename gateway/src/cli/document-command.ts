import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { findAccess, type AccessOptions } from './credentials';
import { fetchBytes } from './http-call';
import { errorText, EXIT, type ExitCode, type Terminal } from './terminal';

/** Path behind the invoice, and the end of the file's name. */
const FORMATS = { pdf: ['pdf', 'pdf'], ubl: ['ubl', 'ubl.xml'], xml: ['einvoice', 'xml'] } as const;
type Format = keyof typeof FORMATS;

interface DocumentOptions extends AccessOptions, Partial<Record<Format, true>> {
  readonly output?: string;
  readonly hide?: string;
  readonly role: string;
}

/** `lianpiao document`: fetches an invoice's paper. */
export function documentCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('document')
    .description('fetch an invoice as PDF, UBL or Chinese EInvoice XML (下载发票文件)')
    .argument('<number>', 'the invoice’s number')
    .addOption(new Option('--pdf', 'a signed PDF with the offline bundle inside (default)').conflicts(['ubl', 'xml']))
    .addOption(new Option('--ubl', 'UBL 2.1 after EN 16931').conflicts('xml'))
    .option('--xml', 'Chinese EInvoice XML')
    .option('--hide <fields>', 'what the PDF withholds: buyer, note, orderReference, separated by commas')
    .option('--output <file>', 'where to write it (default: the number, in this folder)')
    .option('--gateway <url>', 'where the gateway is')
    .option('--api-key <key>', 'an API key')
    .option('--credentials <file>', 'file with gateway and key (default: ./data/demo-credentials.json)')
    .option('--role <role>', 'whose key the credentials file gives', 'merchant')
    .action(async (number: string, options: DocumentOptions) => {
      try {
        const file = await fetchDocument(number, options);
        terminal.out(`${file}\n`);
      } catch (error) {
        if (!(error instanceof LedgerError)) throw error;
        terminal.err(errorText(error));
        exit(error.code === 'DEADLINE_EXCEEDED' ? EXIT.unknown : EXIT.wrong);
      }
    });
}

/** @returns the file that was written. */
async function fetchDocument(number: string, options: DocumentOptions): Promise<string> {
  // It becomes part of a path and of a file's name.
  if (!/^\d{20}$/.test(number)) throw new LedgerError('NUMBER_MALFORMED', { wanted: '20 digits' });
  const { gateway, apiKey } = findAccess(options, options.role);
  const [path, extension] = FORMATS[formatOf(options)];
  const query = options.hide === undefined ? '' : `?${new URLSearchParams({ hide: options.hide }).toString()}`;
  const bytes = await fetchBytes({ method: 'GET', url: `${gateway}/v1/invoices/${number}/${path}${query}`, apiKey });
  const file = options.output ?? `${number}.${extension}`;
  writeFileSync(file, bytes);
  return file;
}

function formatOf({ ubl, xml }: DocumentOptions): Format {
  if (ubl === true) return 'ubl';
  return xml === true ? 'xml' : 'pdf';
}
