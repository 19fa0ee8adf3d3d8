import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordEntry } from '@lianpiao/chaincode/domain';
import { BlockStore } from '../../../../gateway/src/ledger/embedded/block-store';
import { ChannelError } from '../../../../gateway/src/ledger/fabric/channel-error';
import { FabricLedger, type FabricLedgerParts } from '../../../../gateway/src/ledger/fabric/fabric-ledger';
import { organisation } from '../../../chaincode/fabric/market';

const { facts, record } = organisation('bureau', 'bureau');
const FOUNDING: RecordEntry = { type: 'entry.record', facts, record };

describe('what an endorser refuses and the rules on the mirror have just accepted', () => {
  let folder: string;
  let ledger: FabricLedger | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-refusals-'));
  });
  afterEach(async () => {
    await ledger?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The edge of a network whose endorsers say these, one after the other, the last for ever. */
  async function refusedBy(messages: readonly string[]): Promise<{ readonly code: string; readonly asked: number }> {
    let asked = 0;
    const endorse = async (): Promise<never> => {
      const message = messages[Math.min(asked, messages.length - 1)]!;
      asked += 1;
      throw new ChannelError({ stage: 'endorse', problem: 'refused', messages: [message] });
    };
    const parts = {
      blocks: new BlockStore(folder),
      mirror: { transaction: () => undefined, transactionAt: () => undefined },
      channel: { endorse, close: () => undefined },
      follower: { joined: async () => undefined, stop: async () => undefined },
      identities: { require: () => ({ mspId: 'TaxBureau' }) },
      operator: 'operator',
      batch: 1,
      clock: Date.now,
      onFault: (error: unknown) => {
        throw error;
      },
    };
    ledger = new FabricLedger(parts as unknown as FabricLedgerParts);
    const [verdict] = await ledger.submit([{ caller: 'bureau', command: FOUNDING }]);
    return { code: verdict?.accepted === false ? verdict.error.code : 'accepted', asked };
  }

  it('is asked again, for its peer may be a block behind, and is the answer when it stays', async () => {
    expect(await refusedBy(['INVOICE_UNKNOWN: {}'])).toEqual({ code: 'INVOICE_UNKNOWN', asked: 8 });
  });
  it('has the last word, and not the first', async () => {
    expect(await refusedBy(['INVOICE_UNKNOWN: {}', 'ENDORSEMENT_MISSING: {}'])).toEqual({
      code: 'ENDORSEMENT_MISSING',
      asked: 2,
    });
  });
  it.each(['ENDORSEMENT_MISSING', 'LEDGER_HANDING_OVER', 'TRANSACTION_TIME_OFF'])(
    'is the answer at once when the channel says it: %s',
    async (code) => {
      expect(await refusedBy([`${code}: {}`])).toEqual({ code, asked: 1 });
    },
  );
  it.each(['ACTION_FORBIDDEN', 'ORGANISATION_UNKNOWN'])('means a peer that has lost its state, for now: %s', async (code) => {
    expect(await refusedBy([`${code}: {}`])).toEqual({ code: 'LEDGER_UNAVAILABLE', asked: 1 });
  });
});
