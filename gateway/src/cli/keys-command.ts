import { Command } from 'commander';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { secondsOf, timeOfSeconds } from '../crypto/log-key-list';
import { markCompromised, rotateLogKey } from '../crypto/log-key-ring';
import { environmentWith } from './config';
import { readConfig } from '../config';
import type { Terminal } from './terminal';

interface RotateOptions {
  readonly data: string;
  readonly origin?: string;
  readonly overlap: string;
  readonly compromisedSince?: string;
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `lianpiao keys …`: changes the keys of an instance while it runs. */
export function keysCommand(terminal: Terminal): Command {
  const rotateLog = new Command('log')
    .description('give the log a new key; both sign for a while, nothing has to be restarted (轮换日志密钥)')
    .option('--data <folder>', 'data folder', './data')
    .option('--origin <origin>', 'the log’s origin (default: LIANPIAO_LOG_ORIGIN)')
    .option('--overlap <time>', 'for how long the old key signs too: a number and s, m, h or d', '7d')
    .option('--compromised-since <time>', 'the old key may be in other hands since then (RFC 3339, UTC): it stops signing now')
    .action((options: RotateOptions) => {
      const { data: folder, origin = readConfig(environmentWith({})).logOrigin, compromisedSince } = options;
      const { vkey } = rotateLogKey({
        folder,
        origin,
        now: Date.now(),
        overlapSeconds: secondsIn(options.overlap),
        ...(compromisedSince === undefined ? {} : { compromisedAt: secondsOf(compromisedSince) }),
      });
      const until =
        compromisedSince === undefined ? timeOfSeconds(Math.floor(Date.now() / 1000) + secondsIn(options.overlap)) : 'now 立即';
      terminal.out(`${vkey}\n`);
      terminal.err(
        `the old key signs until 旧密钥签名至 ${until}; publish a new trust file 请发布新的信任文件: lianpiao trust draft\n`,
      );
    });
  const rotate = new Command('rotate').description('replace a key by a new one (轮换)').addCommand(rotateLog);
  const lost = new Command('log')
    .description('note that a key which signs no longer was in other hands (标记旧密钥已泄露)')
    .argument('<key id>', 'eight hexadecimal characters, the middle of its verifier key')
    .requiredOption('--since <time>', 'the earliest time it may have been (RFC 3339, UTC)')
    .option('--data <folder>', 'data folder', './data')
    .action((keyId: string, { since, data }: { since: string; data: string }) => {
      markCompromised(data, keyId, secondsOf(since), Date.now());
      terminal.err('publish a new trust file 请发布新的信任文件: lianpiao trust draft\n');
    });
  const compromised = new Command('compromised').description('mark a key (标记)').addCommand(lost);
  return new Command('keys').description('keys of this instance (密钥)').addCommand(rotate).addCommand(compromised);
}

/** @throws LedgerError FIELD_INVALID */
function secondsIn(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const seconds = Number(number) * (SECONDS[unit] ?? 0);
  if (seconds < 1) throw new LedgerError('FIELD_INVALID', { path: '/overlap', wanted: 'for example 12h or 7d' });
  return seconds;
}
