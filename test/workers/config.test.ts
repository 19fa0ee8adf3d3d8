import { readConfig } from '../../workers/src/config';

const RPC = { LIANPIAO_ANCHOR_RPC_URL: 'http://127.0.0.1:8545' };
const CONTRACT = '0x5FbDB2315678afecb367f032d93F642f64180aa3';

describe('the chain of the anchors, in the settings of the workers', () => {
  it('is left out when no node is named', () => {
    expect(readConfig({}).anchoring).toBeUndefined();
  });

  it('is read as a whole', () => {
    const target = readConfig({ ...RPC, LIANPIAO_ANCHOR_CHAIN_ID: '31337', LIANPIAO_ANCHOR_CONTRACT: CONTRACT }).anchoring;
    expect(target).toMatchObject({ rpcUrl: RPC.LIANPIAO_ANCHOR_RPC_URL, chainId: 31337, contract: CONTRACT });
  });

  it.each([
    ['LIANPIAO_ANCHOR_CONTRACT', { LIANPIAO_ANCHOR_CHAIN_ID: '1' }],
    ['LIANPIAO_ANCHOR_CONTRACT', { LIANPIAO_ANCHOR_CHAIN_ID: '1', LIANPIAO_ANCHOR_CONTRACT: '0x12' }],
    ['LIANPIAO_ANCHOR_CHAIN_ID', { LIANPIAO_ANCHOR_CONTRACT: CONTRACT }],
    ['LIANPIAO_ANCHOR_CHAIN_ID', { LIANPIAO_ANCHOR_CONTRACT: CONTRACT, LIANPIAO_ANCHOR_CHAIN_ID: '0x1' }],
  ])('is refused by the name of the setting: %s', (name, settings) => {
    expect(() => readConfig({ ...RPC, ...settings })).toThrow(name);
  });
});
