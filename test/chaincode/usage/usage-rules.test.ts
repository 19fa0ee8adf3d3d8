import { hasher, MAX_RECEIPTS, stateKeys, type Digest } from '@lianpiao/chaincode/domain';
import { ACTORS, accessState, act, change, grant, resource } from '../../support/access-state';
import type { MemoryState } from '../../support/memory-state';

const [ROOT, OTHER] = ['ours', 'theirs'].map((words) => hasher().sha256(words)) as [Digest, Digest];
type Facts = Parameters<typeof act>[2];

const batch = (word: 'acknowledged' | 'disputed' | 'provided', first = 0, more: object = {}): Facts => ({
  type: `receipt.${word}`,
  grant: 'grant-1',
  first,
  count: 3,
  root: ROOT,
  ...more,
});
const approval = (version: number, more: object = {}): Facts => ({
  type: 'template.approved',
  template: 'by-month',
  version,
  resource: 'data',
  ...more,
});
const withdrawal: Facts = { type: 'template.withdrawn', template: 'by-month' };
const permit = (run = 'run-1'): Facts => ({ type: 'export.permitted', grant: 'grant-1', run, result: ROOT });
const refusal = (run = 'run-1', more: object = {}): Facts => ({
  type: 'export.refused',
  grant: 'grant-1',
  run,
  result: ROOT,
  ...more,
});

function shared(): MemoryState {
  const state = accessState();
  expect(act(state, 'provider', resource())).toBe('ok');
  expect(act(state, 'provider', grant())).toBe('ok');
  return state;
}

describe('usage receipts on the ledger', () => {
  it('are signed by the controller, without gap or overlap, and then by the consumer [rows 000-004:C3,E10]', () => {
    const state = shared();
    for (const id of Object.keys(ACTORS).filter((each) => each !== 'provider'))
      expect([id, act(state, id, batch('provided'))]).toEqual([id, 'RESOURCE_NOT_YOURS']);
    expect(act(state, 'provider', batch('provided', 1))).toBe('RECEIPT_NOT_CONTIGUOUS');
    expect(act(state, 'provider', batch('provided', 0, { count: MAX_RECEIPTS + 1 }))).toBe('FIELD_INVALID');
    expect(act(state, 'provider', batch('provided'))).toBe('ok');
    expect(act(state, 'provider', batch('provided'))).toBe('RECEIPT_NOT_CONTIGUOUS');
    expect(act(state, 'provider', batch('provided', 3))).toBe('ok');
    expect(state.get(stateKeys.receipts('grant-1'))).toEqual({ provided: 6, answered: 0 });

    for (const id of Object.keys(ACTORS).filter((each) => each !== 'consumer'))
      expect([id, act(state, id, batch('acknowledged'))]).toEqual([id, 'GRANT_NOT_YOURS']);
    expect(act(state, 'consumer', batch('acknowledged', 3))).toBe('RECEIPT_NOT_CONTIGUOUS');
    expect(act(state, 'consumer', batch('acknowledged', 0, { count: 2 }))).toBe('RECEIPT_NOT_CONTIGUOUS');
    expect(act(state, 'consumer', batch('acknowledged', 0, { root: OTHER }))).toBe('RECEIPT_MISMATCH');
    expect(act(state, 'consumer', batch('acknowledged'))).toBe('ok');
    expect(act(state, 'consumer', batch('acknowledged'))).toBe('RECEIPT_NOT_CONTIGUOUS');
    expect(state.get(stateKeys.receipts('grant-1'))).toEqual({ provided: 6, answered: 3 });
  });

  it('are disputed with another root, once, and the next ones go on', () => {
    const state = shared();
    expect(act(state, 'provider', batch('provided'))).toBe('ok');
    expect(act(state, 'provider', batch('provided', 3))).toBe('ok');
    expect(act(state, 'consumer', batch('disputed'))).toBe('RECEIPT_MISMATCH');
    expect(act(state, 'consumer', batch('disputed', 0, { root: OTHER }))).toBe('ok');
    expect(act(state, 'consumer', batch('acknowledged'))).toBe('RECEIPT_NOT_CONTIGUOUS');
    expect(state.get(stateKeys.receiptBatch('grant-1', 0))).toEqual({ count: 3, root: ROOT, answer: 'disputed' });
    expect(act(state, 'consumer', batch('acknowledged', 3))).toBe('ok');
    expect(act(state, 'consumer', batch('acknowledged', 6))).toBe('RECEIPT_NOT_CONTIGUOUS');
  });

  it('are owed after a revocation, too, and by whoever controls the resource now', () => {
    const state = shared();
    expect(act(state, 'provider', change('revoked'))).toBe('ok');
    expect(act(state, 'provider', batch('provided'))).toBe('ok');
    expect(act(state, 'consumer', batch('acknowledged'))).toBe('ok');
    const handed = { type: 'resource.transferred', resource: 'data', owner: 'merchant', controller: 'other-provider' } as Facts;
    expect(act(state, 'merchant', handed)).toBe('ok');
    expect(act(state, 'provider', batch('provided', 3))).toBe('RESOURCE_NOT_YOURS');
    expect(act(state, 'other-provider', batch('provided', 3))).toBe('ok');
    expect(act(state, 'other-provider', batch('provided', 0, { grant: 'grant-2' }))).toBe('GRANT_UNKNOWN');
  });
});

describe('query templates on the ledger', () => {
  it('are approved by the controller, version by version, and taken back', () => {
    const state = shared();
    for (const id of Object.keys(ACTORS).filter((each) => each !== 'provider'))
      expect([id, act(state, id, approval(1))]).toEqual([id, 'RESOURCE_NOT_YOURS']);
    expect(act(state, 'provider', approval(2))).toBe('TEMPLATE_VERSION_WRONG');
    expect(act(state, 'provider', approval(1, { resource: 'none' }))).toBe('RESOURCE_UNKNOWN');
    expect(act(state, 'provider', withdrawal)).toBe('TEMPLATE_UNKNOWN');
    expect(act(state, 'provider', approval(1))).toBe('ok');
    expect(act(state, 'provider', approval(1))).toBe('TEMPLATE_VERSION_WRONG');
    expect(act(state, 'provider', resource('more'))).toBe('ok');
    expect(act(state, 'provider', approval(2, { resource: 'more' }))).toBe('TEMPLATE_INVALID');
    expect(act(state, 'consumer', withdrawal)).toBe('RESOURCE_NOT_YOURS');
    expect(act(state, 'provider', withdrawal)).toBe('ok');
    expect(act(state, 'provider', withdrawal)).toBe('TEMPLATE_WITHDRAWN');
    expect(act(state, 'provider', approval(2))).toBe('ok');
    expect(state.get(stateKeys.template('by-month'))).toEqual({ resource: 'data', version: 2, status: 'approved' });
  });

  it('have results that leave by a permit of the controller, once', () => {
    const state = shared();
    for (const id of Object.keys(ACTORS).filter((each) => each !== 'provider'))
      expect([id, act(state, id, permit())]).toEqual([id, 'RESOURCE_NOT_YOURS']);
    expect(act(state, 'provider', permit())).toBe('ok');
    expect(act(state, 'provider', permit())).toBe('EXPORT_EXISTS');
    expect(act(state, 'provider', refusal())).toBe('EXPORT_EXISTS');
    expect(state.get(stateKeys.export('run-1'))).toEqual({ grant: 'grant-1', result: ROOT });
  });

  it('have results that a refusal of the controller keeps for good', () => {
    const state = shared();
    for (const id of Object.keys(ACTORS).filter((each) => each !== 'provider'))
      expect([id, act(state, id, refusal())]).toEqual([id, 'RESOURCE_NOT_YOURS']);
    expect(act(state, 'provider', refusal())).toBe('ok');
    expect(act(state, 'provider', permit())).toBe('EXPORT_REFUSED');
    expect(act(state, 'provider', refusal())).toBe('EXPORT_REFUSED');
    expect(act(state, 'provider', refusal('run-1', { grant: 'grant-2' }))).toBe('GRANT_UNKNOWN');
    expect(state.get(stateKeys.export('run-1'))).toEqual({ grant: 'grant-1', result: ROOT, refused: true });
    expect(act(state, 'provider', permit('run-2'))).toBe('ok');
  });
});
