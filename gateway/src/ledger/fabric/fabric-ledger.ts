import {
  ENTRY_KEY_PREFIX,
  executeCommand,
  LedgerError,
  mspOfRole,
  stateKeys,
  type ChangeLife,
  type ErrorCode,
  type ErrorDetail,
  type IssueInvoice,
  type JsonValue,
  type OrganisationState,
  type RecordEntry,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../../crypto/log-keys';
import type { PayloadStore } from '../../stores/payload-store';
import type { BlockStore } from '../embedded/block-store';
import { GroupState } from '../embedded/group-state';
import type { Ledger, Submission, Verdict } from '../ledger';
import { AcceptedVerdicts } from './accepted-verdicts';
import type { BlockFollower } from './block-follower';
import { ChannelError, ledgerErrorOf, retryAfter } from './channel-error';
import type { FabricChannel, FabricIdentity, Proposal } from './fabric-channel';
import type { Identities } from './identities';
import { sidesOf } from './key-sides';
import { lanesOf, sellerOf } from './lanes';
import type { Mirror } from './mirror';
import { MirrorReader } from './mirror-reader';
import { erasureProposal, isErasure } from './erasure';
import { entryProposal, invoiceProposal, lifeProposal } from './proposals';
import { Transactor } from './transactor';

export interface FabricLedgerParts {
  readonly blocks: BlockStore;
  readonly mirror: Mirror;
  readonly payloads: PayloadStore;
  readonly channel: FabricChannel;
  readonly follower: BlockFollower;
  readonly identities: Identities;
  /** The organisation that issues for the sellers who have delegated to it. */
  readonly operator: string;
  /** Invoices of one transaction at most. */
  readonly batch: number;
  /** The sequence of an invoice, by an index; undefined when the index does not have it yet. */
  readonly locate: (number: string) => number | undefined;
  readonly clock: () => number;
  /** Told of a fault of ours while one command was looked at; its neighbours go on. */
  readonly onFault: (error: unknown) => void;
}

/** How often a group is tried as a new transaction while others are faster. */
const ATTEMPTS = 8;
const PAUSE_MS = 40;

/** An accepted one has its entry under the batch's key, in the order of the requests. */
type BatchVerdict =
  { readonly accepted: true } | { readonly accepted: false; readonly code: ErrorCode; readonly detail: ErrorDetail };

/** What the rules on the mirror let pass. */
interface Checked {
  /** Places in the run. */
  readonly open: readonly number[];
  /** What they would write, by key. */
  readonly written: ReadonlyMap<string, JsonValue>;
}

/**
 * The ledger on a Fabric channel. Reads come from the mirror of this organisation's peer. A submitted command is first
 * looked at with the same rules on the mirror, which gives a refusal in full; what they let pass becomes a transaction:
 * one for many invoices, signed by the operator where the seller has delegated to it, and one for every other command, signed by its caller. It counts when its
 * block is in the mirror.
 *
 * Beside the port's promises: `submit` never rejects for a fault of the network; the commands that it concerns get it as
 * their verdict, because others of the same call may be committed already.
 */
export class FabricLedger extends MirrorReader implements Ledger {
  readonly #parts: FabricLedgerParts;
  readonly #transactor: Transactor;
  readonly #accepted: AcceptedVerdicts;

  constructor(parts: FabricLedgerParts) {
    super(parts.blocks);
    this.#parts = parts;
    this.#accepted = new AcceptedVerdicts(parts);
    this.#transactor = new Transactor(parts);
  }

  /** Resolves when reads show all that the peer has at the time of the call. @throws LedgerError LEDGER_UNAVAILABLE. */
  async caughtUp(): Promise<void> {
    try {
      await this.#parts.follower.caughtUp();
    } catch (error) {
      throw error instanceof ChannelError ? ledgerErrorOf(error) : error;
    }
  }

  override state(key: string): JsonValue | undefined {
    if (!key.startsWith(ENTRY_KEY_PREFIX)) return super.state(key);
    const [txId = '', index = ''] = key.slice(ENTRY_KEY_PREFIX.length).split('/');
    const place = this.#parts.mirror.transaction(txId);
    if (place === undefined || Number(index) >= place.count) return undefined;
    return this.entryAt(String(place.first + Number(index)));
  }

  entryPlace(sequence: number): string {
    const place = this.#parts.mirror.transactionAt(sequence);
    return place === undefined ? '' : `${place.txId}/${String(sequence - place.first)}`;
  }

  /** False while the peer is away, or has another chain. */
  following(): boolean {
    return this.#parts.follower.following;
  }

  protected override positionOf(txId: string): number | undefined {
    return this.#parts.mirror.transaction(txId)?.position ?? undefined;
  }

  /** Commands that share a lane are best not under way together. */
  lanesOf(submission: Submission): readonly string[] {
    return lanesOf(submission, (key) => this.state(key));
  }

  async submit(submissions: readonly Submission[]): Promise<readonly Verdict[]> {
    try {
      // A mirror of another chain decides nothing.
      await this.#parts.follower.joined();
    } catch (error) {
      const refusal = this.#refusal(isBehind(error) ? new LedgerError('LEDGER_UNAVAILABLE', {}, { cause: error }) : error);
      return submissions.map(() => refusal);
    }
    const verdicts: Verdict[] = [];
    while (verdicts.length < submissions.length) {
      const run = this.#nextRun(submissions, verdicts.length);
      for (const verdict of await this.#tryOften(run)) verdicts.push(verdict);
    }
    return verdicts;
  }

  /** Commands of one transaction, tried again while others overtake it. */
  async #tryOften(run: readonly Submission[]): Promise<Verdict[]> {
    const verdicts = new Map<number, Verdict>();
    for (let attempt = 1; ; attempt += 1) {
      const checked = this.#checkFirst(run, verdicts);
      const { open } = checked;
      if (open.length === 0) break;
      try {
        await this.#transact(run, checked, verdicts);
        break;
      } catch (error) {
        const again = error instanceof ChannelError && mayPass(error) && attempt < ATTEMPTS;
        if (again) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt * (0.5 + Math.random())));
        else {
          const refusal = this.#refusal(isBehind(error) ? new LedgerError('LEDGER_UNAVAILABLE', {}, { cause: error }) : error);
          for (const index of open) verdicts.set(index, refusal);
          break;
        }
      }
    }
    return run.map((_, index) => verdicts.get(index) ?? this.#refusal(new Error('a command got no verdict')));
  }

  /** Runs the rules on the mirror; what they refuse has its verdict. */
  #checkFirst(run: readonly Submission[], verdicts: Map<number, Verdict>): Checked {
    const state = new GroupState(this.#parts.clock(), 'not sent yet', (key) => this.state(key));
    const open: number[] = [];
    run.forEach(({ caller, command }, index) => {
      if (verdicts.has(index)) return;
      state.caller = caller;
      try {
        executeCommand(state, command, nodeSignatures);
        open.push(index);
      } catch (error) {
        verdicts.set(index, this.#refusal(error));
      }
    });
    return { open, written: state.written };
  }

  async #transact(run: readonly Submission[], { open, written }: Checked, verdicts: Map<number, Verdict>): Promise<void> {
    const commands = open.map((index) => (run[index] as Submission).command);
    const [first] = commands;
    if (first !== undefined && first.type !== 'invoice.issue') {
      const verdict = await this.#record(run[open[0] as number] as Submission, first, written);
      if (verdict !== undefined) verdicts.set(open[0] as number, verdict);
      return;
    }
    const invoices = commands as IssueInvoice[];
    const identity = this.#identityOf(this.#signerOf(run[open[0] as number] as Submission));
    const { txId, answer } = await this.#transactor.transact(identity, invoiceProposal(invoices, identity.mspId), (text) =>
      text.includes('"accepted":true'),
    );
    const answers = JSON.parse(answer) as BatchVerdict[];
    const accepted = answers.some((one) => one.accepted) ? this.#accepted.of(txId) : [];
    answers.forEach((one, place) => {
      const verdict = one.accepted ? accepted.shift() : this.#refusal(new LedgerError(one.code, one.detail));
      if (verdict !== undefined) verdicts.set(open[place] as number, verdict);
    });
  }

  /** The commands that make the next transaction: invoices that one identity signs, anything else by itself. */
  #nextRun(submissions: readonly Submission[], from: number): readonly Submission[] {
    const signer = this.#signerOf(submissions[from] as Submission);
    const joins = (one: Submission | undefined): boolean =>
      one?.command.type === 'invoice.issue' && this.#signerOf(one) === signer;
    let end = from + 1;
    if (submissions[from]?.command.type === 'invoice.issue')
      while (end - from < this.#parts.batch && joins(submissions[end])) end += 1;
    return submissions.slice(from, end);
  }

  /** The operator issues for the sellers who have delegated to it; for others whoever calls does, as for all else. */
  #signerOf({ caller, command }: Submission): string {
    if (command.type !== 'invoice.issue') return caller;
    const { operator } = this.#parts;
    const seller = sellerOf((command.request as { readonly till?: unknown } | undefined)?.till, (key) => this.state(key));
    return seller !== undefined && this.state(stateKeys.delegation(seller, operator)) === true ? operator : caller;
  }

  async #record(
    { caller }: Submission,
    command: ChangeLife | RecordEntry,
    written: Checked['written'],
  ): Promise<Verdict | undefined> {
    const identity = this.#identityOf(caller, command.type === 'entry.record' ? command : undefined);
    const proposal = this.#proposalOf(command, identity.mspId);
    const endorsers = new Set([...proposal.endorsers, ...sidesOf(written, (key) => this.state(key))]);
    const { txId } = await this.#transactor.transact(identity, { ...proposal, endorsers: [...endorsers] });
    return this.#accepted.of(txId)[0];
  }

  #proposalOf(command: ChangeLife | RecordEntry, mspId: string): Proposal {
    if (command.type === 'life.change') return lifeProposal(command, mspId);
    return isErasure(command) ? erasureProposal(command, { ...this.#parts, ledger: this }) : entryProposal(command, mspId);
  }

  /** A certificate of the MSP to which the organisation's role belongs; the first registration brings its role along. */
  #identityOf(organisation: string, command?: RecordEntry): FabricIdentity {
    const registered = this.state(stateKeys.organisation(organisation)) as OrganisationState | undefined;
    const first = command?.facts.type === 'organisation.registered' && command.facts.organisation === organisation;
    const role = registered?.role ?? (first ? command.facts.role : undefined);
    if (role === undefined) throw new LedgerError('ORGANISATION_UNKNOWN', { found: organisation });
    return this.#parts.identities.require(mspOfRole(role), organisation);
  }

  #refusal(error: unknown): Verdict {
    if (error instanceof LedgerError) return { accepted: false, error };
    if (error instanceof ChannelError) return { accepted: false, error: ledgerErrorOf(error) };
    this.#parts.onFault(error);
    return { accepted: false, error: new LedgerError('INTERNAL', {}, { cause: error }) };
  }

  /** Ends following; what is under way gets no answer any more. */
  override close(): void {
    void this.end();
  }

  /** The same; resolves when nothing is open any more. */
  async end(): Promise<void> {
    await this.#parts.follower.stop();
    this.#parts.channel.close();
    this.#parts.blocks.close();
  }
}

/** What no rule says: an answer of the channel itself, which stays the same. */
const SAID_BY_THE_CHANNEL: readonly ErrorCode[] = ['ENDORSEMENT_MISSING', 'LEDGER_HANDING_OVER', 'TRANSACTION_TIME_OFF'];

/**
 * True where another attempt may do better. The rules have just accepted on the mirror what an endorser refuses: its peer is a
 * block behind, or the mirror is. Either way the next attempt asks the rules on the mirror again, and then the endorsers.
 */
function mayPass(error: ChannelError): boolean {
  if (error.problem !== 'refused') return retryAfter(error) === 'new-transaction';
  return ![...SAID_BY_THE_EMPTY, ...SAID_BY_THE_CHANNEL].includes(ledgerErrorOf(error).code);
}

/** What an endorser says of a caller whom the mirror knows, with its role and the certificate for it: it has lost its state. */
const SAID_BY_THE_EMPTY: readonly ErrorCode[] = ['ACTION_FORBIDDEN', 'ORGANISATION_UNKNOWN'];

/**
 * True for a refusal that the rules have just not given on the mirror, in the name of a caller that the mirror knows: the
 * endorser is behind (a peer with a new disk), so the same request may be sent again.
 */
function isBehind(error: unknown): boolean {
  return error instanceof ChannelError && error.problem === 'refused' && SAID_BY_THE_EMPTY.includes(ledgerErrorOf(error).code);
}
