import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
import { makeHolderKey, signWith } from '../figures/holder-key';
import { presentFigures } from '../figures/present-figures';
import type { PublicJwk } from '../figures/sd-jwt';
import { verifyFigures } from '../figures/verify-figures';
import { readLimited, strictJsonOf } from './read-file';
import { errorText, EXIT, type ExitCode, type Terminal } from './terminal';

const MAX_BYTES = 64 * 1024;
const DEFAULT_AGE_SECONDS = '600';

interface ShowOptions {
  readonly show: string;
  readonly key: string;
  readonly audience: string;
  readonly nonce: string;
}
interface VerifyOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly nonce: string;
  readonly maxAge: string;
}

/** `lianpiao figures`: shows and checks signed figures (SD-JWT, RFC 9901) without asking anybody. Exit 0 or 1. */
export function figuresCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const refusing = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      terminal.err(errorText(error));
      exit(error.code === 'NOT_FOUND' ? EXIT.unknown : EXIT.wrong);
    }
  };
  const command = new Command('figures').description('show and check signed figures of a seller (经营数据凭证)');

  command
    .command('key')
    .description('make the key of a holder; prints its public half, for POST /v1/figures (生成持有人密钥)')
    .argument('<file>', 'where the private key goes; a file that is there is not overwritten')
    .action((file: string) => {
      refusing(() => {
        const { pem, jwk } = makeHolderKey();
        writeNew(file, pem);
        terminal.out(`${JSON.stringify(jwk)}\n`);
      });
    });

  command
    .command('show')
    .description('show some of the claims to one verifier, with your key (向指定对象出示部分数据)')
    .argument('<figures>', 'the SD-JWT')
    .requiredOption('--show <claims>', 'names, separated by commas: turnover, invoices, turnover-above-<amount>, name, taxId')
    .requiredOption('--key <file>', 'the private key of the holder')
    .requiredOption('--audience <name>', 'whom it is shown to')
    .requiredOption('--nonce <text>', 'what they gave you')
    .action((file: string, { show, key, audience, nonce }: ShowOptions) => {
      refusing(() => {
        const sign = signWith(createPrivateKey(readLimited(key, MAX_BYTES)));
        const to = { audience, nonce };
        terminal.out(`${presentFigures(textOf(file), show.split(','), sign, to, Date.now())}\n`);
      });
    });

  command
    .command('verify')
    .description('check what was shown to you; prints the claims (校验出示的数据)')
    .argument('<shown>', 'the SD-JWT with its key binding')
    .requiredOption('--issuer <file>', 'the key of the ledger service, from GET /v1/figures/key')
    .requiredOption('--audience <name>', 'yourself')
    .requiredOption('--nonce <text>', 'what you gave')
    .option('--max-age <seconds>', 'how long ago it may have been shown', DEFAULT_AGE_SECONDS)
    .action((file: string, { issuer, audience, nonce, maxAge }: VerifyOptions) => {
      refusing(() => {
        if (!/^\d{1,9}$/.test(maxAge)) throw new LedgerError('FIELD_INVALID', { path: '--max-age', wanted: 'seconds' });
        const key = strictJsonOf(readLimited(issuer, MAX_BYTES)) as unknown as PublicJwk;
        const expected = { issuer: key, audience, nonce, now: Date.now(), maxAgeSeconds: Number(maxAge) };
        terminal.out(`${JSON.stringify(verifyFigures(textOf(file), expected, nodeSignatures), null, 2)}\n`);
      });
    });

  return command;
}

function textOf(file: string): string {
  return readLimited(file, MAX_BYTES).toString('utf8');
}

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new LedgerError('NOT_FOUND', { found: cause instanceof Error ? cause.message : file }, { cause });
  }
}
