import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { MAX_DOCUMENT_BYTES, readDocument, type ImportedInvoice } from '../documents';
import { findAccess, type Access, type AccessOptions } from './credentials';
import { callApi } from './http-call';
import { readLimited } from './read-file';
import { errorText, EXIT, printable, type ExitCode, type Terminal } from './terminal';

interface IssueOptions extends AccessOptions {
  readonly till?: string;
  readonly orderReference?: string;
  readonly keepNumber?: boolean;
  readonly bundle?: string;
  readonly json?: boolean;
}

interface Answer {
  readonly number: string;
  readonly issuedAt: string;
  readonly test: boolean;
  readonly totals: Readonly<Record<string, string>>;
}

/** `lianpiao issue`: has a document issued as an invoice. */
export function issueCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('issue')
    .description('issue an invoice from a file: our JSON, UBL 2.1 Invoice, Chinese EInvoice XML (由文件开具发票)')
    .argument('<file>', 'the document')
    .option('--till <id>', 'the till (default: the one in our JSON, or demo-till-1 with the demonstration’s credentials)')
    .option('--gateway <url>', 'where the gateway is')
    .option('--api-key <key>', 'a merchant’s API key')
    .option('--credentials <file>', 'file with gateway and key (default: ./data/demo-credentials.json)')
    .option('--order-reference <ref>', 'order reference in place of the document’s number')
    .option('--keep-number', 'insist that the invoice gets the document’s own number')
    .option('--bundle <folder>', 'also fetch the offline bundle into this folder')
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: IssueOptions) => {
      try {
        await issue(file, options, terminal);
      } catch (error) {
        if (!(error instanceof LedgerError)) throw error;
        terminal.err(errorText(error));
        // Without an answer nobody knows; everything else is a refusal.
        exit(error.code === 'DEADLINE_EXCEEDED' ? EXIT.unknown : EXIT.wrong);
      }
    });
}

async function issue(file: string, options: IssueOptions, terminal: Terminal): Promise<void> {
  const document = readDocument(readLimited(file, MAX_DOCUMENT_BYTES), basename(file));
  for (const { code, path, message } of document.warnings) {
    terminal.err(`warning 警告 ${code} ${path}: ${printable(message)}\n`);
  }
  const request = requestOf(document, options);
  const access = findAccess(options);
  const { status, text } = await callApi({
    method: 'POST',
    url: `${access.gateway}/v1/invoices`,
    apiKey: access.apiKey,
    body: request,
  });
  const answer = JSON.parse(text) as Answer;
  if (!/^\d{20}$/.test(answer.number)) throw new LedgerError('INTERNAL', { found: 'an answer without an invoice number' });
  const bundle = options.bundle === undefined ? undefined : await fetchBundle(access, answer.number, options.bundle);
  terminal.out(options.json === true ? jsonOf(answer, status, bundle) : textOf(answer, status, bundle));
}

/** The request that a document becomes. @throws LedgerError DOCUMENT_UNSUPPORTED for a red letter. */
function requestOf(document: ImportedInvoice, options: IssueOptions): Readonly<Record<string, unknown>> {
  if (document.red === true) {
    throw new LedgerError('DOCUMENT_UNSUPPORTED', {
      found: 'a red-letter invoice or credit note 红字发票',
      wanted: 'a correction of its blue invoice: POST /v1/corrections',
    });
  }
  // Our own JSON may name its till.
  const { till: own, ...content } = document.request as ImportedInvoice['request'] & { readonly till?: unknown };
  const till = options.till ?? own ?? (usesDemo(options) ? DEMO_TILL : undefined);
  if (till === undefined) throw new LedgerError('FIELD_MISSING', { path: '/till', wanted: '--till' });
  return {
    ...content,
    till,
    ...(options.orderReference === undefined ? {} : { orderReference: options.orderReference }),
    ...(options.keepNumber === true ? { number: document.documentNumber } : {}),
  };
}

const DEMO_TILL = 'demo-till-1';

function usesDemo({ apiKey, credentials }: IssueOptions): boolean {
  return apiKey === undefined && credentials === undefined;
}

/** Fetches the bundle and writes it as `<number>.lianpiao.json`. @returns the file. */
async function fetchBundle({ gateway, apiKey }: Access, number: string, folder: string): Promise<string> {
  const { text } = await callApi({ method: 'GET', url: `${gateway}/v1/invoices/${number}/proof`, apiKey });
  const path = join(folder, `${number}.lianpiao.json`);
  writeFileSync(path, text);
  return path;
}

function jsonOf({ number, issuedAt, test, totals }: Answer, status: number, bundle: string | undefined): string {
  const members = { number, issuedAt, test, totals, repeated: status === 200, ...(bundle === undefined ? {} : { bundle }) };
  return `${JSON.stringify(members)}\n`;
}

function textOf({ number, issuedAt, test, totals }: Answer, status: number, bundle: string | undefined): string {
  const amounts = Object.entries(totals).map(([name, value]) => `${name} ${value}`);
  const lines = [
    `${status === 200 ? 'issued before 此前已开具' : 'issued 已开具'}  ${number}`,
    `  issued at 开票时间  ${printable(issuedAt)}`,
    `  totals 合计  ${printable(amounts.join(', '))}`,
  ];
  if (test) lines.push('  TEST INVOICE, worth nothing 测试发票，无效力');
  if (bundle !== undefined) lines.push(`  bundle 凭证包  ${bundle}`);
  return `${lines.join('\n')}\n`;
}
