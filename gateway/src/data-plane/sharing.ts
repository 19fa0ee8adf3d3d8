import type { Logger } from 'pino';
import { AuditReader } from '../access/audit-reader';
import { Inspections } from '../access/inspections';
import { ReceiptKeeper } from '../access/receipt-keeper';
import { UsageAlerts } from '../access/usage-alerts';
import { UsageReader } from '../access/usage-reader';
import { AuditSealer } from '../access/audit-sealer';
import { Decider } from '../access/decide';
import { GrantDesk } from '../access/grant-desk';
import { GrantReader } from '../access/grant-reader';
import { GrantTokens } from '../access/grant-token';
import { KeyProofs } from '../access/key-proofs';
import { SharingDesk } from '../access/sharing-desk';
import { SharingLists } from '../access/sharing-lists';
import { TermsReader } from '../access/terms-reader';
import { createDirectory, type Directory } from '../catalogue/directory';
import type { GatewayConfig } from '../config';
import type { ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader } from '../ledger/ledger';
import { isLive, type People } from '../sign-in/people';
import type { AccessStore } from '../stores/access-store';
import { AuditStore } from '../stores/audit-store';
import type { PayloadStore } from '../stores/payload-store';
import { RunDesk } from '../templates/run-desk';
import { RunList } from '../templates/run-list';
import { TemplateDesk } from '../templates/template-desk';
import { CopyMarks } from './copy-mark';
import { CopyTracer } from './copy-tracer';
import { Cursors } from './cursor';
import { DataDesk } from './data-desk';
import { Sources } from './sources';
import { readSources } from './sources-file';

/** The parts that share data under grants. */
export interface Sharing {
  readonly audit: AuditStore;
  readonly auditReader: AuditReader;
  readonly sealer: AuditSealer;
  readonly receiptKeeper: ReceiptKeeper;
  readonly usage: UsageReader;
  readonly alerts: UsageAlerts;
  readonly inspections: Inspections;
  readonly copies: CopyTracer;
  readonly terms: TermsReader;
  readonly grants: GrantDesk;
  readonly grantReader: GrantReader;
  readonly sharingDesk: SharingDesk;
  readonly sharingLists: SharingLists;
  readonly tokens: GrantTokens;
  readonly proofs: KeyProofs;
  readonly desk: DataDesk;
  /** What there is to share, and whose duty it is. */
  readonly directory: Directory;
  readonly templates: TemplateDesk;
  readonly runs: RunDesk;
  readonly runList: RunList;
  close(): void;
}

interface SharingParts {
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly acts: ActRecorder;
  readonly access: AccessStore;
  readonly people: People | undefined;
  readonly logger: Logger;
  readonly clock: () => number;
}

export function createSharing(
  config: GatewayConfig,
  { ledger, payloads, acts, access, people, logger, clock }: SharingParts,
): Sharing {
  const folder = config.dataFolder;
  const audit = new AuditStore(folder, clock);
  const terms = new TermsReader(ledger, payloads);
  const decider = new Decider(ledger, terms, clock, (keyId) => isLive({ access, people }, keyId));
  const marks = new CopyMarks(folder);
  const sources = new Sources(readSources(config.sourcesFile));
  const cursors = new Cursors(folder);
  const directory = createDirectory(folder, { ledger, payloads, acts, terms, sources, cursors, audit, logger, clock });
  const tokens = new GrantTokens(folder);
  const desk = new DataDesk({ decider, audit, sources, cursors, marks });
  const templates = new TemplateDesk(ledger, acts, terms);
  const grants = new GrantDesk({ ledger, acts, terms, decider, sources, clock });
  return {
    audit,
    auditReader: new AuditReader(ledger, audit),
    sealer: new AuditSealer(ledger, audit, acts, logger),
    receiptKeeper: new ReceiptKeeper(ledger, audit.receipts, acts, logger),
    usage: new UsageReader(ledger, audit.receipts, clock),
    alerts: new UsageAlerts(audit, audit.receipts, clock),
    inspections: new Inspections(ledger, audit),
    copies: new CopyTracer(ledger, marks),
    terms,
    grants,
    sharingDesk: new SharingDesk({ ledger, acts, grants, clock }),
    sharingLists: new SharingLists({ ledger, payloads, clock }),
    grantReader: new GrantReader(ledger, terms, clock),
    tokens,
    proofs: new KeyProofs(config.publicUrl, tokens, clock),
    directory,
    desk,
    templates,
    runs: new RunDesk({ ledger, acts, desk, templates, runs: audit.runs, clock }),
    runList: new RunList({ ledger, payloads, runs: audit.runs, clock }),
    close: () => {
      sources.close();
      directory.close();
      audit.close();
    },
  };
}
