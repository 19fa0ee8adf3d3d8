import { join } from 'node:path';
import type { JsonValue } from '@lianpiao/chaincode/domain';
import { openSqlite, type Sqlite } from '../stores/sqlite';
import type { Kind, ProcessState, Side } from './protocol';

/** What the two sides have told each other beside the state. */
export interface ProcessDocument {
  /** Negotiations: the offer that the provider would keep to, and the policy that was last said. */
  readonly offer?: string;
  readonly policy?: JsonValue;
  readonly agreement?: JsonValue;
  /** Transfers: what the data is served as, and where it may be had. */
  readonly format?: string;
  readonly dataAddress?: JsonValue;
  /** The API key of the consumer that asked for the transfer: tokens rest on it. */
  readonly keyId?: string;
  readonly role?: string;
  /** Digest of the first message: the same id with other content is refused. */
  readonly asked?: string;
  /** Why it was suspended or ended, in the words of whoever did. */
  readonly reason?: JsonValue;
}

/** A contract negotiation or a transfer as one of our organisations sees it. */
export interface Process {
  readonly pid: string;
  readonly kind: Kind;
  /** On which side our organisation stands. */
  readonly side: Side;
  readonly organisation: string;
  readonly peer: string;
  /** The other side's id; null until it has answered the first message. */
  readonly peerPid: string | null;
  /** Base address of the other side's connector. */
  readonly callback: string;
  /** The dataset of a negotiation, the agreement of a transfer. */
  readonly subject: string;
  readonly state: ProcessState;
  /** What a message of ours that is under way, or was never answered, leads to. */
  readonly pending: ProcessState | null;
  readonly document: ProcessDocument;
  readonly created: number;
  readonly updated: number;
}

interface Row extends Omit<Process, 'document'> {
  readonly document: string;
  readonly place: number;
}

/** What changes in one move. */
export interface Move {
  readonly state: ProcessState;
  readonly pending: ProcessState | null;
  readonly peerPid?: string;
  readonly document?: Partial<ProcessDocument>;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS processes (
    place INTEGER PRIMARY KEY AUTOINCREMENT, pid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, side TEXT NOT NULL,
    organisation TEXT NOT NULL, peer TEXT NOT NULL, peerPid TEXT, callback TEXT NOT NULL, subject TEXT NOT NULL,
    state TEXT NOT NULL, pending TEXT, document TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS processes_peer ON processes (kind, side, peer, peerPid) WHERE peerPid IS NOT NULL;
  CREATE INDEX IF NOT EXISTS processes_organisation ON processes (organisation, kind, place);
`;

/** Negotiations and transfers, durable before they are answered. */
export class ProcessStore {
  readonly #database: Sqlite;
  readonly #clock: () => number;

  constructor(folder: string, clock: () => number) {
    this.#database = openSqlite(join(folder, 'dataspace.db'), 'FULL');
    this.#database.exec(SCHEMA);
    this.#clock = clock;
  }

  /** @returns false when the other side's id is taken: its process stands. */
  insert(process: Omit<Process, 'created' | 'updated'>): boolean {
    const now = this.#clock();
    const row = { ...process, document: JSON.stringify(process.document), created: now, updated: now };
    const { changes } = this.#database
      .prepare(
        `INSERT OR IGNORE INTO processes (pid, kind, side, organisation, peer, peerPid, callback, subject, state, pending, document, created, updated)
         VALUES (@pid, @kind, @side, @organisation, @peer, @peerPid, @callback, @subject, @state, @pending, @document, @created, @updated)`,
      )
      .run(row);
    return changes === 1;
  }

  find(kind: Kind, pid: string): Process | undefined {
    return read(this.#database.prepare('SELECT * FROM processes WHERE pid = ? AND kind = ?').get(pid, kind));
  }

  findByPeer(kind: Kind, side: Side, peer: string, peerPid: string): Process | undefined {
    const query = 'SELECT * FROM processes WHERE kind = ? AND side = ? AND peer = ? AND peerPid = ?';
    return read(this.#database.prepare(query).get(kind, side, peer, peerPid));
  }

  /** Processes of an organisation, newest first. */
  list(kind: Kind, organisation: string, before: number, limit: number): (Process & { readonly place: number })[] {
    const rows = this.#database
      .prepare('SELECT * FROM processes WHERE organisation = ? AND kind = ? AND place < ? ORDER BY place DESC LIMIT ?')
      .all(organisation, kind, before, limit) as Row[];
    return rows.map((row) => ({ ...(read(row) as Process), place: row.place }));
  }

  /** Processes with a peer that have not ended. */
  open(peer: string): number {
    return this.#database
      .prepare("SELECT count(*) FROM processes WHERE peer = ? AND state NOT IN ('TERMINATED', 'FINALIZED', 'COMPLETED')")
      .pluck()
      .get(peer) as number;
  }

  /** Moves a process on, if it still stands where it was seen. @returns false when it does not. */
  move(seen: Process, { state, pending, peerPid, document }: Move): boolean {
    const { changes } = this.#database
      .prepare(
        `UPDATE processes SET state = @state, pending = @pending, peerPid = @peerPid, document = @document, updated = @updated
         WHERE pid = @pid AND state = @seenState AND pending IS @seenPending`,
      )
      .run({
        pid: seen.pid,
        state,
        pending,
        peerPid: peerPid ?? seen.peerPid,
        document: JSON.stringify({ ...seen.document, ...document }),
        updated: this.#clock(),
        seenState: seen.state,
        seenPending: seen.pending,
      });
    return changes === 1;
  }

  close(): void {
    this.#database.close();
  }
}

function read(row: unknown): Process | undefined {
  if (row === undefined) return undefined;
  const { place: _, document, ...process } = row as Row;
  return { ...process, document: JSON.parse(document) as ProcessDocument };
}
