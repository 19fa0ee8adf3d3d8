import {
  hasher,
  inclusionPath,
  invariant,
  stateKeys,
  verifyInclusion,
  type AuditSealed,
  type AuditState,
  type Digest,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';
import type { Receipt } from '../ledger/receipt';
import { auditText, type AuditEntry, type AuditFilter, type AuditSeal, type AuditStore } from '../stores/audit-store';

/** Where an entry stands under a root that is on the ledger. */
export interface AuditProof {
  /** Sequence of the `audit.sealed` entry in the ledger. */
  readonly seal: number;
  readonly index: number;
  readonly path: readonly Digest[];
}

export interface AuditPage {
  readonly items: readonly { readonly entry: AuditEntry; readonly proof: AuditProof | null }[];
  /** The seals that the proofs name, each with the ledger's receipt for it. */
  readonly seals: readonly (AuditSeal & { readonly receipt: Receipt })[];
}

const ACTS_PAGE = 500;

/** Lists audit entries, each with its path to the root on the ledger. */
export class AuditReader {
  readonly #ledger: LedgerReader;
  readonly #audit: AuditStore;

  constructor(ledger: LedgerReader, audit: AuditStore) {
    this.#ledger = ledger;
    this.#audit = audit;
  }

  page(filter: AuditFilter): AuditPage {
    this.#catchUp();
    const seals = new Map<number, { readonly seal: AuditSeal; readonly leaves: readonly Digest[] }>();
    const items = this.#audit.list(filter).map((entry) => ({ entry, proof: this.#prove(entry, seals) }));
    return { items, seals: [...seals.values()].map(({ seal }) => ({ ...seal, receipt: this.#receipt(seal) })) };
  }

  #prove(
    entry: AuditEntry,
    seals: Map<number, { readonly seal: AuditSeal; readonly leaves: readonly Digest[] }>,
  ): AuditProof | null {
    const seal = this.#audit.sealOf(entry.sequence);
    if (seal === undefined) return null;
    const known = seals.get(seal.first) ?? { seal, leaves: this.#audit.leafHashes(seal.first, seal.count) };
    seals.set(seal.first, known);
    const index = entry.sequence - seal.first;
    const path = inclusionPath(known.leaves, index);
    const leafHash = hasher().leafHash(auditText(entry));
    // Nobody is handed a proof that does not hold: an entry that was changed since is our fault, and shows here.
    invariant(
      verifyInclusion({ leafHash, index, size: seal.count, path, root: seal.root }),
      'an audit entry has its sealed root',
    );
    return { seal: seal.sequence, index, path };
  }

  #receipt({ sequence }: AuditSeal): Receipt {
    const receipt = this.#ledger.receipt(sequence);
    invariant(receipt !== undefined, 'a seal is on the ledger');
    return receipt;
  }

  /** Notes the seals that the ledger has taken since, newest first, back to what is known. */
  #catchUp(): void {
    const known = this.#audit.notedSeals();
    const sealed = (this.#ledger.state(stateKeys.audit) as AuditState | undefined)?.sealed ?? 0;
    if (known === sealed) return;
    const fresh: AuditSeal[] = [];
    for (let before = Number.MAX_SAFE_INTEGER; ;) {
      const acts = this.#ledger.acts({ type: 'audit.sealed', before, limit: ACTS_PAGE });
      for (const { sequence, entry } of acts) {
        const { first, count, root } = entry as AuditSealed;
        if (first >= known) fresh.push({ first, count, root, sequence });
      }
      const last = acts.at(-1);
      if (last === undefined || (last.entry as AuditSealed).first <= known) break;
      before = last.sequence;
    }
    // Oldest first: what is noted has no gaps, even when this breaks off.
    this.#audit.noteSeals(fresh.reverse());
  }
}
