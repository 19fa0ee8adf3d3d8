import {
  ChannelError,
  ledgerErrorOf,
  parseRefusal,
  retryAfter,
  type ChannelFault,
} from '../../../../gateway/src/ledger/fabric/channel-error';

describe('the message of a chaincode', () => {
  const detail = '{"path":"/totals/net","rule":"cn.totals"}';

  it.each([
    ['as fabric-network gives it', `TOTALS_WRONG: ${detail}`],
    ['as a peer’s Gateway gives it', `chaincode response 500, TOTALS_WRONG: ${detail}`],
    [
      'as a peer gives an error of the simulation',
      `error in simulation: transaction returned with failure: Error: TOTALS_WRONG: ${detail}`,
    ],
  ])('is a refusal of ours again, %s', (_how, message) => {
    const refusal = parseRefusal(message);
    expect(refusal?.code).toBe('TOTALS_WRONG');
    expect(refusal?.detail).toEqual({ path: '/totals/net', rule: 'cn.totals' });
  });

  it.each([
    '10 ABORTED: failed to endorse transaction, see attached details for more info',
    '5 NOT_FOUND: no such peer',
    'ABORTED: something',
    'rpc error: code = Unavailable desc = INTERNAL: stream terminated',
    'chaincode response 500, Peer rejected TOTALS_WRONG: {}',
    '',
  ])('is none of ours when it only looks like a code: %s', (message) => {
    expect(parseRefusal(message)).toBeUndefined();
  });

  it('brings along nothing but the members of a detail', () => {
    expect(parseRefusal('FIELD_INVALID: {"path":"/a","secret":"b","rule":7}')?.detail).toEqual({ path: '/a' });
    expect(parseRefusal('FIELD_INVALID: {"path":')?.detail).toEqual({});
  });
});

describe('what may be tried after an error', () => {
  const cases: [ChannelFault, string, string][] = [
    [{ stage: 'connect', problem: 'unavailable' }, 'new-transaction', 'LEDGER_UNAVAILABLE'],
    [{ stage: 'connect', problem: 'late' }, 'new-transaction', 'DEADLINE_EXCEEDED'],
    [{ stage: 'endorse', problem: 'unavailable' }, 'new-transaction', 'LEDGER_UNAVAILABLE'],
    [{ stage: 'endorse', problem: 'late' }, 'new-transaction', 'DEADLINE_EXCEEDED'],
    [{ stage: 'endorse', problem: 'disagreed' }, 'new-transaction', 'LEDGER_UNAVAILABLE'],
    [{ stage: 'endorse', problem: 'refused', messages: ['chaincode response 500, TILL_UNKNOWN: {}'] }, 'never', 'TILL_UNKNOWN'],
    [{ stage: 'endorse', problem: 'refused', messages: ['access denied'] }, 'never', 'ENDORSEMENT_MISSING'],
    [{ stage: 'endorse', problem: 'stranger', messages: ['access denied'] }, 'never', 'CERTIFICATE_REFUSED'],
    [{ stage: 'submit', problem: 'unavailable' }, 'same-transaction', 'LEDGER_UNAVAILABLE'],
    [{ stage: 'submit', problem: 'late' }, 'same-transaction', 'DEADLINE_EXCEEDED'],
    [{ stage: 'commit', problem: 'late' }, 'same-transaction', 'DEADLINE_EXCEEDED'],
    [{ stage: 'commit', problem: 'invalid', validation: 'MVCC_READ_CONFLICT' }, 'new-transaction', 'LEDGER_CONTENDED'],
    [{ stage: 'commit', problem: 'invalid', validation: 'PHANTOM_READ_CONFLICT' }, 'new-transaction', 'LEDGER_CONTENDED'],
    [{ stage: 'commit', problem: 'invalid', validation: 'DUPLICATE_TXID' }, 'same-transaction', 'ENDORSEMENT_MISSING'],
    [{ stage: 'commit', problem: 'invalid', validation: 'ENDORSEMENT_POLICY_FAILURE' }, 'never', 'ENDORSEMENT_MISSING'],
  ];
  it.each(cases)('%j: %s, told as %s', (fault, retry, code) => {
    const error = new ChannelError(fault);
    expect(retryAfter(error)).toBe(retry);
    expect(ledgerErrorOf(error).code).toBe(code);
  });
});
