import {
  cosign,
  formatNote,
  formatTlogProof,
  formatVerifierKey,
  isWitnessed,
  LedgerError,
  parseNote,
  withSignatures,
  type CommitEvidence,
  type NoteSignature,
  type VerifierKey,
  type WitnessPolicy,
} from '@lianpiao/chaincode/domain';
import type { LogKey } from '../crypto/log-keys';
import type { CommittedBlock, LedgerReader } from '../ledger/ledger';
import { askAttester } from './attester-client';
import { blockPath, blockTree, type BlockTree } from './block-tree';

export interface AttestationDeskParts {
  readonly ledger: Pick<LedgerReader, 'committedBlock'>;
  /** Origin of the log. */
  readonly log: string;
  /** This organisation's key for cosignatures. */
  readonly key: LogKey;
  /** Whose word a bundle needs beside: a C2SP tlog-policy with the organisations as witnesses. Absent: nobody else's. */
  readonly policy: WitnessPolicy | undefined;
  /** Told when another organisation says something else of a block. */
  readonly onFault: (error: unknown) => void;
}

/** Blocks whose gathered lines are kept: bundles of one block are often asked for together. */
const MAX_KEPT = 256;

/** Gives this organisation's word on what its ledger committed, and gathers that of others. docs/formats.md, "Commit evidence". */
export class AttestationDesk {
  readonly #parts: AttestationDeskParts;
  /** Notes with enough lines, by number of the block. */
  readonly #kept = new Map<number, { readonly tree: BlockTree; readonly note: string }>();

  constructor(parts: AttestationDeskParts) {
    this.#parts = parts;
  }

  /** True when bundles come with evidence unless it is declined: other organisations are asked for their word. */
  get isShared(): boolean {
    return this.#parts.policy !== undefined;
  }

  get vkey(): string {
    return this.#parts.key.vkey;
  }

  /** Verifier keys of all whose word is known here, the own one first. */
  get vkeys(): readonly string[] {
    const others = [...(this.#parts.policy?.witnesses.values() ?? [])].map(({ key }) =>
      formatVerifierKey(key.name, key.publicKey, key.type),
    );
    return [...new Set([this.vkey, ...others])];
  }

  /**
   * The checkpoint of a block's tree under this organisation's cosignature: the same bytes whenever it is asked for.
   * @throws LedgerError NOT_FOUND while there is no such block.
   */
  note(number: number): string {
    const block = this.#parts.ledger.committedBlock({ number });
    if (block === undefined) throw new LedgerError('NOT_FOUND');
    return this.#sign(blockTree(this.#parts.log, block));
  }

  /**
   * Evidence that the entry of a sequence was committed.
   * @throws LedgerError COMMIT_UNATTESTED when too few organisations answer in time: ask again.
   */
  async evidence(sequence: number): Promise<CommitEvidence> {
    const block = this.#parts.ledger.committedBlock({ sequence });
    if (block === undefined) throw new LedgerError('NOT_FOUND');
    const { tree, note } = this.#kept.get(block.number) ?? (await this.#gather(block));
    const place = block.places[sequence - block.first];
    if (place === undefined) throw new LedgerError('NOT_FOUND', { rule: 'place-of-transaction-noted' });
    return { place, proof: formatTlogProof({ ...blockPath(tree, sequence), checkpoint: note }) };
  }

  async #gather(block: CommittedBlock): Promise<{ readonly tree: BlockTree; readonly note: string }> {
    const { log, key, policy } = this.#parts;
    const tree = blockTree(log, block);
    const others = [...(policy?.witnesses.values() ?? [])].filter(({ url }) => url !== undefined);
    const lines = await Promise.all(others.map((party) => this.#ask(party.url as string, party.key, tree)));
    const note = withSignatures(this.#sign(tree), lines.flat());
    const signers = new Set(parseNote(note).signatures.map(({ name, keyId }) => `${name}+${keyId}`));
    if (policy !== undefined && !isWitnessed(policy, ({ name, keyId }) => signers.has(`${name}+${keyId}`)))
      throw new LedgerError('COMMIT_UNATTESTED', { wanted: key.name });
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size >= MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(block.number, { tree, note });
    return { tree, note };
  }

  async #ask(url: string, key: VerifierKey, { text, block }: BlockTree): Promise<NoteSignature[]> {
    const said = await askAttester(url, key, block.number, text);
    if (said.answer === 'attested') return [said.line];
    if (said.answer === 'differs')
      this.#parts.onFault(new LedgerError('LEDGER_BROKEN', { rule: 'same-block-everywhere', found: `block ${String(block.number)} of ${key.name}` })); // prettier-ignore
    return [];
  }

  /** The time in the line is the block's, so that a paper with it has the same bytes whenever it is made. */
  #sign({ text, block }: BlockTree): string {
    const { key } = this.#parts;
    const seconds = BigInt(Math.floor(Date.parse(block.time) / 1000));
    return formatNote({ text, signatures: [cosign(text, seconds, key, key)] });
  }
}
