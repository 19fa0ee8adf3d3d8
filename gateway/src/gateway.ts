import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { ChangeFeed } from './changes/change-feed';
import { ReceiverRules } from './changes/receiver-rules';
import { connectRedis } from './connect-redis';
import { ConsoleFiles } from './console/console-files';
import { BUILT_PAGES, offlinePage } from './console/offline-page';
import { QUEUE_LIMIT, SANDBOX_CHANNEL, type GatewayConfig } from './config';
import { findOrMakeSecret, KeyFolder } from './crypto/keys';
import { LogKeyRing } from './crypto/log-key-ring';
import { loadCosignKey, type LogKey } from './crypto/log-keys';
import { OfficialRules } from './en16931/official-rules';
import { createSharing, type Sharing } from './data-plane/sharing';
import { createDataspace, type Dataspace } from './dataspace/dataspace';
import { BookDesk } from './books/book-desk';
import { Statistics } from './books/statistics';
import { ErasureDesk } from './erasure/erasure-desk';
import { ErasureFollower } from './erasure/erasure-follower';
import { holdersOf } from './erasure/holders';
import { ActRecorder } from './issuing/act-recorder';
import { enrolmentFor } from './issuing/enrolment-for';
import { GroupCommit } from './issuing/group-commit';
import { InvoiceFinder } from './issuing/invoice-finder';
import { InvoiceReader } from './issuing/invoice-reader';
import { ImportDesk } from './issuing/import-desk';
import { IssueDesk } from './issuing/issue-desk';
import { poolKeeperFor, type PoolKeeper } from './issuing/pool-keeper';
import { RangeKeeper } from './issuing/range-keeper';
import { RegistrationDesk } from './issuing/registration-desk';
import { RegistryReader } from './issuing/registry-reader';
import { TaxpayerDirectory } from './issuing/taxpayer-directory';
import type { Ledger } from './ledger/ledger';
import { createLife, type Life } from './life/life';
import { openLedger } from './ledger/open-ledger';
import { Metrics } from './metrics';
import { deliveryGauges } from './webhook-gauges';
import { ProvenanceDesk } from './provenance/provenance-desk';
import { ProvenanceReader } from './provenance/provenance-reader';
import { createSales, type Sales } from './sales/sales';
import { AccessStore } from './stores/access-store';
import { AnchorStore } from './stores/anchor-store';
import { CutStore } from './stores/cut-store';
import { BooksStore } from './stores/books-store';
import { IndexStore } from './stores/index-store';
import { LogStore } from './stores/log-store';
import { createPeople, type People } from './sign-in/people';
import { OriginalsStore } from './stores/originals-store';
import { PayloadStore } from './stores/payload-store';
import { LocalSearchIndex, openSharedStores, type SearchIndex } from './stores/shared';
import { createStatus, type Status } from './status/status';
import { openWebhookDatabase } from './stores/webhook-database';
import { WebhookLog } from './stores/webhook-log';
import { WebhookStore } from './stores/webhook-store';
import { ReconciliationStore, reconciliationGauges } from './stores/reconciliation-store';
import { FiguresDesk } from './figures/figures-desk';
import { GroupTraces } from './tracing/trace-groups';
import { TraceNotes } from './tracing/trace-notes';
import { startTracing, type Tracing } from './tracing/tracing';
import { PolicyFile, readWitnessPolicy } from './witness/read-policy';
import { isSound, TrustDesk } from './trust/trust-desk';
import { AttestationDesk } from './verification/attestation-desk';
import { EvidenceDesk } from './verification/evidence-desk';
import { PaperDesk } from './verification/paper-desk';
import { ProofDesk } from './verification/proof-desk';
import { VerificationDesk } from './verification/verification-desk';

/** There are fewer codes than this, and one of a code is open at most. */
const PAGE_OF_ALARMS = 100;

/** The gateway's parts, put together once: routes take what they need from here. */
export interface Gateway extends Sales {
  readonly config: GatewayConfig;
  readonly logger: Logger;
  readonly clock: () => number;
  readonly startedAt: number;
  /** Aborted when the process is told to stop: streams end then. */
  readonly stopping: AbortController;
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
  readonly index: IndexStore;
  /** For lists, lineages and statistics: shared by several gateways, or the folder's own. */
  readonly search: SearchIndex;
  readonly log: LogStore;
  /** Absent: checkpoints are shown as they are sealed. */
  readonly witnessPolicy: PolicyFile | undefined;
  readonly logKeys: LogKeyRing;
  /** Whom this gateway trusts, as trust files. */
  readonly trust: TrustDesk;
  readonly anchors: AnchorStore;
  readonly access: AccessStore;
  /** Absent where no identity provider is named. */
  readonly people: People | undefined;
  readonly redis: Redis;
  readonly registry: RegistryReader;
  readonly acts: ActRecorder;
  readonly registrations: RegistrationDesk;
  readonly ranges: RangeKeeper;
  /** Absent where one operator holds every side's keys. */
  readonly poolKeeper: PoolKeeper | undefined;
  readonly desk: IssueDesk;
  readonly imports: ImportDesk;
  readonly finder: InvoiceFinder;
  readonly reader: InvoiceReader;
  readonly proofs: ProofDesk;
  readonly attestations: AttestationDesk;
  readonly erasures: ErasureDesk;
  readonly erasureFollower: ErasureFollower;
  readonly papers: PaperDesk;
  readonly evidence: EvidenceDesk;
  readonly verifications: VerificationDesk;
  readonly changes: ChangeFeed;
  readonly webhooks: WebhookStore;
  readonly webhookLog: WebhookLog;
  readonly receivers: ReceiverRules;
  readonly provenance: ProvenanceReader;
  readonly provenanceDesk: ProvenanceDesk;
  readonly sharing: Sharing;
  readonly dataspace: Dataspace;
  readonly books: BooksStore;
  readonly bookDesk: BookDesk;
  readonly cuts: CutStore;
  readonly statistics: Statistics;
  readonly life: Life;
  readonly figures: FiguresDesk;
  readonly status: Status;
  readonly reconciliation: ReconciliationStore;
  readonly metrics: Metrics;
  /** Absent where nobody traces. */
  readonly tracing: Tracing | undefined;
  /** Resolves when the ledger's reads show what was committed before the call. @throws LedgerError LEDGER_UNAVAILABLE. */
  caughtUp(): Promise<void>;
  /** False while the peer whose blocks are followed is away. */
  following(): boolean;
  close(): void;
}

export function createGateway(config: GatewayConfig, logger: Logger, clock: () => number = Date.now): Gateway {
  const folder = config.dataFolder;
  const keys = new KeyFolder(join(folder, 'keys'));
  const payloads = new PayloadStore(folder);
  const onFault = (error: unknown): void => {
    logger.error({ err: error }, 'the ledger, or its network, failed');
  };
  const onPolicyFault = (err: unknown): void => {
    logger.error({ err }, 'the witness policy was changed and cannot be used');
  };
  const index = new IndexStore(folder);
  const shared = openSharedStores(config.databaseUrl, folder);
  const search = shared?.index ?? new LocalSearchIndex(index);
  const locate = (number: string): number | undefined => index.byNumber(number)?.sequence;
  const opened = openLedger(config.ledger, { folder, keys, payloads, locate, clock, onFault });
  const { ledger, network } = opened;
  const policy = readWitnessPolicy(config.witnessPolicyFile);
  const log = new LogStore(folder, policy !== undefined);
  const logKeys = new LogKeyRing(folder, config.logOrigin);
  const [anchors, access] = [new AnchorStore(folder), new AccessStore(folder)];
  const webhookDatabase = openWebhookDatabase(folder);
  const webhooks = new WebhookStore(webhookDatabase);
  const webhookLog = new WebhookLog(webhookDatabase);
  const redis = connectRedis(config, logger);
  const [books, cuts, reconciliation] = [new BooksStore(folder), new CutStore(folder), new ReconciliationStore(folder)];

  const notes = new TraceNotes(redis, config.queuePrefix);
  const tracing = startTracing('lianpiao-gateway', config.traces);
  const traces =
    tracing &&
    new GroupTraces(tracing, (note) => {
      notes.leave(note);
    });
  const commits = new GroupCommit(ledger, { limit: QUEUE_LIMIT, ...opened.groups, traces });
  const registry = new RegistryReader(ledger, payloads);
  const acts = new ActRecorder(commits);
  const ranges = new RangeKeeper(ledger, registry, acts, { ...config, sandboxChannel: SANDBOX_CHANNEL, clock, onFault });
  const finder = new InvoiceFinder({ ledger, payloads, index, registry });
  const provenance = new ProvenanceReader(ledger, payloads);
  const people = createPeople(config, registry, clock);
  const sharing = createSharing(config, { ledger, payloads, acts, access, people, logger, clock });
  const dataspace = createDataspace(config, { ledger, acts, sharing, clock });
  const metrics = new Metrics({
    lianpiao_ledger_entries: { help: 'Entries of the ledger', value: () => ledger.length() },
    lianpiao_index_height: { help: 'Entries that the index has taken in', value: () => index.height() },
    lianpiao_log_size: { help: 'Entries under the last checkpoint', value: () => log.latest()?.size ?? 0 },
    lianpiao_published_size: { help: 'Entries under the last checkpoint shown', value: () => log.published()?.size ?? 0 },
    lianpiao_witnesses_in_trouble: { help: 'Witnesses that do not cosign', value: () => inTrouble(log) },
    lianpiao_anchored_size: { help: 'Entries under the last anchored checkpoint', value: () => anchors.newest()?.size ?? 0 },
    lianpiao_anchor_alarms: { help: 'Open alarms of anchoring', value: () => anchors.alarms('open', PAGE_OF_ALARMS).length },
    lianpiao_audit_entries: { help: 'Entries of the audit log', value: () => sharing.audit.length() },
    ...reconciliationGauges(reconciliation, clock),
    lianpiao_waiting_commands: { help: 'Commands that wait for the ledger', value: () => commits.depth, over: 'sum' },
    ...deliveryGauges(webhookLog),
  });
  const taxpayers = new TaxpayerDirectory(
    ledger,
    findOrMakeSecret(join(folder, 'keys', 'taxpayer-fingerprint.key'), () => randomBytes(32)),
  );
  const desk = new IssueDesk({ ledger, payloads, registry, commits, ranges, metrics });
  const rules = config.en16931Rules === undefined ? undefined : new OfficialRules(config.en16931Rules);
  const imports = new ImportDesk({ ledger, payloads, registry, desk, originals: new OriginalsStore(folder), rules, clock });
  const sales = createSales(folder, { ledger, registry, desk, taxpayers, clock });
  const proofs = new ProofDesk(log, anchors, (note) => isSound(note, logKeys.trusted()));
  const status = createStatus(folder, { ledger, payloads, finder, acts, proofs, logger, clock, network });
  const attesterKey = loadCosignKey(folder, config.attesterName);
  const attestations = attestationDesk(config, ledger, attesterKey, onFault);
  const holders = holdersOf(config.ledger, ledger);
  const copies = { payloads, shared: shared?.records };
  const erasures = new ErasureDesk({ ledger, ...copies, acts, log: config.logOrigin, key: attesterKey, holders, clock });
  const papers = new PaperDesk({ proofs, ledger, registry, folder, publicUrl: config.publicUrl, clock });
  const isHanded = (invoice: string, company: string): boolean => sales.handovers.has(invoice, company);
  const life = createLife({ folder, isHanded, ledger, payloads, finder, log, registry, taxpayers, commits, desk, logger, clock });
  const trust = new TrustDesk(folder, logKeys, attestations.isShared ? attestations.vkeys : []);

  return {
    config,
    logger,
    clock,
    startedAt: clock(),
    stopping: new AbortController(),
    ledger,
    payloads,
    index,
    search,
    log,
    witnessPolicy: policy && new PolicyFile(config.witnessPolicyFile as string, policy, onPolicyFault),
    logKeys,
    trust,
    anchors,
    access,
    people,
    redis,
    registry,
    acts,
    registrations: new RegistrationDesk(acts, enrolmentFor(config.ledger, opened, acts, keys), taxpayers),
    ranges,
    poolKeeper: poolKeeperFor(network, { ledger, registry, ranges, logger }),
    desk,
    imports,
    ...sales,
    finder,
    reader: new InvoiceReader(finder, payloads),
    proofs,
    attestations,
    erasures,
    erasureFollower: new ErasureFollower({ ledger, desk: erasures, locate, stores: [], clock, onFault }),
    papers,
    evidence: new EvidenceDesk({
      proofs,
      papers,
      imports,
      trustFile: () => trust.newest().json,
      page: () => offlinePage(new ConsoleFiles(BUILT_PAGES), trust.newest().json),
    }),
    verifications: new VerificationDesk(finder, () => trust.newest().file, ledger),
    changes: new ChangeFeed({ ledger, index, registry }),
    webhooks,
    webhookLog,
    receivers: new ReceiverRules(config.webhookAllow),
    provenance,
    provenanceDesk: new ProvenanceDesk(acts, provenance),
    sharing,
    dataspace,
    books,
    cuts,
    bookDesk: new BookDesk({ ledger, payloads, index, registry, books, clock }),
    statistics: new Statistics({ index: search, ledger, registry }),
    life,
    figures: new FiguresDesk({ index, registry, key: () => keys.findOrCreate('figures'), issuer: config.logOrigin, clock }),
    status,
    reconciliation,
    metrics,
    tracing,
    caughtUp: () => opened.caughtUp(),
    following: () => opened.following(),
    close: () => {
      redis.disconnect();
      const { sales: saleStore } = sales;
      for (const store of [ledger, payloads, index, log, anchors, access, webhooks, books, cuts, reconciliation, saleStore])
        store.close();
      for (const part of [people, dataspace, sharing, life, papers, status.store, imports]) part?.close();
      void shared?.close();
    },
  };
}

function attestationDesk(config: GatewayConfig, ledger: Ledger, key: LogKey, onFault: (error: unknown) => void): AttestationDesk {
  const policy = readWitnessPolicy(config.attestersFile, 'LIANPIAO_ATTESTERS');
  return new AttestationDesk({ ledger, log: config.logOrigin, key, policy, onFault });
}

function inTrouble(log: LogStore): number {
  return log.witnesses().filter(({ trouble }) => trouble !== null).length;
}
