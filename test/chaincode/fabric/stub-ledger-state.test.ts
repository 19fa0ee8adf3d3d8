import { StubLedgerState, type StateStub } from '../../../chaincode/src/fabric/stub-ledger-state';
import type { JsonValue, LedgerState } from '@lianpiao/chaincode/domain';

const FACTS = { caller: 'tea-house', now: 1, txId: 'tx' };

function stubOver(values: Readonly<Record<string, JsonValue>>): { readonly calls: string[]; readonly state: StubLedgerState } {
  const calls: string[] = [];
  const stub: StateStub = {
    getState: (key) => {
      calls.push(`get ${key}`);
      return Promise.resolve(Buffer.from(key in values ? JSON.stringify(values[key]) : ''));
    },
    putState: (key, value) => {
      calls.push(`put ${key} ${Buffer.from(value).toString()}`);
      return Promise.resolve();
    },
    setStateValidationParameter: (key) => {
      calls.push(`bind ${key}`);
      return Promise.resolve();
    },
  };
  return { calls, state: new StubLedgerState(stub, FACTS) };
}

/** Adds one to a counter. */
function increment(key: string): (state: LedgerState) => number {
  return (state) => {
    const next = (state.get<number>(key) ?? 0) + 1;
    state.put(key, next);
    return next;
  };
}

describe('the state of a Fabric transaction', () => {
  it('reads each key once, present or absent', async () => {
    const { calls, state } = stubOver({ a: 1, nothing: null });
    const read = (view: LedgerState): unknown[] => [view.get('a'), view.get('b'), view.get('nothing'), view.get('b')];
    expect(await state.run(read)).toEqual({ result: [1, undefined, null, undefined] });
    expect(await state.run(read)).toEqual({ result: [1, undefined, null, undefined] });
    expect(calls).toEqual(['get a', 'get b', 'get nothing']);
  });

  it('shows a rule its own writes and those of earlier rules, which the peer does not', async () => {
    const { calls, state } = stubOver({ a: 5 });
    expect(await state.run((view) => [increment('a')(view), increment('a')(view)])).toEqual({ result: [6, 7] });
    expect(await state.run(increment('a'))).toEqual({ result: 8 });
    expect(calls).toEqual(['get a']);
  });

  it('runs only the rule that missed a value again, and without what it had written', async () => {
    const { state } = stubOver({ b: 1 });
    const runs = { first: 0, second: 0 };
    await state.run((view) => {
      runs.first += 1;
      increment('a')(view);
    });
    const second = await state.run((view) => {
      runs.second += 1;
      // If the write of the run that missed stayed, the last run would count on from it.
      const counted = [increment('a')(view), increment('own')(view)];
      return [...counted, increment('b')(view), increment('c')(view)];
    });
    expect(second).toEqual({ result: [2, 1, 2, 1] });
    expect(runs).toEqual({ first: 2, second: 4 });
  });

  it('costs two runs for each command of a large batch, not one for the whole batch', async () => {
    const { state } = stubOver({});
    let runs = 0;
    for (let index = 0; index < 1000; index += 1) {
      await state.run((view) => {
        runs += 1;
        increment('shared')(view);
        increment(`other/${index}`)(view);
      });
    }
    expect(runs).toBe(2001);
  });

  it('drops what a refused rule wrote, and keeps the rest', async () => {
    const { calls, state } = stubOver({});
    const refusal = new Error('refused');
    await state.run(increment('a'));
    const outcome = await state.run((view) => {
      increment('a')(view);
      increment('z')(view);
      throw refusal;
    });
    expect(outcome).toEqual({ thrown: refusal });
    await state.flush();
    expect(calls).toEqual(['get a', 'get z', 'put a 1']);
  });

  it('writes once a key, ordered by key, in one spelling', async () => {
    const { calls, state } = stubOver({});
    await state.run((view) => {
      for (const key of ['b', 'a/2', 'a', 'a-1', 'b']) view.put(key, { y: 1, x: [key] });
    });
    await state.flush();
    await state.flush();
    expect(calls.map((call) => call.split(' ')[1])).toEqual(['a', 'a-1', 'a/2', 'b']);
    expect(calls[0]).toBe('put a {"x":["a"],"y":1}');
  });

  it('rejects when the peer does not answer: that is no verdict', async () => {
    const lost = new Error('no peer');
    const nothing = (): Promise<void> => Promise.resolve();
    const stub: StateStub = { getState: () => Promise.reject(lost), putState: nothing, setStateValidationParameter: nothing };
    await expect(new StubLedgerState(stub, FACTS).run(increment('a'))).rejects.toBe(lost);
  });

  it('tells a rule who calls, when, and in which transaction', async () => {
    const { state } = stubOver({});
    expect(await state.run(({ caller, now, txId }) => ({ caller, now, txId }))).toEqual({ result: FACTS });
  });
});
