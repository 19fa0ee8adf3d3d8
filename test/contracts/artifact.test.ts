import fs from 'node:fs';
import path from 'node:path';
import { Interface } from 'ethers';
import { ANCHOR_ABI, ANCHOR_BYTECODE, ANCHOR_DEPLOYED_BYTECODE } from '../../contracts/src/generated/anchor-artifact';
import { runScript } from '../support/run-script';

const ARTIFACT = path.resolve(__dirname, '../../contracts/src/generated/anchor-artifact.ts');

describe('the committed artifact', () => {
  it('is what the sources compile to', async () => {
    const compiled = await runScript('scripts/contracts/compile.mjs', '--print');
    expect(fs.readFileSync(ARTIFACT, 'utf8')).toBe(compiled);
  });

  it('offers the functions, events and errors that others rely on', () => {
    const abi = new Interface(ANCHOR_ABI);
    // Selectors and topics of what is deployed never change; these were computed from the signatures.
    expect(abi.getFunction('anchor')?.format('sighash')).toBe('anchor(bytes32,uint64,bytes32)');
    expect(abi.getFunction('latest')?.format('sighash')).toBe('latest(bytes32)');
    expect(abi.getEvent('CheckpointAnchored')?.format('sighash')).toBe('CheckpointAnchored(bytes32,uint64,bytes32)');
    const errors = abi.fragments.filter((fragment) => fragment.type === 'error').map((fragment) => fragment.format('minimal'));
    expect(errors.length).toBe(5);
    expect(errors.every((error) => error.startsWith('error LianpiaoAnchor'))).toBe(true);
  });

  it('holds the deployed code inside the creation code, and no metadata behind it', () => {
    expect(ANCHOR_BYTECODE).toContain(ANCHOR_DEPLOYED_BYTECODE.slice(2));
    // "ipfs" and "solc" in the trailer would make the bytes depend on comments and file names.
    expect(ANCHOR_DEPLOYED_BYTECODE).not.toMatch(/64697066735822|64736f6c6343/);
  });
});
