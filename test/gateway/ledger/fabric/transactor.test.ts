import { ChannelError } from '../../../../gateway/src/ledger/fabric/channel-error';
import type { Endorsed, FabricChannel, FabricIdentity, Proposal } from '../../../../gateway/src/ledger/fabric/fabric-channel';
import { Transactor } from '../../../../gateway/src/ledger/fabric/transactor';

const IDENTITY = {} as FabricIdentity;
const PROPOSAL = {} as Proposal;
const TX = 'tx-1';
const LOOKS_MS = [50, 50, 50];

/** Answers that got lost on the way cannot be had from a real network at will: this is its edge, told what to lose. */
interface Script {
  /**
   * What each submit does: `ordered` a block shows it, `failed` nothing happened, `lost` ordered and the answer was lost,
   * `forgotten` taken by an orderer that lost it.
   */
  readonly submits: readonly ('failed' | 'forgotten' | 'lost' | 'ordered' | 'refused')[];
  readonly outcome?: string;
  readonly known?: string;
}

function edgeOf({ submits, outcome = 'VALID', known }: Script): { transactor: Transactor; sent: string[]; asked: string[] } {
  const [sent, asked]: [string[], string[]] = [[], []];
  let show: (outcome: string) => void = () => undefined;
  const submit = async (): Promise<void> => {
    const how = submits[sent.length] ?? 'failed';
    sent.push(TX);
    if (how === 'ordered' || how === 'lost') setTimeout(() => show(outcome), 5);
    if (how === 'refused') throw new ChannelError({ stage: 'submit', problem: 'refused', txId: TX });
    if (how !== 'ordered' && how !== 'forgotten') throw new ChannelError({ stage: 'submit', problem: 'late', txId: TX });
  };
  const endorsed: Endorsed = { txId: TX, answer: 'answer', submit };
  const channel = {
    endorse: async () => endorsed,
    find: async (txId: string) => {
      asked.push(txId);
      return known;
    },
  } as unknown as FabricChannel;
  const follower = {
    outcomeOf: () =>
      new Promise<string>((resolve) => {
        show = resolve;
      }),
    forget: () => undefined,
  };
  const mirror = { transaction: () => undefined };
  return { transactor: new Transactor({ channel, follower, mirror }, LOOKS_MS), sent, asked };
}

describe('a transaction on its way', () => {
  it('counts when its block is in the mirror', async () => {
    const { transactor, sent } = edgeOf({ submits: ['ordered'] });
    expect((await transactor.transact(IDENTITY, PROPOSAL)).answer).toBe('answer');
    expect(sent).toEqual([TX]);
  });

  it('is not sent again when it was ordered and only the answer was lost', async () => {
    const { transactor, sent } = edgeOf({ submits: ['lost'] });
    await transactor.transact(IDENTITY, PROPOSAL);
    expect(sent).toEqual([TX]);
  });

  it('is looked up, and then sent again under the same id, when nothing came of it', async () => {
    const { transactor, sent, asked } = edgeOf({ submits: ['failed', 'ordered'] });
    await transactor.transact(IDENTITY, PROPOSAL);
    expect(asked).toEqual([TX]);
    expect(sent).toEqual([TX, TX]);
  });

  it('is sent again when orderers took it and no block shows it, as after the death of their leader', async () => {
    const { transactor, sent, asked } = edgeOf({ submits: ['forgotten', 'ordered'] });
    await transactor.transact(IDENTITY, PROPOSAL);
    expect(asked).toEqual([TX]);
    expect(sent).toEqual([TX, TX]);
  });

  it('is late when orderers take it each time and no block ever shows it', async () => {
    const { transactor } = edgeOf({ submits: ['forgotten', 'forgotten', 'forgotten'] });
    await expect(transactor.transact(IDENTITY, PROPOSAL)).rejects.toMatchObject({ stage: 'commit', problem: 'late', txId: TX });
  });

  it('ends with the fault when the orderers never take it', async () => {
    const { transactor, sent } = edgeOf({ submits: [] });
    await expect(transactor.transact(IDENTITY, PROPOSAL)).rejects.toMatchObject({ stage: 'submit', problem: 'late', txId: TX });
    expect(sent).toHaveLength(3);
  });

  it('is not tried again when the orderers refuse it', async () => {
    const { transactor, sent } = edgeOf({ submits: ['refused'] });
    await expect(transactor.transact(IDENTITY, PROPOSAL)).rejects.toMatchObject({ problem: 'refused' });
    expect(sent).toHaveLength(1);
  });

  it('fails with the validation code when its block marks it as not valid, shown or looked up', async () => {
    const shown = edgeOf({ submits: ['ordered'], outcome: 'MVCC_READ_CONFLICT' });
    await expect(shown.transactor.transact(IDENTITY, PROPOSAL)).rejects.toMatchObject({ validation: 'MVCC_READ_CONFLICT' });
    const found = edgeOf({ submits: ['failed'], known: 'ENDORSEMENT_POLICY_FAILURE' });
    await expect(found.transactor.transact(IDENTITY, PROPOSAL)).rejects.toMatchObject({
      validation: 'ENDORSEMENT_POLICY_FAILURE',
    });
    expect(found.sent).toHaveLength(1);
  });

  it('is not ordered at all when its answer says that nothing was written', async () => {
    const { transactor, sent } = edgeOf({ submits: ['ordered'] });
    await transactor.transact(IDENTITY, PROPOSAL, () => false);
    expect(sent).toEqual([]);
  });
});
