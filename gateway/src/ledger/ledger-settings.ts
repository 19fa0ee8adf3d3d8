/** Clients for Fabric: the maintained one, and the one for peers without the Gateway service. */
export const FABRIC_CLIENTS = ['fabric-gateway', 'fabric-network'] as const;
export type FabricClient = (typeof FABRIC_CLIENTS)[number];

export interface FabricSettings {
  readonly kind: 'fabric';
  /** The description of the network that `./scripts/fabric up` writes. */
  readonly networkFile: string;
  /** Id of the organisation that issues for the sellers who delegate to it. */
  readonly operator: string;
  /** MSP id of the organisation whose peer is followed. */
  readonly mspId: string;
  readonly client: FabricClient;
  /** Invoices of one transaction at most; 1 gives each a transaction of its own. */
  readonly batch: number;
}

/** Which ledger a process works on. */
export type LedgerSettings = FabricSettings | { readonly kind: 'embedded' };

/** @throws Error naming the setting that is missing or unknown. */
export function readLedgerSettings(environment: NodeJS.ProcessEnv): LedgerSettings {
  const kind = environment['LIANPIAO_LEDGER'] ?? 'embedded';
  if (kind === 'embedded') return { kind };
  if (kind !== 'fabric') throw new Error('LIANPIAO_LEDGER is embedded or fabric');
  const networkFile = environment['LIANPIAO_FABRIC_NETWORK'];
  if (networkFile === undefined) throw new Error('LIANPIAO_FABRIC_NETWORK names the network.json of the Fabric network');
  const client = FABRIC_CLIENTS.find((known) => known === (environment['LIANPIAO_FABRIC_CLIENT'] ?? FABRIC_CLIENTS[0]));
  if (client === undefined) throw new Error(`LIANPIAO_FABRIC_CLIENT is ${FABRIC_CLIENTS.join(' or ')}`);
  return {
    kind,
    networkFile,
    operator: environment['LIANPIAO_FABRIC_OPERATOR'] ?? 'operator',
    mspId: environment['LIANPIAO_FABRIC_ORGANISATION'] ?? 'TaxBureau',
    client,
    batch: readBatch(environment['LIANPIAO_FABRIC_BATCH'] ?? '1024'),
  };
}

/** What endorsers decide well within their deadline. */
const MOST_OF_A_BATCH = 5000;

function readBatch(text: string): number {
  const batch = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : Number.NaN;
  if (!(batch <= MOST_OF_A_BATCH)) throw new Error(`LIANPIAO_FABRIC_BATCH is a number from 1 to ${String(MOST_OF_A_BATCH)}`);
  return batch;
}
