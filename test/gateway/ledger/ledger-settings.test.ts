import { readLedgerSettings } from '../../../gateway/src/ledger/ledger-settings';

describe('the settings of the ledger', () => {
  const fabric = { LIANPIAO_LEDGER: 'fabric', LIANPIAO_FABRIC_NETWORK: 'network.json' };

  it('mean an embedded ledger when nothing is said', () => {
    expect(readLedgerSettings({})).toEqual({ kind: 'embedded' });
  });

  it('name a network, and take the maintained client, the bureau’s peer and the operator when no more is said', () => {
    expect(readLedgerSettings(fabric)).toEqual({
      kind: 'fabric',
      networkFile: 'network.json',
      operator: 'operator',
      mspId: 'TaxBureau',
      client: 'fabric-gateway',
      batch: 1024,
    });
  });

  it.each([
    [{ LIANPIAO_LEDGER: 'paper' }, 'LIANPIAO_LEDGER'],
    [{ LIANPIAO_LEDGER: 'fabric' }, 'LIANPIAO_FABRIC_NETWORK'],
    [{ ...fabric, LIANPIAO_FABRIC_CLIENT: 'fabric-client' }, 'LIANPIAO_FABRIC_CLIENT'],
    [{ ...fabric, LIANPIAO_FABRIC_BATCH: '0' }, 'LIANPIAO_FABRIC_BATCH'],
    [{ ...fabric, LIANPIAO_FABRIC_BATCH: '5001' }, 'LIANPIAO_FABRIC_BATCH'],
  ])('are refused by name: %j', (environment, name) => {
    expect(() => readLedgerSettings(environment)).toThrow(name);
  });
});
