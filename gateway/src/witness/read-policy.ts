import { readFileSync } from 'node:fs';
import { LedgerError, parseWitnessPolicy, type WitnessPolicy } from '@lianpiao/chaincode/domain';

/**
 * The policy in a file; undefined when no file is set or it asks for nobody's cosignature.
 * @param setting what names the file.
 * @throws Error that names file and line: a process with a wrong policy does not start.
 */
export function readWitnessPolicy(file: string | undefined, setting = 'LIANPIAO_WITNESS_POLICY'): WitnessPolicy | undefined {
  if (file === undefined) return undefined;
  try {
    const policy = parseWitnessPolicy(readFileSync(file, 'utf8'));
    return policy.quorum === undefined ? undefined : policy;
  } catch (error) {
    const { path = '', wanted = '' } = error instanceof LedgerError ? error.detail : {};
    throw new Error(`${setting} ${file}: ${path} ${wanted}`.trim(), { cause: error });
  }
}
