import type { Logger } from 'pino';
import { AuditReader } from '../access/audit-reader';
import { AuditSealer } from '../access/audit-sealer';
import { Decider } from '../access/decide';
import { GrantDesk } from '../access/grant-desk';
import { GrantReader } from '../access/grant-reader';
import { GrantTokens } from '../access/grant-token';
import { TermsReader } from '../access/terms-reader';
import type { GatewayConfig } from '../config';
import type { ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader } from '../ledger/ledger';
import type { AccessStore } from '../stores/access-store';
import { AuditStore } from '../stores/audit-store';
import type { PayloadStore } from '../stores/payload-store';
import { Cursors } from './cursor';
import { DataDesk } from './data-desk';
import { Sources } from './sources';
import { readSources } from './sources-file';

/** The parts that share data under grants. */
export interface Sharing {
  readonly audit: AuditStore;
  readonly auditReader: AuditReader;
  readonly sealer: AuditSealer;
  readonly terms: TermsReader;
  readonly grants: GrantDesk;
  readonly grantReader: GrantReader;
  readonly tokens: GrantTokens;
  readonly desk: DataDesk;
  close(): void;
}

interface SharingParts {
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly acts: ActRecorder;
  readonly access: AccessStore;
  readonly logger: Logger;
  readonly clock: () => number;
}

export function createSharing(config: GatewayConfig, { ledger, payloads, acts, access, logger, clock }: SharingParts): Sharing {
  const folder = config.dataFolder;
  const audit = new AuditStore(folder, clock);
  const terms = new TermsReader(ledger, payloads);
  const decider = new Decider(ledger, terms, clock, (keyId) => access.find(keyId)?.revokedAt === null);
  const sources = new Sources(readSources(config.sourcesFile));
  return {
    audit,
    auditReader: new AuditReader(ledger, audit),
    sealer: new AuditSealer(ledger, audit, acts, logger),
    terms,
    grants: new GrantDesk({ ledger, acts, terms, decider, sources, clock }),
    grantReader: new GrantReader(ledger, terms, clock),
    tokens: new GrantTokens(folder),
    desk: new DataDesk({ decider, audit, sources, cursors: new Cursors(folder) }),
    close: () => {
      sources.close();
      audit.close();
    },
  };
}
