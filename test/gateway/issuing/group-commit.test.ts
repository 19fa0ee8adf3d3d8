import { GroupCommit } from '../../../gateway/src/issuing/group-commit';
import type { Submission, Verdict } from '../../../gateway/src/ledger';

/** A ledger that notes the groups it gets and answers when it is told to. */
function heldLedger(): {
  groups: string[][];
  answerNext: () => void;
  submit: (s: readonly Submission[]) => Promise<readonly Verdict[]>;
} {
  const groups: string[][] = [];
  const answers: (() => void)[] = [];
  return {
    groups,
    answerNext: () => answers.shift()?.(),
    submit: (submissions) => {
      groups.push(submissions.map(({ caller }) => caller));
      return new Promise((resolve) => answers.push(() => resolve(submissions.map(() => ({ accepted: false }) as Verdict))));
    },
  };
}

/** A command whose caller's first letter is its lane. */
const command = (caller: string): Submission => ({ caller }) as Submission;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

describe('groups side by side', () => {
  const open = (atOnce: number): { ledger: ReturnType<typeof heldLedger>; send: (caller: string) => void } => {
    const ledger = heldLedger();
    const commits = new GroupCommit(ledger, { limit: 100, groupSize: 2, atOnce, lanesOf: ({ caller }) => [caller.charAt(0)] });
    return { ledger, send: (caller) => void commits.submit([command(caller)]) };
  };

  it('never share a lane: whoever finds its lane taken waits, those of other lanes go past', async () => {
    const { ledger, send } = open(3);
    send('a1');
    await settle();
    for (const caller of ['a2', 'a3', 'b1']) send(caller);
    await settle();
    expect(ledger.groups).toEqual([['a1'], ['b1']]);
    ledger.answerNext();
    await settle();
    // Of one lane in one group is no harm: that is one transaction.
    expect(ledger.groups).toEqual([['a1'], ['b1'], ['a2', 'a3']]);
  });

  it('are no more than asked for', async () => {
    const { ledger, send } = open(2);
    for (const caller of ['a', 'b', 'c', 'd', 'e', 'f']) {
      send(caller);
      await settle();
    }
    expect(ledger.groups).toEqual([['a'], ['b']]);
    ledger.answerNext();
    await settle();
    expect(ledger.groups).toEqual([['a'], ['b'], ['c', 'd']]);
  });

  it('start at once when they are full: with one invoice a transaction, forty callers are forty transactions', async () => {
    const ledger = heldLedger();
    const lanesOf = ({ caller }: Submission): string[] => [caller];
    const commits = new GroupCommit(ledger, { limit: 100, groupSize: 1, atOnce: 64, lanesOf });
    const send = (count: number): void => {
      for (let index = 0; index < count; index += 1) void commits.submit([command(`${String(count)}-${String(index)}`)]);
    };
    // Two that wait while a third is answered make a crowd, in which a group that is not full would wait for its pace.
    send(3);
    await settle();
    ledger.answerNext();
    await settle();
    send(40);
    await settle();
    expect(ledger.groups).toHaveLength(43);
  });

  it('have few lanes, with all that waits in each, where that is asked for', async () => {
    const ledger = heldLedger();
    const lanesOf = ({ caller }: Submission): string[] => [caller.charAt(0)];
    const commits = new GroupCommit(ledger, { limit: 100, groupSize: 10, atOnce: 2, lanesOf, lanesAtMost: 2 });
    for (const caller of ['a1', 'b1', 'c1', 'a2', 'd1', 'b2', 'a3']) void commits.submit([command(caller)]);
    await settle();
    expect(ledger.groups).toEqual([
      ['a1', 'a2', 'a3', 'b1', 'b2'],
      ['c1', 'd1'],
    ]);
  });
});
