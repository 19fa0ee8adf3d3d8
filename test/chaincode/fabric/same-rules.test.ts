import { FabricChannel } from '../../support/fabric-channel';
import { pagesApart } from '../../support/fabric-pages';
import { Contract, type Context } from 'fabric-contract-api';
import { canonicalJson, executeCommand, LedgerError, type JsonValue, type LedgerState } from '@lianpiao/chaincode/domain';
import {
  contracts,
  act,
  allot,
  assign,
  CANARIES,
  commandsOf,
  delegate,
  item,
  NOW,
  OPENING_STEPS,
  revoke,
  seedOf,
  send,
  TEA_HOUSE,
  till,
  type Step,
} from './market';

/** The plainest ledger there is. */
class MemoryState implements LedgerState {
  readonly values = new Map<string, JsonValue>();
  readonly now = NOW;
  readonly txId = 'any';
  caller = '';

  get<Value extends JsonValue>(key: string): Value | undefined {
    return this.values.get(key) as Value | undefined;
  }

  put(key: string, value: JsonValue): void {
    this.values.set(key, value);
  }

  texts(): Record<string, string> {
    return Object.fromEntries([...this.values].map(([key, value]) => [key, canonicalJson(value)] as const).sort());
  }
}

const eur = {
  profile: 'en16931',
  currency: 'EUR',
  lines: [{ name: '龙井茶', net: '98765.43', taxCategory: 'S', rate: '13' }],
  taxBreakdown: [{ taxCategory: 'S', rate: '13', base: '98765.43', tax: '12839.51' }],
};
const TOTALS = { lines: '98765.43', net: '98765.43', tax: '12839.51', gross: '111604.94', payable: '111604.94' };

const DAY: readonly Step[] = [
  ...OPENING_STEPS,
  {
    as: 'tea-house',
    batch: Array.from({ length: 20 }, (_, index) => item(`a${index}`, { till: index % 5 === 0 ? 'till-2' : 'till-1' })),
  },
  { as: 'platform', batch: [item('p1')] },
  delegate('tea-house', 'platform'),
  { as: 'platform', batch: [item('p1'), item('a3'), item('p1'), item('p2', { note: '王小明 why-text' })] },
  till('till-1', 'tea-house'),
  assign('till-2', 504, 600, 'platform'),
  {
    as: 'tea-house',
    batch: [item('e1', { ...eur, totals: TOTALS }), item('e2', { ...eur, totals: { ...TOTALS, net: '98765.42' } })],
  },
  {
    as: 'tea-house',
    batch: [
      item('u1', { 王小明: '98765.43' }),
      item('u2', { buyer: { 王小明: '龙井茶' } }),
      item('u3', { soldAt: '2027-01-01T00:00:00Z' }),
    ],
  },
  { as: 'tea-house', batch: [item('r1', { lines: [{ name: '龙井茶', net: '98765.43', rate: '0.12', tax: '12839.51' }] })] },
  { as: 'tea-house', batch: [item('o1', {}, { text: '{"name":"王小明"}', salt: '' })] },
  revoke('tea-house', 'platform'),
  { as: 'platform', batch: [item('p3')] },
  allot('tea-house', 2000, 3000),
  act('tea-house', 'act:record', { type: 'act.recorded', act: 'api-key.created', subject: 'key-1' }),
];

interface Outcomes {
  readonly accepted: string[];
  readonly refused: string[];
}

/** The same commands, one after the other, on the plainest ledger. */
function executeAll(state: MemoryState): Outcomes {
  const outcomes: Outcomes = { accepted: [], refused: [] };
  for (const step of DAY) {
    state.caller = step.as;
    for (const command of commandsOf(step)) {
      try {
        outcomes.accepted.push(executeCommand(state, command).text);
      } catch (error) {
        outcomes.refused.push(error instanceof LedgerError ? error.code : 'INTERNAL');
      }
    }
  }
  return outcomes;
}

async function sendAll(channel: FabricChannel): Promise<Outcomes> {
  const outcomes: Outcomes = { accepted: [], refused: [] };
  for (const step of DAY) {
    const { status, payload, message, txId } = await send(channel, step);
    if (status !== 200) outcomes.refused.push(message.split(':')[0]!);
    else if ('batch' in step) {
      for (const verdict of JSON.parse(payload)) if (!verdict.accepted) outcomes.refused.push(verdict.code);
      outcomes.accepted.push(...(JSON.parse(channel.values()[`batch/${txId}`] ?? '[]') as string[]));
    } else outcomes.accepted.push(payload);
  }
  return outcomes;
}

describe('a day of the market', () => {
  const channel = new FabricChannel(contracts);
  const memory = new MemoryState();
  let onFabric: Outcomes;
  let inMemory: Outcomes;
  beforeAll(async () => {
    onFabric = await sendAll(channel);
    inMemory = executeAll(memory);
  });

  it('has accepted and refused commands of many kinds', () => {
    expect(inMemory.accepted.length).toBeGreaterThan(25);
    expect(new Set(inMemory.refused)).toEqual(
      new Set([
        'RANGE_EXHAUSTED',
        'TILL_NOT_YOURS',
        'INVOICE_EXISTS',
        'TILL_EXISTS',
        'TOTALS_WRONG',
        'FIELD_UNKNOWN',
        'TIME_IN_FUTURE',
        'RATE_UNKNOWN',
        'INTERNAL',
      ]),
    );
  });

  it('ends with the same entries and refusals as the rules alone', () => {
    expect(onFabric).toEqual(inMemory);
  });

  it('ends in the same state as the rules alone', () => {
    const keep = (key: string): boolean => !/^(?:batch|references?)\//.test(key);
    const only = (values: Record<string, string>): object =>
      Object.fromEntries(Object.entries(values).filter(([key]) => keep(key)));
    expect(only(pagesApart(channel.values()))).toEqual(only(memory.texts()));
  });

  it('has the same order references on its pages as the rules alone have keys for', () => {
    const pages = Object.entries(pagesApart(channel.values())).filter(([key]) => key.startsWith('references/'));
    const onPages = Object.assign({}, ...pages.map(([, text]) => JSON.parse(text))) as Record<string, string>;
    const keys = [...memory.values].filter(([key]) => key.startsWith('reference/'));
    expect(onPages).toEqual(Object.fromEntries(keys.map(([key, number]) => [key.slice(10, 26), number])));
    expect(keys.length).toBeGreaterThan(20);
    expect(pages.length).toBeLessThan(keys.length);
  });

  it('leaves every accepted text where a follower of blocks finds it', () => {
    const texts = Object.entries(channel.values()).flatMap(([key, value]) => (key.startsWith('batch/') ? JSON.parse(value) : []));
    expect(texts.sort()).toEqual([...onFabric.accepted].sort());
  });

  it('shows nothing private in any argument, state value, event or answer', () => {
    const seen = [...channel.seen, ...Object.entries(channel.values()).flat()].join('\n');
    const secrets = [...CANARIES, TEA_HOUSE.salt, seedOf('seed of a1'), '98765', '12839', '111604'];
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
    // The same search finds what is public: it does look.
    expect(
      ['api-key.created', 'till-2', 'tea-house', 'invoice.issued', 'INVOICE_EXISTS'].filter((text) => !seen.includes(text)),
    ).toEqual([]);
    // And the secrets were sent: they stand in the commands.
    const sent = JSON.stringify(DAY.map(commandsOf));
    expect(CANARIES.filter((secret) => !sent.includes(secret))).toEqual([]);
  });
});

describe('the channel of these tests', () => {
  it('notices endorsers that disagree', async () => {
    let rolls = 0;
    class Dice extends Contract {
      async roll({ stub }: Context): Promise<void> {
        rolls += 1;
        await stub.putState('last', Buffer.from(String(rolls)));
      }
    }
    const channel = new FabricChannel([Dice]);
    await expect(channel.invoke({ transaction: 'Dice:roll', now: NOW })).rejects.toThrow('toEqual');
    expect(rolls).toBe(2);
  });
});
