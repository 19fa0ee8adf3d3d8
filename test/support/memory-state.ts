import { partyDigest, stateKeys, type JsonValue, type LedgerState, type TillHead } from '@lianpiao/chaincode/domain';

/** The simplest ledger state: a map. Rules run over it as over any engine's. */
export class MemoryState implements LedgerState {
  caller = 'shop';
  now = Date.parse('2026-03-16T02:00:00Z');
  txId = 'test';
  readonly values = new Map<string, JsonValue>();

  get<Value extends JsonValue>(key: string): Value | undefined {
    return this.values.get(key) as Value | undefined;
  }

  put(key: string, value: JsonValue): void {
    this.values.set(key, value);
  }

  /** The whole state as text, to show that something changed nothing. */
  snapshot(): string {
    return JSON.stringify([...this.values].sort(([left], [right]) => (left < right ? -1 : 1)));
  }
}

export const SELLER = { text: '{"name":"示例商店","taxId":"91350100M000100Y43"}', salt: '0'.repeat(32) };
export const SEED = 'ab'.repeat(32);

/** A bureau, a shop with one till and `numbers` numbers of 2026. */
export function shopState(numbers = 100): MemoryState {
  const state = new MemoryState();
  const organisation = { sandbox: false, publicKey: 'A'.repeat(120), party: partyDigest(SELLER) };
  state.put(stateKeys.genesis, 'bureau');
  state.put(stateKeys.organisation('bureau'), { ...organisation, role: 'bureau' });
  state.put(stateKeys.organisation('shop'), { ...organisation, role: 'merchant', quota: 1000 });
  state.put(stateKeys.organisation('other'), { ...organisation, role: 'merchant', quota: 1000 });
  state.put(stateKeys.till('till-1'), { seller: 'shop' });
  const head: TillHead = {
    counter: 0,
    last: partyDigest(SELLER),
    ranges: [{ prefix: '26440', next: 1, to: numbers }],
  };
  state.put(stateKeys.head('till-1'), head);
  return state;
}

/** A good request of profile `cn`. */
export function goodRequest(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    till: 'till-1',
    orderReference: 'A-1',
    buyer: { name: '样例科技有限公司', taxId: '91310000MA11EFGH23' },
    lines: [{ name: '*谷物*大米', unit: '袋', quantity: '10', unitPrice: '50.00', net: '500.00', rate: '0.09', tax: '45.00' }],
    totals: { net: '500.00', tax: '45.00', gross: '545.00' },
    ...overrides,
  };
}
