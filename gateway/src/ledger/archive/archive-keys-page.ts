import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { readSecret, writeSecret } from '../../crypto/keys';
import { PAYLOAD_KEY_FILE } from '../../stores/payload-keys';
import { broken, type Frame } from './archive-frames';
import { open, seal } from './archive-key';

const PLACE = Buffer.from('keys');
/** The new folder has its own: its records are encrypted again. */
const isMoved = (name: string): boolean => FILE_NAME.test(name) && !PAYLOAD_KEY_FILE.test(name) && name !== 'complete';
const FILE_NAME = /^[A-Za-z0-9-]{1,80}\.(?:pem|key|json)$/;

/** The private keys of a folder, encrypted: only when they are asked for. */
export function packKeys(contentKey: Buffer, folder: string): Buffer {
  const names = readdirSync(join(folder, 'keys')).filter(isMoved);
  const keys = Object.fromEntries(names.map((name) => [name, readSecret(join(folder, 'keys', name)).toString('base64')]));
  return seal(contentKey, PLACE, Buffer.from(JSON.stringify(keys)));
}

/** Writes the keys of a page into a folder that has none of them. @throws LedgerError ARCHIVE_BROKEN, ARCHIVE_KEY_WRONG. */
export function unpackKeys(contentKey: Buffer | undefined, { body, number }: Frame, folder: string): void {
  if (contentKey === undefined) throw broken('form', number);
  const keys = JSON.parse(open(contentKey, PLACE, body).toString()) as Readonly<Record<string, string>>;
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
  const present = new Set(readdirSync(join(folder, 'keys')));
  for (const [name, content] of Object.entries(keys)) {
    // The name becomes a path.
    if (!isMoved(name)) throw new LedgerError('ARCHIVE_BROKEN', { rule: 'key-name' });
    if (!present.has(name)) writeSecret(join(folder, 'keys', name), Buffer.from(content, 'base64'));
  }
}
