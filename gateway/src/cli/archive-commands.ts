import { LedgerError } from '@lianpiao/chaincode/domain';
import { Command } from 'commander';
import { readSecret } from '../crypto/keys';
import { openerOf, recipientOf, type Opener, type Recipient } from '../ledger/archive/archive-key';
import { exportLedger } from '../ledger/archive/export-ledger';
import { importLedger, type ImportReport } from '../ledger/archive/import-ledger';
import { restoreRecords } from '../ledger/archive/restore-records';
import { readDatabaseUrl } from '../stores/shared/open-shared';
import { environmentWith } from './config';
import { ledgerReportText } from './ledger-report';
import { Progress } from './progress';
import { readLimited } from './read-file';
import { EXIT, type ExitCode, type Terminal } from './terminal';

const MAX_KEY_BYTES = 10_000;

interface SecretOptions {
  readonly passphraseFile?: string;
}

/** `lianpiao ledger export FILE`. */
export function exportCommand(terminal: Terminal): Command {
  return new Command('export')
    .description('write the ledger into one file: blocks, encrypted contents, log (导出账本)')
    .argument('<file>', 'the archive; while it grows it is called <file>.part, and a broken-off export goes on there')
    .option('--data <folder>', 'data folder', './data')
    .option('--passphrase-file <file>', 'first line: the passphrase that opens the archive (mode 0600)')
    .option('--recipient <pem>', 'instead: the X25519 public key of who shall open it')
    .option('--with-keys', 'put the private keys in, encrypted too: for moving house, not for handing over')
    .action((file: string, options: SecretOptions & { data: string; recipient?: string; withKeys?: boolean }) => {
      const recipient = recipientFrom(options);
      const report = watched(terminal, (onProgress) =>
        exportLedger({ folder: options.data, file, recipient, onProgress, withKeys: options.withKeys === true }),
      );
      const { entries, blocks, checkpoints, resumedFrom } = report;
      terminal.out(
        `OK 已导出  ${String(entries)} entries in ${String(blocks)} blocks, ${String(checkpoints)} checkpoints${resumedText(resumedFrom)}\n`,
      );
    });
}

/** `lianpiao ledger import FILE`. */
export function importCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('import')
    .description('make a data folder from an archive, executed and verified (导入账本)')
    .argument('<file>', 'an archive of `ledger export`')
    .requiredOption('--data <folder>', 'a folder that is not there yet, or empty')
    .option('--passphrase-file <file>', 'first line: the passphrase (mode 0600)')
    .option('--key <pem>', 'instead: the X25519 private key of the recipient (mode 0600)')
    .option('--operator-key <spki>', 'the operator’s public key from a source you trust (default: the archive’s own word)')
    .option(
      '--log-key <vkey...>',
      'the log’s verifier keys, past ones too, from a source you trust (default: the archive’s own word)',
    )
    .action(
      async (file: string, options: SecretOptions & { data: string; key?: string; operatorKey?: string; logKey?: string[] }) => {
        const { data: folder, operatorKey, logKey } = options;
        const pinned = {
          ...(operatorKey === undefined ? {} : { operatorKey }),
          ...(logKey === undefined ? {} : { logKeys: logKey }),
        };
        const opener = openerFrom(options);
        const progress = new Progress(terminal, 'entries');
        try {
          const report = await importLedger({ file, folder, opener, ...pinned, onProgress: progress.update });
          exit(report.verified.result === 'ok' ? EXIT.ok : EXIT.unknown);
          terminal.out(importText(report, Object.keys(pinned).length === 2));
        } finally {
          progress.end();
        }
      },
    );
}

/** `lianpiao ledger restore-records`. */
export function restoreRecordsCommand(terminal: Terminal): Command {
  return new Command('restore-records')
    .description(
      'fetch contents that this folder lacks from LIANPIAO_DATABASE_URL; stop gateway and workers first (恢复发票内容)',
    )
    .option('--data <folder>', 'data folder', './data')
    .action(async ({ data }: { data: string }) => {
      const url = readDatabaseUrl(environmentWith({}));
      if (url === undefined) throw new LedgerError('FIELD_MISSING', { path: '/LIANPIAO_DATABASE_URL' });
      const restored = await restoreRecords(url, data);
      terminal.out(`OK 已恢复  ${String(restored)} contents\n`);
    });
}

function recipientFrom({ passphraseFile, recipient }: SecretOptions & { recipient?: string }): Recipient {
  requireOne(passphraseFile, recipient, '/recipient');
  return recipient === undefined ? passphraseFrom(passphraseFile) : recipientOf(readLimited(recipient, MAX_KEY_BYTES));
}

function openerFrom({ passphraseFile, key }: SecretOptions & { key?: string }): Opener {
  requireOne(passphraseFile, key, '/key');
  return key === undefined ? passphraseFrom(passphraseFile) : openerOf(readSecret(key));
}

function requireOne(passphraseFile: string | undefined, key: string | undefined, path: string): void {
  if ((passphraseFile === undefined) === (key === undefined))
    throw new LedgerError('FIELD_INVALID', { path, wanted: 'either --passphrase-file or a key' });
}

function passphraseFrom(file = ''): { passphrase: string } {
  return { passphrase: readSecret(file).toString('utf8').split(/\r?\n/)[0] ?? '' };
}

function watched<Result>(terminal: Terminal, work: (onProgress: Progress['update']) => Result): Result {
  const progress = new Progress(terminal, 'entries');
  try {
    return work(progress.update);
  } finally {
    progress.end();
  }
}

function resumedText(from: number): string {
  return from === 0 ? '' : `, gone on from entry ${String(from)}`;
}

function importText({ header, resumedFrom, verified }: ImportReport, pinned: boolean): string {
  const lines = [
    `IMPORTED 已导入  ${String(header.entries)} entries, log ${header.origin} up to ${String(header.sealed)}${resumedText(resumedFrom)}`,
    ledgerReportText(verified).trimEnd(),
  ];
  if (!pinned) lines.push('  ! signatures were checked by keys that the archive itself names 签名以归档自带的公钥核对');
  lines.push(
    '  ! move the private keys you need into keys/ (not payload.key): none is made anew 请自行迁移所需私钥（payload.key 除外）',
  );
  return `${lines.join('\n')}\n`;
}
