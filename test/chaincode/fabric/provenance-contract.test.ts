import type { FabricChannel } from '../../support/fabric-channel';
import { loadChaincode } from '../../support/fabric-stub';
import { executeCommand, LedgerError, type RecordEntry } from '@lianpiao/chaincode/domain';
import { MemoryState } from '../../support/memory-state';
import { nodeVerifier } from '../../support/node-signatures';
import { command, digestOf, event, factsOf, register, signed, source, statementOf } from '../../support/provenance';
import { commandsOf, contracts, NOW, openMarket, OPENING_STEPS, send, type Step } from './market';

const station = source('ES256');
const [RAW, REPORT] = ['raw', 'report'].map(digestOf) as [ReturnType<typeof digestOf>, ReturnType<typeof digestOf>];
const raw = signed(statementOf(RAW, { method: 'METHOD-CANARY' }), station);
const report = signed(statementOf(REPORT, { parents: [RAW], kind: 'document', source: 'SOURCE-CANARY' }), source());

function step(as: string, { facts, record }: RecordEntry): Step {
  const transaction = facts.type === 'provenance.registered' ? 'provenance:register' : 'provenance:note';
  return { as, transaction, facts, record };
}

const wrongly = { ...report, signature: { ...report.signature, value: raw.signature.value } };

/** What is sent, and the code of its refusal. */
const DAY: readonly (readonly [Step, string?])[] = [
  [step('tea-house', register('tea-house', report)), 'PROVENANCE_PARENT_UNKNOWN'],
  [step('tea-house', register('tea-house', raw))],
  [step('tea-house', register('tea-house', raw)), 'PROVENANCE_EXISTS'],
  [step('platform', register('tea-house', report)), 'ACTION_FORBIDDEN'],
  [step('tea-house', register('tea-house', wrongly)), 'STATEMENT_SIGNATURE_WRONG'],
  [step('tea-house', command(factsOf('tea-house', report))), 'FIELD_MISSING'],
  [step('tea-house', register('tea-house', report))],
  [step('platform', register('platform', raw))],
  [step('platform', event('platform', 'used', RAW)), 'PROVENANCE_NOT_YOURS'],
  [step('tea-house', event('tea-house', 'licensed', RAW, 'platform'))],
  [step('platform', event('platform', 'used', RAW))],
  [step('tea-house', event('tea-house', 'transferred', REPORT, 'bureau'))],
];

describe('the provenance contract', () => {
  it('has two transactions for the loader of Fabric', () => {
    const { provenance } = loadChaincode(contracts).metadata.contracts;
    expect(provenance?.transactions.map(({ name }) => name).sort()).toEqual(['note', 'register']);
  });

  describe('on a channel of two endorsers', () => {
    let channel: FabricChannel;
    let codes: (string | undefined)[];
    beforeAll(async () => {
      channel = await openMarket(contracts);
      codes = [];
      for (const [sent] of DAY) {
        const { status, message } = await send(channel, sent);
        codes.push(status === 200 ? undefined : message.split(':')[0]);
      }
    });

    it('accepts and refuses as wanted, every endorser with the same bytes', () => {
      expect(codes).toEqual(DAY.map(([, code]) => code));
    });

    it('ends in the state to which the rules alone come', () => {
      const memory = new MemoryState();
      memory.now = NOW;
      for (const sent of [...OPENING_STEPS, ...DAY.map(([each]) => each)]) {
        memory.caller = sent.as;
        for (const each of commandsOf(sent)) {
          try {
            executeCommand(memory, each, nodeVerifier);
          } catch (error) {
            if (!(error instanceof LedgerError)) throw error;
          }
        }
      }
      const wanted = Object.fromEntries(memory.values);
      const found = Object.entries(channel.values()).filter(([key]) => !key.startsWith('batch/'));
      expect(Object.fromEntries(found.map(([key, value]) => [key, JSON.parse(value)]))).toEqual(wanted);
    });

    it('shows neither source nor method in any argument, state value, event or answer', () => {
      const seen = [...channel.seen, ...Object.entries(channel.values()).flat()].join('\n');
      for (const secret of ['METHOD-CANARY', 'SOURCE-CANARY', raw.signature.value, station.publicKey])
        expect(seen).not.toContain(secret);
      expect(seen).toContain(RAW);
      expect(JSON.stringify(DAY)).toContain('METHOD-CANARY');
    });
  });
});
