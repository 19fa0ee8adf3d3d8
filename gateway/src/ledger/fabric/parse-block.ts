import { headAndPage, isHeadKey, isLifeEntry, type Entry, type JsonValue, type SealedRecord } from '@lianpiao/chaincode/domain';
import { common, ledger, msp, peer } from '@hyperledger/fabric-protos';
import { organisationIn } from './certificate-organisation';
import { blockHash, holdsData } from './block-hash';
import type { DeliveredBlock, PrivateWrites } from './fabric-channel';

/** A record in its place, or undefined where it was erased. */
export type MaybeRecord = SealedRecord | undefined;

/** Records of a transaction, as one private key holds them: those of its entries from `chunk` × 32 on. */
export interface RecordChunk {
  readonly txId: string;
  readonly chunk: number;
  readonly records: readonly MaybeRecord[];
}

/** What a valid transaction of our chaincode did. */
export interface ChaincodeTransaction {
  readonly txId: string;
  /** Place among all transactions of the block, from 0; invalid ones count too. */
  readonly position: number;
  readonly mspId: string;
  /** Id of the organisation that its creator's certificate names. */
  readonly organisation: string;
  /** Milliseconds since 1970: the time that its client gave and its endorsers took. */
  readonly time: number;
  /** Texts of the entries that it took into the ledger, in order. */
  readonly texts: readonly string[];
  /** State that it wrote, by key; no batches and no order references. */
  readonly state: ReadonlyMap<string, string>;
  /** As far as this organisation has a right to them. */
  readonly chunks: readonly RecordChunk[];
}

export interface FabricBlock {
  readonly number: number;
  /** Header hashes, hexadecimal. */
  readonly previous: string;
  readonly hash: string;
  /** Validation code's name of every transaction that names an id. */
  readonly outcomes: ReadonlyMap<string, string>;
  /** The valid ones of our chaincode that took in entries, in order. */
  readonly transactions: readonly ChaincodeTransaction[];
}

const CODE_NAMES = new Map(Object.entries(peer.TxValidationCode).map(([name, code]) => [code as number, name]));

/** Name of a validation code, such as `VALID`. */
export function validationName(code: number): string {
  return CODE_NAMES.get(code) ?? `CODE_${String(code)}`;
}

/**
 * Reads a block as a peer delivered it.
 * @throws Error when its transactions are not those of its header.
 */
export function parseBlock(block: DeliveredBlock, chaincode: string): FabricBlock {
  if (!holdsData(block)) throw new Error(`block ${String(block.number)} does not hold the transactions of its header`);
  const codes = block.metadata[common.BlockMetadataIndex.TRANSACTIONS_FILTER] ?? new Uint8Array();
  const outcomes = new Map<string, string>();
  const transactions: ChaincodeTransaction[] = [];
  block.data.forEach((envelope, index) => {
    const read = readEnvelope(envelope);
    if (read === undefined) return;
    const code = codes[index] ?? peer.TxValidationCode.NOT_VALIDATED;
    // Of two with the same id the first one counts; the peer marks the other a duplicate.
    if (!outcomes.has(read.txId)) outcomes.set(read.txId, validationName(code));
    if (code !== peer.TxValidationCode.VALID) return;
    const transaction = readTransaction(read, index, chaincode, block.privateData.get(index) ?? []);
    if (transaction.texts.length > 0) transactions.push(transaction);
  });
  const previous = Buffer.from(block.previousHash).toString('hex');
  return { number: block.number, previous, hash: blockHash(block), outcomes, transactions };
}

interface ReadEnvelope {
  readonly txId: string;
  readonly time: number;
  readonly creator: Uint8Array;
  readonly body: Uint8Array;
}

/** Undefined for a change of the channel's configuration. */
function readEnvelope(bytes: Uint8Array): ReadEnvelope | undefined {
  const payload = common.Payload.deserializeBinary(common.Envelope.deserializeBinary(bytes).getPayload_asU8());
  const header = payload.getHeader();
  const channelHeader = common.ChannelHeader.deserializeBinary(header?.getChannelHeader_asU8() ?? new Uint8Array());
  if (channelHeader.getType() !== common.HeaderType.ENDORSER_TRANSACTION) return undefined;
  const signatureHeader = common.SignatureHeader.deserializeBinary(header?.getSignatureHeader_asU8() ?? new Uint8Array());
  const timestamp = channelHeader.getTimestamp();
  return {
    txId: channelHeader.getTxId(),
    time: (timestamp?.getSeconds() ?? 0) * 1000 + Math.floor((timestamp?.getNanos() ?? 0) / 1_000_000),
    creator: signatureHeader.getCreator_asU8(),
    body: payload.getData_asU8(),
  };
}

function readTransaction(
  { txId, time, creator, body }: ReadEnvelope,
  position: number,
  chaincode: string,
  privateWrites: readonly PrivateWrites[],
): ChaincodeTransaction {
  const identity = msp.SerializedIdentity.deserializeBinary(creator);
  const written = writesOf(body, chaincode);
  const { texts, state } = sortWrites(txId, written.writes);
  return {
    txId,
    position,
    mspId: identity.getMspid(),
    organisation: organisationIn(Buffer.from(identity.getIdBytes_asU8()).toString('utf8')),
    time,
    texts: texts.every((text) => hasItsSides(text, written.collections)) ? texts : [],
    state,
    chunks: privateWrites.filter(({ namespace }) => namespace === chaincode).flatMap(readChunks),
  };
}

/** What a transaction wrote: into the state of our chaincode, and into which of its collections. */
interface Written {
  readonly writes: readonly ledger.rwset.kvrwset.KVWrite[];
  readonly collections: ReadonlySet<string>;
}

function writesOf(body: Uint8Array, chaincode: string): Written {
  const sets = peer.Transaction.deserializeBinary(body)
    .getActionsList()
    .flatMap((action) => {
      const payload = peer.ChaincodeActionPayload.deserializeBinary(action.getPayload_asU8());
      const response = payload.getAction()?.getProposalResponsePayload_asU8() ?? new Uint8Array();
      const extension = peer.ProposalResponsePayload.deserializeBinary(response).getExtension_asU8();
      const results = peer.ChaincodeAction.deserializeBinary(extension).getResults_asU8();
      return ledger.rwset.TxReadWriteSet.deserializeBinary(results).getNsRwsetList();
    })
    .filter((set) => set.getNamespace() === chaincode);
  return {
    writes: sets.flatMap((set) => ledger.rwset.kvrwset.KVRWSet.deserializeBinary(set.getRwset_asU8()).getWritesList()),
    collections: new Set(sets.flatMap(collectionsOf)),
  };
}

function collectionsOf(set: ledger.rwset.NsReadWriteSet): string[] {
  const hashed = ledger.rwset.kvrwset.HashedRWSet;
  return set
    .getCollectionHashedRwsetList()
    .filter((each) => hashed.deserializeBinary(each.getHashedRwset_asU8()).getHashedWritesList().length > 0)
    .map((each) => each.getCollectionName());
}

/** Where the records of invoices and of their lives lie. */
const INVOICES = 'invoices';

/**
 * Every entry has a record in a collection, which is written with the endorsement of the bureau and of that collection's
 * side, while the key of a transaction's texts is bound to nobody: without this, two organisations that changed their
 * chaincodes could put an invoice into the log in which no seller's side had a hand.
 */
function hasItsSides(text: string, collections: ReadonlySet<string>): boolean {
  if (collections.has(INVOICES)) return true;
  const entry = JSON.parse(text) as Entry;
  return collections.size > 0 && entry.type !== 'invoice.issued' && !isLifeEntry(entry);
}

/** Keys that the mirror keeps in another form: batches as entries, used order references as the entries' bits. */
const NOT_STATE = ['batch/', 'references/', 'reference/'];

/** A head without the page of references beside it. */
function headText(stored: string): string {
  return JSON.stringify(headAndPage(JSON.parse(stored) as JsonValue).head);
}

function sortWrites(txId: string, writes: Written['writes']): { texts: string[]; state: Map<string, string> } {
  let texts: string[] = [];
  const state = new Map<string, string>();
  for (const write of writes) {
    const key = write.getKey();
    const value = Buffer.from(write.getValue_asU8()).toString('utf8');
    if (key === `batch/${txId}`) texts = JSON.parse(value) as string[];
    else if (!NOT_STATE.some((prefix) => key.startsWith(prefix))) state.set(key, isHeadKey(key) ? headText(value) : value);
  }
  return { texts, state };
}

/** `records/<transaction>/<chunk>`, and `.n` for what stands in its place after the n-th erasure. */
const CHUNK_KEY = /^records\/([0-9a-f]+)\/(\d+)(?:\.\d+)?$/;

function readChunks({ rwset }: PrivateWrites): RecordChunk[] {
  const writes = ledger.rwset.kvrwset.KVRWSet.deserializeBinary(rwset).getWritesList();
  return writes.flatMap((write): RecordChunk[] => {
    const [, txId = '', chunk = ''] = CHUNK_KEY.exec(write.getKey()) ?? [];
    if (txId === '' || write.getIsDelete()) return [];
    const records = JSON.parse(Buffer.from(write.getValue_asU8()).toString('utf8')) as (SealedRecord | null)[];
    return [{ txId, chunk: Number(chunk), records: records.map((record) => record ?? undefined) }];
  });
}
