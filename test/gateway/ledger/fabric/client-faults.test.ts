import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { GatewayError } from '@hyperledger/fabric-gateway';
import type { Committer, ProposalResponse } from 'fabric-common';
import { ChannelError } from '../../../../gateway/src/ledger/fabric/channel-error';
import { DEADLINES } from '../../../../gateway/src/ledger/fabric/fabric-channel';
import { gatewayDeniers, gatewayFault } from '../../../../gateway/src/ledger/fabric/gateway-faults';
import { NetworkConnections } from '../../../../gateway/src/ledger/fabric/network-connections';
import { agreedAnswer, inTime, networkDeniers, networkFault } from '../../../../gateway/src/ledger/fabric/network-faults';
import { submitToOrderers } from '../../../../gateway/src/ledger/fabric/network-submit';
import { problemOfDenial } from '../../../../gateway/src/ledger/fabric/peer-words';

const TX = 'tx-1';

/** What a peer's Gateway service says: a status, a text, and what each peer said. */
function said(code: status, text: string, details: readonly string[] = [], mspId = 'Merchants'): GatewayError {
  const cause: ServiceError = Object.assign(new Error(text), { code, details: text, metadata: new Metadata() });
  const each = details.map((message) => ({ address: 'peer:1', mspId, message }));
  return new GatewayError({ code, details: each, cause, message: text });
}

interface Answered {
  readonly status: number;
  readonly message?: string;
  /** Empty where the peer says it and no chaincode. */
  readonly payload?: string;
}

/** What the older client has after it asked two peers: their answers, and errors in the place of those that did not come. */
function asked(answers: readonly Answered[], errors: readonly unknown[] = []): ProposalResponse {
  const responses = answers.map(({ status: code, message = '', payload = '' }) => ({
    response: { status: code, message, payload: Buffer.from('answer') },
    payload: Buffer.from(payload),
  }));
  return { responses, errors } as unknown as ProposalResponse;
}

const grpc = (code: number, text: string, peer = 'Merchants'): Error =>
  Object.assign(new Error(`${String(code)} TEXT: ${text}`), { code, peer });

function thrownBy(work: () => unknown): ChannelError {
  try {
    work();
  } catch (error) {
    if (error instanceof ChannelError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const GOOD: Answered = { status: 200, payload: 'result' };
const LAUNCH = 'error in simulation: failed to execute transaction tx: could not launch chaincode lianpiao: connection refused';
const SIMULATED = 'error in simulation: transaction returned with failure: Error: TILL_UNKNOWN: {}';
const DENIED = 'error validating proposal: access denied: channel [lianpiao] creator org [Merchants]';

describe('one event on the way to an endorsement', () => {
  const events: readonly [string, GatewayError, ProposalResponse, string][] = [
    [
      'the chaincode refuses',
      said(status.ABORTED, 'failed to endorse', ['chaincode response 500, TILL_UNKNOWN: {}']),
      asked([GOOD, { status: 500, message: 'TILL_UNKNOWN: {}', payload: 'result' }]),
      'refused',
    ],
    [
      'the chaincode refuses, as a peer wraps it',
      said(status.ABORTED, 'failed to endorse', [SIMULATED]),
      asked([{ status: 500, message: SIMULATED }]),
      'refused',
    ],
    [
      'the chaincode refuses in words that are none of ours',
      said(status.ABORTED, 'failed to endorse', ['chaincode response 400, no such function']),
      asked([{ status: 400, message: 'no such function' }]),
      'refused',
    ],
    [
      'a peer does not reach its chaincode',
      said(status.ABORTED, 'failed to endorse', [LAUNCH]),
      asked([GOOD, { status: 500, message: LAUNCH }]),
      'unavailable',
    ],
    [
      'a peer does not know the chaincode yet',
      said(status.ABORTED, 'failed', ['make sure the chaincode lianpiao has been successfully defined on channel lianpiao']),
      asked([{ status: 500, message: 'make sure the chaincode lianpiao has been successfully defined on channel lianpiao' }]),
      'unavailable',
    ],
    [
      'a peer is away',
      said(status.UNAVAILABLE, 'no peers'),
      asked([GOOD], [grpc(status.UNAVAILABLE, 'No connection established')]),
      'unavailable',
    ],
    [
      'a peer was never there',
      said(status.FAILED_PRECONDITION, 'no combination of peers can be derived'),
      asked([GOOD], [new Error('Broadcast Client Merchants grpcs://127.0.0.1:1 is not connected')]),
      'unavailable',
    ],
    ['a peer does not answer', said(status.DEADLINE_EXCEEDED, 'late'), asked([GOOD], [new Error('REQUEST TIMEOUT')]), 'late'],
    [
      'gRPC’s deadline passes',
      said(status.DEADLINE_EXCEEDED, 'late'),
      asked([], [grpc(status.DEADLINE_EXCEEDED, 'Deadline exceeded')]),
      'late',
    ],
    [
      'endorsers come to different results',
      said(status.ABORTED, 'ProposalResponsePayloads do not match'),
      asked([GOOD, { status: 200, payload: 'another' }]),
      'disagreed',
    ],
    ['nobody answers', said(status.CANCELLED, ''), asked([]), 'unavailable'],
    [
      'something happens that nobody here knows',
      said(status.UNKNOWN, 'stream removed'),
      asked([GOOD], [grpc(status.UNKNOWN, 'stream removed')]),
      'unavailable',
    ],
    [
      'a certificate is not let in',
      said(status.ABORTED, 'failed', [DENIED]),
      asked([], [grpc(status.UNKNOWN, DENIED)]),
      'unavailable',
    ],
  ];

  it.each(events)('is told alike by both clients: %s', (_what, ofGateway, ofNetwork, problem) => {
    const told = [gatewayFault('endorse', TX, ofGateway), thrownBy(() => agreedAnswer('endorse', TX, ofNetwork))];
    for (const fault of told) expect(fault).toMatchObject({ stage: 'endorse', problem, txId: TX });
  });

  it('is no fault when all came to the same', () => {
    expect(agreedAnswer('endorse', TX, asked([GOOD, GOOD])).toString()).toBe('answer');
  });

  it('names who denied access, and is the certificate’s fault when our own peer lets the reader in', async () => {
    const faults = [
      gatewayDeniers(gatewayFault('endorse', TX, said(status.ABORTED, 'failed', [DENIED, LAUNCH]))),
      networkDeniers(thrownBy(() => agreedAnswer('endorse', TX, asked([{ status: 500, message: LAUNCH }], [grpc(2, DENIED)])))),
    ];
    expect(faults).toEqual([['Merchants'], ['Merchants']]);
    const lets = (): Promise<number> => Promise.resolve(7);
    const denies = (): Promise<never> => Promise.reject(new Error(DENIED));
    expect(await problemOfDenial(['Merchants'], 'Merchants', lets)).toBe('stranger');
    expect(await problemOfDenial(['Merchants'], 'Merchants', denies)).toBe('unavailable');
    expect(await problemOfDenial(['DataProviders', undefined], 'Merchants', lets)).toBe('unavailable');
  });
});

describe('a stage that nobody ends', () => {
  it('ends by its deadline as late, with its stage and transaction', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    await expect(inTime({ stage: 'connect', milliseconds: 20 }, never)).rejects.toMatchObject({
      stage: 'connect',
      problem: 'late',
    });
    await expect(inTime({ stage: 'read', txId: TX, milliseconds: 20 }, never)).rejects.toMatchObject({ txId: TX });
  });
  it('is of no matter when it ends before, however it ends', async () => {
    expect(await inTime({ stage: 'read', milliseconds: 5000 }, async () => 'end')).toBe('end');
    const fails = (): Promise<never> => Promise.reject(new Error('SERVICE UNAVAILABLE'));
    await expect(inTime({ stage: 'read', milliseconds: 5000 }, fails)).rejects.toMatchObject({ problem: 'unavailable' });
  });
});

/** An orderer's connection as the client has it, told what to say. */
class Orderer {
  connected = true;
  sent = 0;
  reconnects = 0;
  constructor(
    readonly name: string,
    readonly answer: () => Promise<{ status: string; info?: string }>,
    readonly returns = true,
  ) {}

  async sendBroadcast(): Promise<unknown> {
    if (!this.connected) throw new Error(`Broadcast Client ${this.name} is not connected`);
    this.sent += 1;
    return this.answer();
  }

  async checkConnection(): Promise<boolean> {
    this.reconnects += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
    this.connected = this.returns;
    return this.connected;
  }
}

describe('orderers that are handed a transaction', () => {
  const takes = async (): Promise<{ status: string }> => ({ status: 'SUCCESS' });
  const leaderless = async (): Promise<{ status: string; info: string }> => ({
    status: 'SERVICE_UNAVAILABLE',
    info: 'no Raft leader',
  });
  const forbids = async (): Promise<{ status: string }> => ({ status: 'FORBIDDEN' });
  const dies = (): Promise<never> => Promise.reject(new Error('SERVICE UNAVAILABLE'));
  const silent = (): Promise<never> => Promise.reject(new Error('REQUEST TIMEOUT'));

  const submit = (orderers: Orderer[]): Promise<void> =>
    submitToOrderers(orderers as unknown as Committer[], new NetworkConnections(), Buffer.from('signed'), TX);

  it('are asked one after the other until one takes it, which is asked first from then on', async () => {
    const orderers = [new Orderer('1', dies), new Orderer('2', leaderless), new Orderer('3', takes), new Orderer('4', takes)];
    await submit(orderers);
    expect(orderers.map(({ name, sent }) => [name, sent])).toEqual([
      ['3', 1],
      ['1', 1],
      ['2', 1],
      ['4', 0],
    ]);
    await submit(orderers);
    expect(orderers.map(({ sent }) => sent)).toEqual([2, 1, 1, 0]);
  });

  it.each([
    ['none is there', [dies, dies], 'unavailable'],
    ['none leads', [leaderless, leaderless], 'unavailable'],
    ['one says no: another may have taken it', [dies, forbids], 'unavailable'],
    ['one never answers', [silent, dies], 'late'],
  ] as const)('leave it open when %s', async (_what, answers, problem) => {
    const orderers = answers.map((answer, index) => new Orderer(String(index), answer));
    await expect(submit(orderers)).rejects.toMatchObject({ stage: 'submit', problem, txId: TX });
    expect(orderers.map(({ sent }) => sent)).toEqual([1, 1]);
  });

  it('share one time: whoever takes all of it leaves none for the next', async () => {
    const now = jest.spyOn(Date, 'now');
    const started = Date.now();
    const slow = async (): Promise<{ status: string }> => {
      now.mockReturnValue(started + DEADLINES.submit + 1);
      return leaderless();
    };
    const orderers = [new Orderer('1', slow), new Orderer('2', takes)];
    try {
      await expect(submit(orderers)).rejects.toMatchObject({ problem: 'late' });
    } finally {
      now.mockRestore();
    }
    expect(orderers.map(({ sent }) => sent)).toEqual([1, 0]);
  });

  it('are connected again after they were away, once for all who ask', async () => {
    const back = new Orderer('back', takes);
    back.connected = false;
    const connections = new NetworkConnections();
    const one = (): Promise<void> => submitToOrderers([back] as unknown as Committer[], connections, Buffer.from('signed'), TX);
    await Promise.all([one(), one(), one()]);
    expect([back.reconnects, back.sent]).toEqual([1, 3]);
    const gone = new Orderer('gone', takes, false);
    gone.connected = false;
    await expect(submit([gone])).rejects.toMatchObject({ problem: 'unavailable' });
    await expect(submit([gone])).rejects.toMatchObject({ problem: 'unavailable' });
    expect([gone.reconnects, gone.sent]).toEqual([2, 0]);
  });
});

it('passes on what is in these words already', () => {
  const fault = new ChannelError({ stage: 'read', problem: 'late' });
  expect([gatewayFault('submit', TX, fault), networkFault('submit', TX, fault)]).toEqual([fault, fault]);
});
