import { readConfig } from '../../../workers/src/config';

const CONTRACT = '0x5FbDB2315678afecb367f032d93F642f64180aa3';
const NODE = {
  LIANPIAO_ANCHOR_RPC_URL: 'http://127.0.0.1:8545',
  LIANPIAO_ANCHOR_CHAIN_ID: '1',
  LIANPIAO_ANCHOR_CONTRACT: CONTRACT,
};

describe("the workers' settings of anchoring", () => {
  it('are absent without a node', () => {
    expect(readConfig({ LIANPIAO_ANCHOR_CONTRACT: 'nonsense' }).anchoring).toBeUndefined();
  });

  it('are careful on a real chain, and quicker on a development chain', () => {
    expect(readConfig({ ...NODE, LIANPIAO_DATA: '/data' }).anchoring).toEqual({
      ...{ rpcUrl: 'http://127.0.0.1:8545', chainId: 1, contract: CONTRACT, keyFile: '/data/keys/anchor.key' },
      ...{ confirmations: 12, intervalMs: 300_000, lookMs: 5000, bumpAfterMs: 120_000, maxFeeGwei: 500 },
    });
    expect(readConfig({ ...NODE, LIANPIAO_ANCHOR_CHAIN_ID: '31337' }).anchoring?.confirmations).toBe(3);
  });

  it.each([
    ['LIANPIAO_ANCHOR_RPC_URL', 'ftp://node'],
    ['LIANPIAO_ANCHOR_RPC_URL', 'http://'],
    ['LIANPIAO_ANCHOR_CHAIN_ID', ''],
    ['LIANPIAO_ANCHOR_CHAIN_ID', 'one'],
    ['LIANPIAO_ANCHOR_CONTRACT', `${CONTRACT.slice(0, -1)}4`],
    ['LIANPIAO_ANCHOR_CONFIRMATIONS', '0'],
    ['LIANPIAO_ANCHOR_INTERVAL_MS', '5'],
    ['LIANPIAO_ANCHOR_LOOK_MS', '1.5'],
    ['LIANPIAO_ANCHOR_BUMP_MS', '-1'],
    ['LIANPIAO_ANCHOR_MAX_FEE_GWEI', '0'],
  ])('refuse %s = %j', (name, value) => {
    expect(() => readConfig({ ...NODE, [name]: value })).toThrow(name);
  });
});
