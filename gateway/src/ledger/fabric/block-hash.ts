import { createHash } from 'node:crypto';
import type { DeliveredBlock } from './fabric-channel';

/**
 * Hash of a Fabric block's header, hexadecimal: SHA-256 over the DER form of SEQUENCE { number INTEGER, previous OCTET
 * STRING, data OCTET STRING } (Fabric, protoutil.BlockHeaderBytes). The next block names it.
 */
export function blockHash({ number, previousHash, dataHash }: DeliveredBlock): string {
  const body = Buffer.concat([der(0x02, integerBytes(number)), der(0x04, previousHash), der(0x04, dataHash)]);
  return createHash('sha256').update(der(0x30, body)).digest('hex');
}

/** True when a block's transactions are those that its header commits to. */
export function holdsData({ dataHash, data }: DeliveredBlock): boolean {
  const hash = createHash('sha256');
  for (const envelope of data) hash.update(envelope);
  return hash.digest().equals(dataHash);
}

/** Tag, length and value; everything in a block header is shorter than 128 bytes. */
function der(tag: number, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(tag, value.length), value]);
}

function integerBytes(value: number): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
}
