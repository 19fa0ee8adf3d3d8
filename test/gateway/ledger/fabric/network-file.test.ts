import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNetworkFile, requireSide } from '../../../../gateway/src/ledger/fabric/network-file';

const endpoint = { endpoint: 'localhost:7051', tlsName: 'localhost', tlsCaFile: 'tls/peer.pem' };
const described = {
  channel: 'lianpiao',
  chaincode: 'lianpiao',
  organisation: 'Merchants',
  organisations: {
    Merchants: { mspId: 'Merchants', peer: endpoint, identitiesFolder: 'own', caFolder: 'ca' },
    TaxBureau: { mspId: 'TaxBureau', peer: { ...endpoint, tlsCaFile: '/elsewhere/ca.pem' }, identitiesFolder: 'theirs' },
  },
  orderers: [endpoint],
};

describe('the network.json of one organisation’s gateway', () => {
  let home: string;
  let file: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'lianpiao-network-'));
    file = join(home, 'network.json');
  });
  afterEach(() => rmSync(home, { recursive: true }));
  const write = (content: unknown, mode = 0o600): void => writeFileSync(file, JSON.stringify(content), { mode });

  it('names paths from its own folder on, wherever that is moved', () => {
    write(described);
    const { organisations, orderers } = readNetworkFile(file);
    expect(organisations['Merchants']).toEqual({
      mspId: 'Merchants',
      peer: { ...endpoint, tlsCaFile: join(home, 'tls/peer.pem') },
      identitiesFolder: join(home, 'own'),
      caFolder: join(home, 'ca'),
    });
    expect(organisations['TaxBureau']).toMatchObject({
      peer: { tlsCaFile: '/elsewhere/ca.pem' },
      identitiesFolder: join(home, 'theirs'),
    });
    expect(organisations['TaxBureau']).not.toHaveProperty('caFolder');
    expect(orderers).toMatchObject([{ tlsCaFile: join(home, 'tls/peer.pem') }]);
  });

  it('is refused for a gateway of another organisation; one for all sides is anybody’s', () => {
    write(described);
    expect(() => requireSide(readNetworkFile(file), 'TaxBureau')).toThrow(
      'for the gateway of Merchants: LIANPIAO_FABRIC_ORGANISATION is TaxBureau',
    );
    expect(() => requireSide(readNetworkFile(file), 'Merchants')).not.toThrow();
    write({ ...described, organisation: undefined });
    expect(() => requireSide(readNetworkFile(file), 'TaxBureau')).not.toThrow();
  });

  it.each([
    ['without a channel', { ...described, channel: undefined }],
    ['without an organisation’s peer', { ...described, organisations: { Merchants: { mspId: 'Merchants' } } }],
  ])('is refused %s', (_how, content) => {
    write(content);
    expect(() => readNetworkFile(file)).toThrow('describes no Fabric network');
  });
});
