// Runs forge on contracts/solidity with solc-js in place of the native compiler; arguments are passed on.
//
//   node scripts/contracts/forge.mjs test            fuzzing included
//   node scripts/contracts/forge.mjs test --json     for a program to read
//   node scripts/contracts/forge.mjs fmt --check
import { SOLC, forgeProgram, main, run } from './toolchain.mjs';

/** Commands of forge that compile, and so need to be told the compiler. */
const COMPILING = ['build', 'test', 'snapshot', 'coverage', 'inspect'];

main(() => {
  const [command = 'test', ...rest] = process.argv.slice(2);
  const compiler = COMPILING.includes(command) ? ['--use', SOLC] : [];
  process.stdout.write(run(forgeProgram(), [command, ...compiler, ...rest]));
});
