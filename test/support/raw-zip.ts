import { crc32 as zlibCrc32, deflateRawSync } from 'node:zlib';

/** A file of a ZIP archive as it is to be written, lies included. */
export interface RawFile {
  readonly name: string | Buffer;
  readonly content: Buffer;
  /** Packed with deflate; else stored. */
  readonly deflate?: boolean;
  /** What the directory claims in place of the truth. */
  readonly claimed?: { readonly size?: number; readonly crc?: number };
  /** Upper half: Unix mode. */
  readonly attributes?: number;
  readonly flags?: number;
  /** Leads to the local file of an earlier one. */
  readonly at?: number;
}

const UNIX = 3 << 8;

/** Writes an archive (PKWARE APPNOTE 4.3) without asking whether it is a good one. */
export function rawZip(files: readonly RawFile[], around: { before?: Buffer; after?: Buffer } = {}): Buffer {
  const parts: Buffer[] = around.before === undefined ? [] : [around.before];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = around.before?.length ?? 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const body = file.deflate === true ? deflateRawSync(file.content) : file.content;
    const crc = file.claimed?.crc ?? crc32(file.content);
    const size = file.claimed?.size ?? file.content.length;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(file.flags ?? 0x0800, 2);
    common.writeUInt16LE(file.deflate === true ? 8 : 0, 4);
    common.writeUInt32LE(0x5a210000, 6);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    offsets.push(file.at === undefined ? offset : (offsets[file.at] ?? 0));
    if (file.at === undefined) {
      const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, body]);
      parts.push(local);
      offset += local.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(file.attributes ?? 0o100644 * 0x10000, 6);
    rest.writeUInt32LE(offsets.at(-1) ?? 0, 10);
    const madeBy = Buffer.alloc(2);
    madeBy.writeUInt16LE(UNIX | 20, 0);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), madeBy, common, rest, name]));
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from('PK\u0005\u0006'), end, around.after ?? Buffer.alloc(0)]);
}

function crc32(content: Buffer): number {
  return zlibCrc32(content);
}
