import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { Argument, Command } from 'commander';
import { KeyTokenError, keyToken } from '../crypto/key-token';
import { isWrapped, readSecret, writeSecret } from '../crypto/keys';
import { syncFolder } from '../crypto/write-whole';
import { PayloadStore } from '../stores/payload-store';
import {
  ENCRYPTED_DATABASES,
  encryptDatabase,
  hasEncryptedDatabases,
  makeDatabaseKey,
  rotateDatabaseKey,
} from '../stores/database-key';
import { SqliteDatabase, type Sqlite } from '../stores/sqlite-driver';
import { ROTATED, rotateContents, type RotatedContent, type RotateOptions } from './rotate-contents';
import type { Terminal } from './terminal';

/** Chunks of one step: some milliseconds during which no other process writes records. */
const CHUNKS_AT_ONCE = 8;
/** Between two steps: issuing goes before. */
const PAUSE_MS = 10;
const SECRET_FILE = /\.(?:pem|key)$/;

/** Keys that encrypt what is stored, and the files that hold keys. */
export function secretsCommand(terminal: Terminal): Command {
  const secrets = new Command('secrets').description('the keys of what is stored 存储加密密钥');
  secrets
    .command('rotate-records')
    .description('make a new key for records, and put all of them under it, while everything goes on 轮换内容密钥')
    .option('--data <folder>', 'data folder', './data')
    .option('--resume', 'make no new key: go on with what an interrupted rotation left')
    .option('--keep-old', 'keep the older keys: for backups that were made before, and for a shared PostgreSQL')
    .action((options: RotateOptions) => rotateRecords(options, terminal));
  secrets
    .command('rotate')
    .description('make a new key for contents, and put all of them under it, while everything goes on 轮换存储密钥')
    .addArgument(new Argument('<what>', 'whose contents').choices(Object.keys(ROTATED)))
    .option('--data <folder>', 'data folder', './data')
    .option('--resume', 'make no new key: go on with what an interrupted rotation left')
    .option('--keep-old', 'keep the older keys: for backups that were made before')
    .action((what: RotatedContent, options: RotateOptions) => rotateContents(what, options, terminal));
  secrets
    .command('rotate-databases')
    .description('put the encrypted databases under a new key; stop gateway and workers before 轮换数据库密钥')
    .option('--data <folder>', 'data folder', './data')
    .action(({ data }: { data: string }) => {
      if (!hasEncryptedDatabases(data)) throw new LedgerError('NOT_FOUND', { found: `${data} without databases.key` });
      terminal.out(`under the new key: ${rotateDatabaseKey(data).join(', ')}\n`);
    });
  secrets
    .command('wrap')
    .description('rewrite plain key files so that only the token opens them 用令牌封装密钥文件')
    .option('--data <folder>', 'data folder', './data')
    .action(({ data }: { data: string }) => {
      wrapFiles(join(data, 'keys'), terminal);
    });
  secrets
    .command('encrypt-databases')
    .description('encrypt the databases that hold tax ids and amounts; stop gateway and workers before 加密含税号与金额的数据库')
    .option('--data <folder>', 'data folder', './data')
    .action(({ data }: { data: string }) => {
      encryptDatabases(data, terminal);
    });
  return secrets;
}

async function rotateRecords({ data, resume, keepOld }: RotateOptions, terminal: Terminal): Promise<void> {
  if (!existsSync(join(data, 'payloads.db'))) throw new LedgerError('NOT_FOUND', { found: `${data} without payloads.db` });
  const store = new PayloadStore(data);
  try {
    if (resume !== true) terminal.out(`new records go under key ${String(store.keys.rotate())}\n`);
    const resealed = await resealAll(store);
    store.finishResealing();
    terminal.out(`${String(resealed)} chunks of older records were put under it\n`);
    if (keepOld === true) return;
    terminal.out(`${String(store.keys.removeOlder())} older keys were removed\n`);
  } finally {
    store.close();
  }
}

/** Goes through all records until a whole round finds none under an older key: others write meanwhile. */
async function resealAll(store: PayloadStore): Promise<number> {
  for (let total = 0; ;) {
    let changed = 0;
    for (let step = store.reseal(0, CHUNKS_AT_ONCE); step !== undefined; step = store.reseal(step.next, CHUNKS_AT_ONCE)) {
      changed += step.resealed;
      await setTimeout(PAUSE_MS);
    }
    total += changed;
    if (changed === 0) return total;
  }
}

function encryptDatabases(folder: string, terminal: Terminal): void {
  if (!existsSync(join(folder, 'keys'))) throw new LedgerError('NOT_FOUND', { found: `${folder} without keys` });
  const there = ENCRYPTED_DATABASES.filter((name) => existsSync(join(folder, name)));
  // The key exists from here on; an interrupted run is gone on with, since what is encrypted already does not open in clear.
  if (!hasEncryptedDatabases(folder)) makeDatabaseKey(folder);
  for (const name of there) {
    const database = new SqliteDatabase(join(folder, name));
    try {
      if (opensInClear(database)) encryptDatabase(database, folder);
    } finally {
      database.close();
    }
  }
  terminal.out(`encrypted: ${there.join(', ')}\n`);
}

function opensInClear(database: Sqlite): boolean {
  try {
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return true;
  } catch {
    return false;
  }
}

function wrapFiles(folder: string, terminal: Terminal): void {
  if (keyToken() === undefined) throw new KeyTokenError('is not set: LIANPIAO_KEYS=pkcs11');
  const names = readdirSync(folder).filter((name) => SECRET_FILE.test(name));
  const plain = names.filter((name) => !isWrapped(readFileSync(join(folder, name))));
  for (const name of plain) wrapFile(folder, name);
  terminal.out(`${String(plain.length)} files wrapped, ${String(names.length - plain.length)} were wrapped before\n`);
}

/** The new file is whole and on disk before it takes the old one's place. */
function wrapFile(folder: string, name: string): void {
  const staging = join(folder, '.wrapping');
  rmSync(staging, { recursive: true, force: true });
  writeSecret(join(staging, name), readSecret(join(folder, name)));
  renameSync(join(staging, name), join(folder, name));
  rmSync(staging, { recursive: true });
  syncFolder(folder);
}
