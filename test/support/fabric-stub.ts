import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyEndorsementPolicy } from 'fabric-shim';

// Fabric's libraries log on import and on every refusal that a test provokes: this must stand before they are loaded.
process.env['CORE_CHAINCODE_LOGGING_LEVEL'] = 'CRITICAL';

const CHANNEL = 'invoices';
const ATTRIBUTES_OID = '1.2.3.4.5.6.7.8.1';

/** What a client of the channel asks for. */
export interface Invocation {
  /** Attributes of the client's certificate; without any, it has no extension for them. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** For example `registry:registerTill`. */
  readonly transaction: string;
  readonly args?: readonly string[];
  readonly transient?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whose CA signed the certificate; Merchants when nothing is said. */
  readonly mspId?: string;
}

/** What one endorser makes of an invocation: all of it, but the transient data, is public once the transaction is in a block. */
export interface Endorsement {
  readonly status: number;
  readonly message: string;
  readonly payload: string;
  /** In the order of the calls. */
  readonly writes: readonly (readonly [key: string, value: string])[];
  readonly event?: { readonly name: string; readonly payload: string };
  /** Keys in the order of the calls. */
  readonly reads: readonly string[];
  /** Key-level policies that were set: the MSPs that must all endorse. */
  readonly policies: readonly (readonly [key: string, msps: readonly string[]])[];
  /** Private keys that were written or purged: the block has the hashes only. */
  readonly privateHashes: readonly (readonly [collection: string, key: string, value: string])[];
}

/** A private write as members of the collection get it; without a value the key is purged. */
export interface PrivateWrite {
  readonly collection: string;
  readonly key: string;
  readonly value?: string;
}

/** The peer on which a transaction runs: what it has of the state. */
export interface PeerView {
  readonly state: ReadonlyMap<string, Buffer>;
  /** Private values by collection and key; a collection of which the peer's organisation is no member is not there. */
  readonly collections: Readonly<Record<string, ReadonlyMap<string, string>>>;
  /** Organisations that are members of each collection. */
  readonly members: Readonly<Record<string, readonly string[]>>;
}

interface Response {
  readonly status: number;
  readonly message?: string;
  readonly payload?: Uint8Array;
}

export interface Loader {
  readonly metadata: { readonly contracts: Readonly<Record<string, { readonly transactions: readonly TransactionForm[] }>> };
  Invoke(stub: FabricStub): Promise<Response>;
}

/** A transaction as the loader's metadata describes it. */
export interface TransactionForm {
  readonly name: string;
  readonly parameters?: readonly { readonly name: string; readonly schema: object }[];
  readonly returns?: object;
}

/** A peer's chaincode as Fabric loads it, with Fabric's own loader. */
export function loadChaincode(contracts: readonly unknown[]): Loader {
  const FromContract = jest.requireActual<new (...options: unknown[]) => Loader>(
    'fabric-shim/lib/contract-spi/chaincodefromcontract',
  );
  const { JSONSerializer } = jest.requireActual<{ JSONSerializer: unknown }>('fabric-contract-api');
  const serializers = { transaction: 'jsonSerializer', serializers: { jsonSerializer: JSONSerializer } };
  // The loader adds a contract of its own to the list it is given.
  return new FromContract([...contracts], serializers, {}, 'lianpiao', '0');
}

/** One endorser's stub: what the loader, the client identity and the contracts ask of Fabric's. */
export class FabricStub {
  readonly reads: string[] = [];
  readonly privateWrites: PrivateWrite[] = [];
  /** Keys of private values that were read, with their collections. */
  readonly privateReads: [collection: string, key: string][] = [];
  readonly #writes: [string, string][] = [];
  readonly #policies: [string, readonly string[]][] = [];
  readonly #peer: PeerView;
  readonly #invocation: Invocation;
  readonly #txId: string;
  readonly #longSeconds: boolean;
  #event: { name: string; payload: string } | undefined;

  constructor(peer: PeerView, invocation: Invocation, txId: string, longSeconds = true) {
    this.#peer = peer;
    this.#invocation = invocation;
    this.#txId = txId;
    this.#longSeconds = longSeconds;
  }

  endorsement({ status, message, payload }: Response): Endorsement {
    return {
      status,
      message: message ?? '',
      payload: Buffer.from(payload ?? []).toString(),
      writes: this.#writes,
      ...(this.#event === undefined ? undefined : { event: this.#event }),
      reads: this.reads,
      policies: this.#policies,
      privateHashes: this.privateWrites.map(({ collection, key, value }) => [
        collection,
        sha256(key),
        value === undefined ? 'purged' : sha256(value),
      ]),
    };
  }

  getBufferArgs(): Buffer[] {
    return [this.#invocation.transaction, ...(this.#invocation.args ?? [])].map((text) => Buffer.from(text));
  }

  getFunctionAndParameters(): { fcn: string; params: string[] } {
    return { fcn: this.#invocation.transaction, params: [...(this.#invocation.args ?? [])] };
  }

  getTxID(): string {
    return this.#txId;
  }

  getChannelID(): string {
    return CHANNEL;
  }

  getCreator(): { mspid: string; idBytes: Buffer } {
    return { mspid: mspOf(this.#invocation), idBytes: Buffer.from(certificateOf(this.#invocation.attributes)) };
  }

  getTransient(): Map<string, Buffer> {
    return new Map(Object.entries(this.#invocation.transient ?? {}).map(([key, text]) => [key, Buffer.from(text)]));
  }

  getTxTimestamp(): { seconds: unknown; nanos: number } {
    const seconds = Math.floor(this.#invocation.now / 1000);
    const long = { low: seconds | 0, high: Math.floor(seconds / 2 ** 32), unsigned: true, toString: () => String(seconds) };
    return { seconds: this.#longSeconds ? long : seconds, nanos: (this.#invocation.now % 1000) * 1_000_000 + 999 };
  }

  /** Shows what is committed, as Fabric does: a write of the same transaction is not seen. */
  async getState(key: string): Promise<Uint8Array> {
    this.reads.push(key);
    return Promise.resolve(Buffer.from(this.#peer.state.get(key) ?? ''));
  }

  async putState(key: string, value: Uint8Array): Promise<void> {
    this.#writes.push([key, Buffer.from(value).toString()]);
    return Promise.resolve();
  }

  async setStateValidationParameter(key: string, policy: Uint8Array): Promise<void> {
    this.#policies.push([key, endorsersIn(policy)]);
    return Promise.resolve();
  }

  async getPrivateData(collection: string, key: string): Promise<Uint8Array> {
    this.#requireMember(collection, 'read');
    const values = this.#peer.collections[collection];
    if (values === undefined) throw new Error(`private data of ${collection} is not at hand on this peer`);
    this.privateReads.push([collection, key]);
    return Promise.resolve(Buffer.from(values.get(key) ?? ''));
  }

  async putPrivateData(collection: string, key: string, value: Uint8Array): Promise<void> {
    this.#requireMember(collection, 'write');
    this.privateWrites.push({ collection, key, value: Buffer.from(value).toString() });
    return Promise.resolve();
  }

  async purgePrivateData(collection: string, key: string): Promise<void> {
    this.#requireMember(collection, 'write');
    this.privateWrites.push({ collection, key });
    return Promise.resolve();
  }

  /** memberOnlyRead and memberOnlyWrite: the client's organisation counts. */
  #requireMember(collection: string, what: string): void {
    if (!(this.#peer.members[collection] ?? []).includes(mspOf(this.#invocation)))
      throw new Error(`tx creator does not have ${what} access permission on privatedata of collection ${collection}`);
  }

  setEvent(name: string, payload: Uint8Array): void {
    this.#event = { name, payload: Buffer.from(payload).toString() };
  }
}

export function mspOf({ mspId = 'Merchants' }: Invocation): string {
  return mspId;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The MSPs of a policy in Fabric's own encoding that asks for all of them. */
function endorsersIn(policy: Uint8Array): string[] {
  const { KeyEndorsementPolicy: Policy } = jest.requireActual<{ KeyEndorsementPolicy: typeof KeyEndorsementPolicy }>(
    'fabric-shim',
  );
  return new Policy(policy).listOrgs();
}

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const certificates = new Map<string, string>();

/** A client's self-signed certificate in PEM, with its attributes in the extension that Fabric's CA uses. */
function certificateOf(attributes: Invocation['attributes']): string {
  const value = attributes === undefined ? '' : JSON.stringify({ attrs: attributes });
  let pem = certificates.get(value);
  if (pem === undefined) {
    pem = makeCertificate(value);
    certificates.set(value, pem);
  }
  return pem;
}

function makeCertificate(attributes: string): string {
  const algorithm = der(0x30, oid('1.2.840.10045.4.3.2'));
  const name = der(0x30, der(0x31, der(0x30, oid('2.5.4.3'), der(0x0c, Buffer.from('client')))));
  const validity = der(0x30, der(0x17, Buffer.from('260101000000Z')), der(0x17, Buffer.from('360101000000Z')));
  const extension = der(0x30, oid(ATTRIBUTES_OID), der(0x04, Buffer.from(attributes)));
  const content = der(
    0x30,
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    algorithm,
    name,
    validity,
    name,
    keys.publicKey.export({ format: 'der', type: 'spki' }),
    ...(attributes === '' ? [] : [der(0xa3, der(0x30, extension))]),
  );
  const signature = der(0x03, Buffer.of(0), sign('sha256', content, keys.privateKey));
  const body = der(0x30, content, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
}

/** One DER value (X.690): tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

/** An object identifier in DER: base 128, the first two arcs in one. */
function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
    return digits;
  });
  return der(0x06, Buffer.from(bytes));
}
