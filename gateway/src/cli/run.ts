import { Command, CommanderError } from 'commander';
import { installKeys, readKeySettings } from '../crypto/key-settings';
import { installNativeHasher } from '../crypto/native-hasher';
import { anchorsCommand } from './anchors-command';
import { environmentWith } from './config';
import { discloseCommand } from './disclose-command';
import { documentCommand } from './document-command';
import { evidenceCommand } from './evidence-command';
import { figuresCommand } from './figures-command';
import { initCommand } from './init-command';
import { issueCommand } from './issue-command';
import { backupCommand, restoreCommand } from './keeping-commands';
import { keysCommand } from './keys-command';
import { ledgerCommand } from './ledger-command';
import { logCommand } from './log-command';
import { provenanceCommand } from './provenance-command';
import { secretsCommand } from './secrets-command';
import { errorText, EXIT, type ExitCode, type Terminal } from './terminal';
import { tillCommand } from './till-command';
import { trustCommand } from './trust-command';
import { verifyCommand } from './verify-command';
import { witnessCommand } from './witness-command';

/**
 * Runs the command line and gives its exit code.
 * @param words the arguments behind the program's name.
 */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  installNativeHasher();
  let code: ExitCode = EXIT.ok;
  const exit = (wanted: ExitCode): void => {
    code = wanted;
  };
  const program = new Command('lianpiao')
    .description('Lianpiao (链票): e-invoices on a ledger that anyone can check')
    .addCommand(initCommand(terminal))
    .addCommand(verifyCommand(terminal, exit))
    .addCommand(issueCommand(terminal, exit))
    .addCommand(tillCommand(terminal, exit))
    .addCommand(discloseCommand(terminal, exit))
    .addCommand(documentCommand(terminal, exit))
    .addCommand(evidenceCommand(terminal, exit))
    .addCommand(figuresCommand(terminal, exit))
    .addCommand(provenanceCommand(terminal, exit))
    .addCommand(ledgerCommand(terminal, exit))
    .addCommand(backupCommand(terminal))
    .addCommand(restoreCommand(terminal, exit))
    .addCommand(logCommand(terminal, exit))
    .addCommand(witnessCommand(terminal))
    .addCommand(keysCommand(terminal))
    .addCommand(trustCommand(terminal, exit))
    .addCommand(anchorsCommand(terminal, exit))
    .addCommand(secretsCommand(terminal));
  for (const command of everyCommand(program)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
    });
  }
  try {
    installKeys(readKeySettings(environmentWith({})));
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has told already; a mistyped command is no verdict, so it never looks like one.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unknown;
    terminal.err(errorText(error));
    return EXIT.unknown;
  }
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
