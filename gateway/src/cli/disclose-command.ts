import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { LedgerError, verifyBundle, withholdFields, type Bundle, type Withholding } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
import { MAX_BUNDLE_BYTES, NO_TRUST } from './check-bundle-file';
import { errorCode } from '../error-code';
import { readLimited, strictJsonOf } from './read-file';
import { errorText, EXIT, type ExitCode, type Terminal } from './terminal';

interface DiscloseOptions {
  readonly hide?: string;
  readonly only?: string;
  readonly output?: string;
}

/**
 * `lianpiao disclose`: the same bundle with fewer fields shown, for handing on. Nothing is asked of anyone: the holder of a
 * bundle can always show less of it. Exit 0 written, 1 refused, 2 could not read or write.
 */
export function discloseCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('disclose')
    .description('write a bundle that shows fewer fields; its proof still holds (选择性披露：隐藏部分字段)')
    .argument('<bundle>', 'a bundle: *.lianpiao.json')
    .addOption(
      new Option(
        '--hide <fields>',
        'fields to hide, separated by commas; "line" hides every line, "status" the status, "status/claim" one axis',
      ).conflicts('only'),
    )
    .option('--only <fields>', 'hide all fields but these')
    .option('--output <file>', 'where to write it; a file that is there is not overwritten (default: standard output)')
    .action((file: string, options: DiscloseOptions) => {
      try {
        const text = `${JSON.stringify(withholdFields(readBundle(file), withholdingOf(options)))}\n`;
        if (options.output === undefined) terminal.out(text);
        else writeFileSync(options.output, text, { flag: 'wx' });
      } catch (error) {
        const failure = errorCode(error) === 'EEXIST' ? new LedgerError('LEDGER_EXISTS', { found: options.output ?? '' }) : error;
        if (!(failure instanceof LedgerError)) throw error;
        terminal.err(errorText(failure));
        exit(failure.code === 'NOT_FOUND' ? EXIT.unknown : EXIT.wrong);
      }
    });
}

/** A bundle in which nothing is wrong, whoever is trusted. */
function readBundle(file: string): Bundle {
  const value = strictJsonOf(readLimited(file, MAX_BUNDLE_BYTES));
  const { result, reason } = verifyBundle(value, NO_TRUST, nodeSignatures);
  if (result === 'invalid')
    throw new LedgerError('FIELD_INVALID', { found: reason ?? result, wanted: 'a bundle that is not invalid' });
  return value as unknown as Bundle;
}

function withholdingOf({ hide, only }: DiscloseOptions): Withholding {
  if (hide !== undefined) return { hide: hide.split(',') };
  if (only !== undefined) return { only: only.split(',') };
  throw new LedgerError('FIELD_MISSING', { path: '/hide', wanted: '--hide or --only' });
}
