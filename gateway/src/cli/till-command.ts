import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { LedgerError, parsePaperSlip, verifyPaperSlip } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
import { loadTillKey, OfflineTill, reportJournal, requireClock, type ReportOutcome } from '../till';
import { fetchBook, gatewaySink } from './till-sink';
import { findAccess, findGateway, type AccessOptions } from './credentials';
import { callApi } from './http-call';
import { readLimited, strictJsonOf } from './read-file';
import { errorText, EXIT, printable, type ExitCode, type Terminal } from './terminal';

interface TillOptions extends AccessOptions {
  readonly folder: string;
}

const FOLDER = './till';
const MAX_REQUEST_BYTES = 256 * 1024;
const KEY_FILE = 'till.pem';

/** `lianpiao till …`: a till that issues without the network, and reports when it is back. */
export function tillCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const guarded =
    <Words extends unknown[]>(run: (...words: Words) => Promise<void>) =>
    async (...words: Words): Promise<void> => {
      try {
        await run(...words);
      } catch (error) {
        if (!(error instanceof LedgerError)) throw error;
        terminal.err(errorText(error));
        exit(error.status >= 500 ? EXIT.unknown : EXIT.wrong);
      }
    };
  const init = networked('init', 'register a key for a till and begin its journal (登记设备密钥，建立终端日志)')
    .argument('<till>', 'the till')
    .action(guarded((till: string, options: TillOptions) => initTill(till, options, terminal)));
  const issue = local('issue', 'issue invoices without the network: our JSON, one a file (离线开票)')
    .argument('<files...>', 'the requests')
    .action(guarded((files: string[], options: TillOptions) => issueFiles(files, options, terminal)));
  const report = networked('report', 'report what was issued without the network, and close the outage (上报离线发票)').action(
    guarded(async (options: TillOptions) => {
      const outcome = await sendReport(options);
      terminal.out(`${JSON.stringify(outcome)}\n`);
      if (outcome.refused !== undefined) exit(EXIT.wrong);
    }),
  );
  const pending = local('pending', 'the requests that are not recorded yet, one a line (列出未上报的发票)').action(
    guarded((options: TillOptions) =>
      withTill(options, (till) => {
        for (const slip of till.pending) terminal.out(`${JSON.stringify(till.lineOf(slip).request)}\n`);
        return Promise.resolve();
      }),
    ),
  );
  const check = new Command('check')
    .description('check the text of a slip against the key of its till (核对离线凭条)')
    .argument('<slip>', 'the text of its QR code')
    .option('--key <key>', 'the till’s key, base64; without it the gateway is asked')
    .option('--gateway <url>', 'where the gateway is')
    .option('--credentials <file>', 'file with the gateway (default: ./data/demo-credentials.json)')
    .action(guarded((slip: string, options: AccessOptions & { readonly key?: string }) => checkSlip(slip, options, terminal)));
  return new Command('till')
    .description('a till that issues without the network (离线开票终端)')
    .addCommand(init)
    .addCommand(issue)
    .addCommand(report)
    .addCommand(pending)
    .addCommand(check);
}

function local(name: string, description: string): Command {
  return new Command(name).description(description).option('--folder <folder>', 'the till’s folder', FOLDER);
}

function networked(name: string, description: string): Command {
  return local(name, description)
    .option('--gateway <url>', 'where the gateway is')
    .option('--api-key <key>', 'the merchant’s API key')
    .option('--credentials <file>', 'file with gateway and key (default: ./data/demo-credentials.json)');
}

async function initTill(till: string, options: TillOptions, terminal: Terminal): Promise<void> {
  const access = findAccess(options);
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const key = loadTillKey(join(options.folder, KEY_FILE));
  try {
    const body = { key: key.key, reason: 'lianpiao till init' };
    await callApi({ method: 'POST', url: `${access.gateway}/v1/tills/${till}/key`, apiKey: access.apiKey, body });
  } catch (error) {
    // The answer to an earlier try may have been lost.
    if (!(error instanceof LedgerError) || error.code !== 'TILL_KEY_EXISTS') throw error;
  }
  const book = await fetchBook(access, till);
  requireClock(book, Date.now());
  OfflineTill.begin({ folder: options.folder, key }, book);
  terminal.out(`${JSON.stringify({ till, keyId: key.id, key: key.key, folder: options.folder })}\n`);
}

async function issueFiles(files: readonly string[], options: TillOptions, terminal: Terminal): Promise<void> {
  await withTill(options, async (till) => {
    for (const file of files) {
      const paper = await till.issue(strictJsonOf(readLimited(file, MAX_REQUEST_BYTES)));
      terminal.out(`${JSON.stringify(paper)}\n`);
    }
  });
}

function sendReport(options: TillOptions): Promise<ReportOutcome> {
  return withTill(options, (till) => reportJournal(till, gatewaySink(findAccess(options), till.book.till)));
}

async function checkSlip(text: string, options: AccessOptions & { readonly key?: string }, terminal: Terminal): Promise<void> {
  const { till } = parsePaperSlip(text);
  const key = options.key ?? (await fetchKey(findGateway(options), till));
  const { number, time, currency, gross } = verifyPaperSlip(text, key, nodeSignatures);
  terminal.out(
    `issued offline by ${printable(till)} 由该终端离线开具: ${number}  ${time}  ${currency} ${gross}\n` +
      `whether it is recorded, the ledger says 是否入账以账本为准\n`,
  );
}

async function fetchKey(gateway: string, till: string): Promise<string> {
  const { text } = await callApi({ method: 'GET', url: `${gateway}/v1/tills/${till}/key` });
  return (JSON.parse(text) as { readonly key: string }).key;
}

async function withTill<Result>({ folder }: TillOptions, run: (till: OfflineTill) => Promise<Result>): Promise<Result> {
  const till = new OfflineTill({ folder, key: loadTillKey(join(folder, KEY_FILE)), clock: Date.now });
  try {
    return await run(till);
  } finally {
    await till.close();
  }
}
