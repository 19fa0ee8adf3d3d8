import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { bundleReportText, TRUST_MISSING } from './bundle-report';
import type { AccessOptions } from './credentials';
import { findTrust } from './find-trust';
import { checkAgainstBundle, lookUp, type ContentReport } from './provenance/check-content';
import { hashFile } from './provenance/hash-file';
import { registerContent, type RegisteredContent, type RegisterOptions } from './provenance/register-content';
import { signStatement, type SignOptions } from './provenance/sign-statement';
import { errorText, EXIT, printable, type ExitCode, type Terminal } from './terminal';

type Exit = (code: ExitCode) => void;

interface VerifyOptions extends AccessOptions {
  readonly bundle?: string;
  readonly trust?: string;
  readonly json?: boolean;
}

/** `lianpiao provenance …`: where a file comes from, said by its source, registered, and checked by anyone. */
export function provenanceCommand(terminal: Terminal, exit: Exit): Command {
  return new Command('provenance')
    .description('where files come from (内容溯源登记与核验)')
    .addCommand(hashCommand(terminal, exit))
    .addCommand(signCommand(terminal, exit))
    .addCommand(registerCommand(terminal, exit))
    .addCommand(verifyCommand(terminal, exit));
}

function hashCommand(terminal: Terminal, exit: Exit): Command {
  return new Command('hash')
    .description('print the digest by which a file is registered (计算文件摘要)')
    .argument('<file...>', 'files of any size')
    .action((files: string[]) =>
      guarded(terminal, exit, async () => {
        for (const file of files) terminal.out(`${await hashFile(file, terminal)}  ${printable(file)}\n`);
      }),
    );
}

function signCommand(terminal: Terminal, exit: Exit): Command {
  return withStatement(new Command('sign'))
    .description('make the statement of a file’s source and sign it (生成并签署来源声明)')
    .argument('<file>', 'the content')
    .option('--out <file>', 'write here instead of to the standard output')
    .action((file: string, options: SignOptions & { readonly out?: string }) =>
      guarded(terminal, exit, async () => {
        const signed = signStatement(await hashFile(file, terminal), options, Date.now());
        const text = `${JSON.stringify(signed, null, 2)}\n`;
        if (options.out === undefined) terminal.out(text);
        else writeFileSync(options.out, text);
      }),
    );
}

function registerCommand(terminal: Terminal, exit: Exit): Command {
  return withAccess(withStatement(new Command('register')))
    .description('register a file with its source’s signed statement (登记内容及其来源声明)')
    .argument('<file>', 'the content; it stays here, only its digest is sent')
    .option('--statement <file>', 'what `sign` wrote, in place of --key')
    .option('--description <text>', 'kept private')
    .option('--json', 'print one JSON object')
    .action((file: string, options: RegisterOptions & { readonly json?: boolean }) =>
      guarded(terminal, exit, async () => {
        const made = await registerContent(await hashFile(file, terminal), options);
        terminal.out(options.json === true ? `${JSON.stringify(made)}\n` : registeredText(made));
      }),
    );
}

function verifyCommand(terminal: Terminal, exit: Exit): Command {
  return new Command('verify')
    .description('is this file registered? exit 0 yes, 1 it differs from its bundle, 2 not known (核验文件是否已登记)')
    .argument('<file>', 'the content')
    .option('--bundle <file>', 'compare with a bundle, offline, instead of asking a gateway')
    .option('--trust <file>', 'whom to trust, for --bundle (default: ./data/trust.json)')
    .option('--gateway <url>', 'where the gateway is')
    .option('--credentials <file>', 'file that names the gateway (default: ./data/demo-credentials.json)')
    .option('--json', 'print one JSON object')
    .action((file: string, options: VerifyOptions) =>
      guarded(terminal, exit, async () => {
        const report = await verify(file, options, terminal);
        exit(CODES[report.result]);
        terminal.out(options.json === true ? `${JSON.stringify(report)}\n` : reportText(report, file));
      }),
    );
}

const CODES: Readonly<Record<ContentReport['result'], ExitCode>> = {
  registered: EXIT.ok,
  invalid: EXIT.wrong,
  unknown: EXIT.unknown,
};

async function verify(file: string, options: VerifyOptions, terminal: Terminal): Promise<ContentReport> {
  const digest = await hashFile(file, terminal);
  if (options.bundle === undefined) return lookUp(digest, options);
  const { trust, error } = findTrust(options.trust);
  if (error !== undefined) terminal.err(errorText(error));
  else if (trust === undefined) terminal.err(TRUST_MISSING);
  return checkAgainstBundle(digest, options.bundle, trust);
}

function withStatement(command: Command): Command {
  const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  return command
    .option('--key <file>', 'the source’s private key in PEM: Ed25519, or ECDSA on P-256')
    .option('--source <text>', 'who or what made it')
    .option('--method <text>', 'how it was made')
    .option('--kind <kind>', 'document, dataset, work or item (default: document)')
    .option('--made-at <time>', 'when it was made, RFC 3339 in UTC (default: now)')
    .option('--parent <digest>', 'what it was made from; may be given again', collect);
}

function withAccess(command: Command): Command {
  return command
    .option('--gateway <url>', 'where the gateway is')
    .option('--api-key <key>', 'API key of the organisation that registers')
    .option('--credentials <file>', 'file with gateway and key (default: ./data/demo-credentials.json)');
}

/** A refusal is told and gives its exit code: without an answer nobody knows, anything else is wrong. */
async function guarded(terminal: Terminal, exit: Exit, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    terminal.err(errorText(error));
    exit(error.code === 'DEADLINE_EXCEEDED' ? EXIT.unknown : EXIT.wrong);
  }
}

function registeredText({ digest, sequence, time, registrant, repeated }: RegisteredContent): string {
  const what = repeated ? 'registered before 此前已登记' : 'registered 已登记';
  return `${what}  ${digest}\n  at 时间  ${printable(time)}\n  by 登记方  ${printable(registrant)}\n  entry 序号  ${String(sequence)}\n`;
}

const RESULTS = { registered: 'REGISTERED 已登记', invalid: 'INVALID 无效', unknown: 'UNKNOWN 无法判断' } as const;

function reportText(report: ContentReport, file: string): string {
  const { result, digest, time, registrant, signature, bundle } = report;
  const lines = [`${RESULTS[result]}  ${printable(file)}`, `  digest 摘要  ${digest}`];
  for (const [name, value] of Object.entries({
    'at 时间': time,
    'by 登记方': registrant,
    'source’s signature 来源签名': signature,
  })) {
    if (value !== undefined) lines.push(`  ${name}  ${printable(value)}`);
  }
  if (bundle?.result === 'valid' && result === 'invalid') lines.push('  the bundle is about another content 凭证包属于其他内容');
  return `${lines.join('\n')}\n${bundle === undefined ? '' : bundleReportText(bundle)}`;
}
