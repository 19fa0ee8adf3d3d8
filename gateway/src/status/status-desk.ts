import {
  digestToBase64,
  discloseRecord,
  LedgerError,
  sealRecord,
  stateKeys,
  withStatus,
  type Bundle,
  type SealedRecord,
  type StatusEvidence,
  type StatusSealState,
} from '@lianpiao/chaincode/domain';
import { statusSubject } from '../ledger/embedded/entry-extras';
import type { LedgerReader, PlacedAct } from '../ledger/ledger';
import type { PayloadStore } from '../stores/payload-store';
import type { ProofDesk } from '../verification/proof-desk';
import type { StatusMap } from './status-map';
import { keyOf, type StatusReader } from './status-reader';
import type { StatusSealer } from './status-sealer';

export interface StatusDeskParts {
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly proofs: ProofDesk;
  readonly map: StatusMap;
  readonly reader: StatusReader;
  readonly sealer: StatusSealer;
  readonly clock: () => number;
}

/** An invoice whose status is asked for. */
export interface StatusSubject {
  readonly number: string;
  readonly sequence: number;
  readonly record: SealedRecord;
}

/** A map that was sealed longer ago is sealed again, unchanged, when somebody asks for a proof. */
const YOUNG_MS = 3_600_000;
const ATTEMPTS = 5;

/** Makes proofs of where an invoice stands. */
export class StatusDesk {
  readonly #parts: StatusDeskParts;

  constructor(parts: StatusDeskParts) {
    this.#parts = parts;
  }

  /**
   * The bundle with the status of its invoice as it is now.
   * @param show which axes are open.
   * @throws LedgerError PROOF_PENDING while the invoice changes faster than it is sealed, the bureau's gateway has not sealed it
   * yet, or the log has not taken the seal in.
   */
  async add(bundle: Bundle, invoice: StatusSubject, show: (axis: string) => boolean): Promise<Bundle> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { number } = await this.#parts.sealer.seal(() => this.#needsSeal(invoice.sequence));
      // The bureau's gateway seals for those that cannot.
      if (this.#needsSeal(invoice.sequence)) break;
      const seal = await this.sealBundle(number, (name) => name === 'what');
      const evidence = this.#evidence(number, seal, invoice, show);
      if (evidence !== undefined) return withStatus(bundle, evidence);
    }
    throw new LedgerError('PROOF_PENDING');
  }

  /** True while no seal covers the invoice, or the newest one is old. */
  #needsSeal(sequence: number): boolean {
    const last = this.#parts.ledger.state(stateKeys.status) as StatusSealState | undefined;
    return last === undefined || last.covers <= sequence || this.#parts.clock() - Date.parse(last.time) > YOUNG_MS;
  }

  /** Undefined when the map, or the invoice, has moved on from the seal. */
  #evidence(
    number: number,
    seal: Bundle,
    { number: invoice, record }: StatusSubject,
    show: (axis: string) => boolean,
  ): StatusEvidence | undefined {
    const { map, reader } = this.#parts;
    const key = keyOf(record);
    const { way, seal: kept } = map.way(key);
    if (kept.number !== number) return undefined;
    const path = way.path.map(({ hash }) => digestToBase64(hash));
    if (way.pair === undefined) return { seal, path };
    if (way.pair.key !== key) return { seal, path, other: way.pair };
    const status = reader.status(invoice, record);
    return sealRecord(status) === way.pair.value ? { seal, path, fields: discloseRecord(status, show) } : undefined;
  }

  /** The bundle of a seal by its number. @throws LedgerError NOT_FOUND, PROOF_PENDING. */
  async sealBundle(number: number, show: (name: string) => boolean): Promise<Bundle> {
    const { ledger, payloads, proofs } = this.#parts;
    const filter = { subject: statusSubject(number), type: 'status.sealed', limit: 1 };
    const [act] = ledger.acts(filter) as readonly (PlacedAct | undefined)[];
    const record = act && payloads.read(act.sequence);
    if (act === undefined || record === undefined) throw new LedgerError('NOT_FOUND');
    return proofs.bundle(act.sequence, act.entry, record, show);
  }
}
