import type { Logger } from 'pino';
import type { TermsReader } from '../access/terms-reader';
import type { Cursors } from '../data-plane/cursor';
import type { Sources } from '../data-plane/sources';
import type { ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader } from '../ledger/ledger';
import type { AuditStore } from '../stores/audit-store';
import { DirectoryStore } from '../stores/directory-store';
import type { PayloadStore } from '../stores/payload-store';
import { ProbeStore } from '../stores/probe-store';
import { DirectoryDesk } from './directory-desk';
import { DirectoryReader } from './directory-reader';
import { OpenReads } from './open-reads';
import { Prober } from './prober';

/** The parts of the directory chain. */
export interface Directory {
  readonly desk: DirectoryDesk;
  readonly reader: DirectoryReader;
  readonly prober: Prober;
  readonly openReads: OpenReads;
  close(): void;
}

interface DirectoryParts {
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly acts: ActRecorder;
  readonly terms: TermsReader;
  readonly sources: Sources;
  readonly cursors: Cursors;
  readonly audit: AuditStore;
  readonly logger: Logger;
  readonly clock: () => number;
}

export function createDirectory(folder: string, parts: DirectoryParts): Directory {
  const { ledger, acts } = parts;
  const store = new DirectoryStore(folder);
  const desk = new DirectoryDesk(ledger, acts);
  const reader = new DirectoryReader({ ...parts, store });
  return {
    desk,
    reader,
    prober: new Prober({ ...parts, reader, desk, probes: new ProbeStore(store.database) }),
    openReads: new OpenReads(parts),
    close: () => {
      store.close();
    },
  };
}
