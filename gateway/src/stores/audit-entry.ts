import { canonicalJson, type Digest } from '@lianpiao/chaincode/domain';

/** What a check of a grant leaves, or a refused change of an invoice's life or of sharing. Names of fields and digests, never a value of the data. docs/formats.md, "Audit entries". */
export type AuditFacts = {
  /**
   * `stream-end` belongs to the stream that began before, `run` is a query template's, `inspect` a supervisor's look at the
   * receipts, `life` a refused change of an invoice's life, `sharing` one of what is shared and with whom, `probe` our own look whether a source serves what it should; every other event is one check.
   */
  readonly event: 'check' | 'inspect' | 'life' | 'open-read' | 'probe' | 'read' | 'run' | 'sharing' | 'stream' | 'stream-end';
  /** Absent for `life` and `sharing`. */
  readonly grant?: string;
  /** Of `life` and `sharing`: which change, as the path of its operation names it ("claims/settle"), and of what: ids, or numbers of invoices. */
  readonly change?: string;
  readonly subjects?: readonly string[];
  readonly resource?: string;
  /** Who asked, and by which API key. */
  readonly organisation: string;
  readonly key: string;
  readonly purpose?: string;
  /** Fields that were asked for; absent when all that is granted was. */
  readonly fields?: readonly string[];
  /** SHA-256 over the canonical JSON of what was asked. */
  readonly query: Digest;
  readonly outcome: 'allowed' | 'failed' | 'refused';
  /** Why it was refused, failed or ended. */
  readonly code?: string;
  /** Who controlled the resource then, and signs for what was read. */
  readonly provider?: string;
  /** SHA-256 over the rows that left, each as it was sent and a line feed; or over the result of a run. */
  readonly result?: Digest;
  /** Of a `run`: `template@version`. */
  readonly template?: string;
  /** Of an `inspect`: why. */
  readonly reason?: string;
  /** Rows that left, or were about to. */
  readonly rows?: number;
  /** Entries of the ledger when the grant's state was read, or the change was refused. */
  readonly height: number;
  /** Of a `stream-end`: the entry of its beginning. */
  readonly began?: number;
};

/** An entry as it is chained: `previous` is the leaf hash of the entry before, 64 zeros for the first. */
export type AuditEntry = AuditFacts & { readonly sequence: number; readonly time: string; readonly previous: Digest };

/** The one text of an entry (RFC 8785): what is hashed and chained. */
export function auditText(entry: AuditEntry): string {
  return canonicalJson({ ...entry });
}
