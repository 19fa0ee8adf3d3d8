import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { LedgerError, type Command, type EntryFacts } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../../gateway/src/crypto/keys';
import { ActRecorder } from '../../gateway/src/issuing/act-recorder';
import { KeyFolderEnrolment } from '../../gateway/src/issuing/enrolment';
import { FabricEnrolment } from '../../gateway/src/issuing/fabric-enrolment';
import { GroupCommit } from '../../gateway/src/issuing/group-commit';
import { InvoiceFinder } from '../../gateway/src/issuing/invoice-finder';
import { IssueDesk } from '../../gateway/src/issuing/issue-desk';
import { RangeKeeper } from '../../gateway/src/issuing/range-keeper';
import { RegistrationDesk } from '../../gateway/src/issuing/registration-desk';
import { RegistryReader } from '../../gateway/src/issuing/registry-reader';
import { TaxpayerDirectory } from '../../gateway/src/issuing/taxpayer-directory';
import { openLedger, type Ledger, type LedgerSettings, type Submission } from '../../gateway/src/ledger';
import { createLife, type Life } from '../../gateway/src/life/life';
import { Metrics } from '../../gateway/src/metrics';
import { IndexStore } from '../../gateway/src/stores/index-store';
import { installNativeHasher, LogStore, PayloadStore } from '../../gateway/src/stores';
import { taxIdOf } from './tax-id';

const ACTOR = { keyId: 'test', why: 'test' };
export const OPERATOR = 'operator';

/** A gateway's parts on a ledger of any kind, without HTTP: what it takes to register and to issue. */
export interface LedgerOffice {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
  readonly registry: RegistryReader;
  readonly acts: ActRecorder;
  /** Where requests meet before they become transactions. */
  readonly commits: GroupCommit;
  /** By which receipts are checked. */
  readonly operatorKey: string;
  /** Registers the bureau, and on Fabric the operator, unless they are there. */
  found(): Promise<void>;
  /** Registers a seller with tills `<prefix>-1` … and gives them numbers; the prefix is the seller when nothing is said. */
  seller(id: string, tills: number, prefix?: string): Promise<void>;
  organisation(id: string, role: 'company' | 'consumer' | 'provider', taxId?: string): Promise<void>;
  /** Invoices' lives, as a gateway changes them. */
  life(): Life;
  /** An invoice command as the desk makes it. */
  issue(caller: string, request: Readonly<Record<string, unknown>>): Submission;
  record(caller: string, facts: EntryFacts): Submission;
  caughtUp(): Promise<void>;
  /** What the ledger has reported as faults of its own. */
  readonly faults: readonly unknown[];
  close(): void;
  remove(): void;
}

export function openOffice(settings: LedgerSettings, folder = mkdtempSync(join(tmpdir(), 'lianpiao-office-'))): LedgerOffice {
  installNativeHasher();
  const keys = new KeyFolder(join(folder, 'keys'));
  const payloads = new PayloadStore(folder);
  const faults: unknown[] = [];
  const onFault = (error: unknown): void => void faults.push(error);
  const { ledger, network, caughtUp, groups } = openLedger(settings, {
    folder,
    keys,
    payloads,
    locate: () => undefined,
    clock: Date.now,
    onFault,
  });
  const registry = new RegistryReader(ledger, payloads);
  // Groups as a gateway makes them on a ledger of this kind.
  const commits = new GroupCommit(ledger, { limit: 100_000, ...groups });
  const acts = new ActRecorder(commits);
  const enrolment =
    network === undefined ? new KeyFolderEnrolment(keys) : new FabricEnrolment({ network, ledger, acts, operator: OPERATOR });
  const taxpayers = new TaxpayerDirectory(ledger, createHash('sha256').update('test').digest());
  const desk = new RegistrationDesk(acts, enrolment, taxpayers);
  const ranges = new RangeKeeper(ledger, registry, acts, {
    regionAndChannel: '440',
    sandboxChannel: '9',
    tillChunk: 10_000,
    sellerChunk: 1_000_000,
    clock: Date.now,
    onFault: () => undefined,
  });
  const register = async (organisation: string, role: never, party: object): Promise<void> => {
    if (registry.organisation(organisation) !== undefined) return;
    const caller = organisation === 'bureau' ? organisation : 'bureau';
    await desk.organisation(caller, { organisation, role, sandbox: false, party }, ACTOR);
  };
  const index = new IndexStore(folder);
  const issuing = new IssueDesk({ ledger, payloads, registry, commits, ranges, metrics: new Metrics({}) });
  const finder = new InvoiceFinder({ ledger, payloads, index, registry });
  const log = new LogStore(folder);
  const life = createLife({
    folder,
    isHanded: () => false,
    ledger,
    payloads,
    finder,
    log,
    registry,
    taxpayers,
    commits,
    desk: issuing,
    logger: pino({ level: 'silent' }),
    clock: Date.now,
  });
  /** Suites that share a network may found at once: whoever was faster has done it for all. */
  const unlessThere = async (found: () => Promise<void>): Promise<void> => {
    try {
      await found();
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code !== 'ORGANISATION_EXISTS') throw error;
      await caughtUp();
    }
  };
  const seed = (): string => randomBytes(32).toString('hex');
  const office: LedgerOffice = {
    folder,
    ledger,
    payloads,
    registry,
    acts,
    commits,
    get operatorKey() {
      return keys.require('operator').publicKey;
    },
    async found() {
      await caughtUp();
      await unlessThere(() => register('bureau', 'bureau' as never, { name: '示例税务局' }));
      if (network === undefined) return;
      await unlessThere(() => register(OPERATOR, 'platform' as never, { name: 'operator', taxId: taxIdOf(OPERATOR) }));
    },
    async seller(id, tills, prefix = id) {
      await register(id, 'merchant' as never, { name: id, taxId: taxIdOf(id) });
      const names = Array.from({ length: tills }, (_, index) => `${prefix}-${String(index + 1)}`);
      for (const till of names) await desk.till('bureau', till, id, ACTOR);
      await ranges.topUp(names);
    },
    organisation: (id, role, taxId) => register(id, role as never, { name: id, ...(taxId === undefined ? {} : { taxId }) }),
    life: () => life,
    issue: (caller, request) => {
      const command: Command = { type: 'invoice.issue', request, seller: registry.sellerOf(request['till']), seed: seed() };
      return { caller, command };
    },
    record: (caller, facts) => {
      const fields = [{ name: 'why', text: '"test"' }];
      return { caller, command: { type: 'entry.record', facts, record: { seed: seed(), fields } } };
    },
    caughtUp,
    faults,
    close() {
      life.close();
      ledger.close();
      index.close();
      log.close();
      payloads.close();
    },
    remove() {
      office.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return office;
}
