import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  canonicalJson,
  mspOfRole,
  type Command,
  type EntryFacts,
  type IssueInvoice,
  type JsonValue,
} from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../../../gateway/src/crypto/keys';
import { EmbeddedLedger } from '../../../gateway/src/ledger';
import { PayloadStore } from '../../../gateway/src/stores';
import { compareLedgers, subjectOf, type Outcome, type Subject, type Tally } from '../../support/compare-ledgers';
import { FabricChannel, type Committed } from '../../support/fabric-channel';
import { anyOperation, openingOperations, PEOPLE, writableKeys, type Operation } from '../../support/random-operations';
import { contracts, NOW } from './market';

const SEED = Number(process.env['LIANPIAO_TEST_SEED'] ?? 20261122);
const YEAR = '26';
const RUNS = 20;
const OPERATIONS = 110;

const TRANSACTIONS: Readonly<Record<EntryFacts['type'], string>> = {
  'organisation.registered': 'registry:registerOrganisation',
  'till.registered': 'registry:registerTill',
  'delegation.granted': 'registry:grantDelegation',
  'delegation.revoked': 'registry:revokeDelegation',
  'range.allotted': 'range:allot',
  'range.assigned': 'range:assign',
  'act.recorded': 'act:record',
  'provenance.registered': 'provenance:register',
  'provenance.event': 'provenance:note',
  'resource.registered': 'access:registerResource',
  'resource.transferred': 'access:transferResource',
  'grant.granted': 'access:grant',
  'grant.paused': 'access:pause',
  'grant.resumed': 'access:resume',
  'grant.revoked': 'access:revoke',
  'audit.sealed': 'access:sealAudit',
};

/** The contracts, loaded by Fabric's loader, on a channel of stubs. */
function fabricSubject(): Subject & { readonly channel: FabricChannel } {
  const channel = new FabricChannel(contracts);
  const entries: string[] = [];

  async function invoke(caller: string, commands: readonly Command[]): Promise<readonly Outcome[]> {
    const role = PEOPLE[caller];
    const sender = {
      attributes: { 'lianpiao.organisation': caller },
      mspId: role === undefined ? 'Merchants' : mspOfRole(role),
      now: NOW,
    };
    const sent = await channel.invoke({ ...sender, ...partsOf(commands) });
    expect(sent.code).toBe('VALID');
    const texts = JSON.parse(channel.state.get(`batch/${sent.txId}`)?.toString() ?? '[]') as string[];
    entries.push(...texts);
    expect(sent.event?.payload).toBe(texts.length === 0 ? undefined : `{"count":${String(texts.length)}}`);
    expect(recordsOf(channel, sent)).toBe(texts.length);
    if (sent.status !== 200) return commands.map(() => ({ code: sent.message.split(':')[0]! }));
    if (commands[0]!.type === 'entry.record') return [{ text: sent.payload }];
    let next = 0;
    return (JSON.parse(sent.payload) as ({ accepted: true } | { accepted: false; code: string })[]).map((verdict) =>
      verdict.accepted ? { text: texts[next++]! } : { code: verdict.code },
    );
  }

  return {
    channel,
    submit: ({ caller, commands }) => invoke(caller, commands),
    state: (key) => {
      const bytes = channel.state.get(key);
      return bytes === undefined ? undefined : (JSON.parse(bytes.toString()) as JsonValue);
    },
    entries: () => entries,
  };
}

/** How many records a transaction put into collections. */
function recordsOf(channel: FabricChannel, { privateWrites }: Committed): number {
  const lists = privateWrites.map(({ collection, key }) => channel.collections[collection]!.get(key)!);
  return lists.reduce((sum, text) => sum + (JSON.parse(text) as unknown[]).length, 0);
}

function partsOf(commands: readonly Command[]): { transaction: string; args?: string[]; transient: Record<string, string> } {
  const [first] = commands;
  if (first?.type !== 'entry.record') {
    const batch = (commands as IssueInvoice[]).map(({ type: _, ...rest }) => rest);
    return { transaction: 'invoice:issue', transient: { batch: JSON.stringify(batch) } };
  }
  const { type, ...facts } = first.facts;
  return {
    transaction: TRANSACTIONS[type],
    args: [canonicalJson(facts)],
    transient: { commands: JSON.stringify({ record: first.record }) },
  };
}

/** An embedded ledger in a folder of its own, at the same time as the channel. */
async function withEmbedded<Result>(use: (ledger: EmbeddedLedger) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-differential-'));
  const keys = new KeyFolder(join(folder, 'keys'));
  for (const id of Object.keys(PEOPLE)) keys.findOrCreate(id);
  const payloads = new PayloadStore(folder);
  const ledger = new EmbeddedLedger({ folder, keys, payloads, clock: () => NOW, onFault: () => undefined });
  try {
    return await use(ledger);
  } finally {
    ledger.close();
    payloads.close();
    rmSync(folder, { recursive: true });
  }
}

describe('random operations', () => {
  it(`end on the contracts as on the embedded ledger, to the byte (seed ${String(SEED)})`, async () => {
    const tally: Tally = new Map();
    const kinds = new Set<string>();
    let operations = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyOperation(YEAR), { minLength: OPERATIONS, maxLength: OPERATIONS, size: 'max' }),
        async (random: readonly Operation[]) => {
          const all = [...openingOperations(YEAR), ...random];
          await withEmbedded((ledger) =>
            compareLedgers(subjectOf(ledger), fabricSubject(), all, { keys: writableKeys(YEAR), oneClock: true }, tally),
          );
          operations += random.length;
          for (const { commands } of random) {
            for (const command of commands) kinds.add(command.type === 'entry.record' ? command.facts.type : command.type);
          }
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
    expect(operations).toBeGreaterThanOrEqual(2000);
    expect([...kinds].sort()).toEqual([...Object.keys(TRANSACTIONS), 'invoice.issue'].sort());
    const counts = [...tally].sort(([, left], [, right]) => right - left);
    console.info(`${String(operations)} operations: ${counts.map(([name, count]) => `${name} ${String(count)}`).join(', ')}`);
    expect(tally.get('accepted')).toBeGreaterThan(1500);
    expect(tally.size).toBeGreaterThan(35);
  }, 240_000);

  it('write no key that is not compared', async () => {
    const subject = fabricSubject();
    const random = fc.sample(anyOperation(YEAR), { seed: SEED, numRuns: 400 });
    for (const operation of [...openingOperations(YEAR), ...random]) await subject.submit(operation);
    const known = new Set(writableKeys(YEAR));
    const others = Object.keys(subject.channel.values()).filter((key) => !known.has(key));
    expect(others.filter((key) => !/^(?:batch|references)\//.test(key))).toEqual([]);
  }, 60_000);
});
