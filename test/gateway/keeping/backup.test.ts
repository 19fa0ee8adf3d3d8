import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatAddCheckpoint } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../../../gateway/src/crypto/keys';
import { loadLogKey, PayloadStore } from '../../../gateway/src/stores';
import { openLedger } from '../../../gateway/src/ledger';
import { cli } from '../../support/cli';
import { answerOf, embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from '../../support/embedded';
import { recordFault } from '../../support/fault-records';
import { TestWitness } from '../../support/witnesses';

/** What restores have in common in the table of faults. */
const RESTORED = { ledger: 'embedded', part: 'restore', repair: 'see the runbook, Restore' } as const;

let base: string;
let shop: EmbeddedShop;
let witness: TestWitness;
let policy: string;
let sold = 0;
const at = (name: string): string => join(base, name);

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'lianpiao-keeping-'));
  shop = await embeddedShop(at('data'));
  witness = new TestWitness('audit.example/witness', [loadLogKey(shop.folder, LOG_ORIGIN).vkey]);
  policy = at('policy');
  const url = await witness.start();
  writeFileSync(policy, `witness audit ${witness.key.vkey} ${url}\nquorum audit\n`);
});
afterEach(async () => {
  shop.close();
  await witness.remove();
  rmSync(base, { recursive: true, force: true });
});

/** Sells, seals, and shows the whole log to the witness. */
async function sell(count: number): Promise<string[]> {
  const outcomes = await shop.issue(Array.from({ length: count }, () => saleRequest((sold += 1))));
  shop.follow();
  return outcomes.map((outcome) => answerOf(outcome).number);
}

function showWitness(): void {
  const { note } = shop.log.latest()!;
  const { status } = witness.witness.add(formatAddCheckpoint({ oldSize: 0, path: [], note }));
  expect(status).toBe(200);
}

const backUp = (name = 'copy', data = shop.folder): ReturnType<typeof cli> =>
  cli('backup', at(name), '--data', data, '--keys', at(`${name}-keys`));
const restore = (...more: string[]): ReturnType<typeof cli> =>
  cli('restore', at('copy'), '--keys', at('copy-keys'), '--data', at('restored'), ...more);

/** What a gateway's ledger over a folder says to one more act. */
async function actOn(folder: string): Promise<string> {
  const payloads = new PayloadStore(folder);
  const { ledger } = openLedger(
    { kind: 'embedded' },
    {
      folder,
      keys: new KeyFolder(join(folder, 'keys')),
      payloads,
      locate: () => undefined,
      clock: Date.now,
      onFault: (error) => {
        throw error;
      },
    },
  );
  try {
    const facts = { type: 'act.recorded', act: 'test.act', subject: 'x' } as const;
    const record = { seed: 'ab'.repeat(32), fields: [] };
    const [verdict] = await ledger.submit([{ caller: 'bureau', command: { type: 'entry.record', facts, record } }]);
    return verdict?.accepted === true ? 'accepted' : (verdict?.error.code ?? '');
  } finally {
    ledger.close();
    payloads.close();
  }
}

describe('lianpiao backup', () => {
  it('copies a ledger that goes on meanwhile, keys apart, and the copy verifies', async () => {
    await sell(300);
    let going = true;
    const selling = (async () => {
      while (going) await sell(20);
    })();
    const done = await backUp();
    going = false;
    await selling;
    expect([done.code, done.err]).toEqual([0, '']);
    const files = readdirSync(at('copy')).sort();
    expect(files).toEqual(['backup.json', 'ledger.db', 'log.db', 'payloads.db']);
    expect(readdirSync(at('copy-keys'))).toEqual(expect.arrayContaining(['payload.key', 'operator.pem', 'log.pem']));
    expect([at('copy'), at('copy-keys')].map((folder) => statSync(folder).mode & 0o077)).toEqual([0, 0]);
    const restored = await restore();
    expect([restored.code, restored.out]).toEqual([2, expect.stringContaining('UNPROVEN')]);
  });

  it('overwrites nothing, and leaves nothing behind when it fails', async () => {
    await backUp();
    expect((await backUp()).err).toMatch(/^LEDGER_EXISTS/);
    expect((await backUp('other', at('nowhere'))).err).toMatch(/^NOT_FOUND/);
    expect(readdirSync(base).filter((name) => name.startsWith('other'))).toEqual([]);
  });
});

/** Two versions of a signed trust file, as an operator publishes them. */
async function publishTrust(): Promise<void> {
  const root = at('root.pem');
  writeFileSync(root, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  for (const version of ['1', '2']) {
    const file = at(`draft-${version}.json`);
    const first = version === '1' ? ['--root', root, '--name', 'example.com/trust'] : ['--quorum', '1', '--policy', policy];
    const draft = await cli('trust', 'draft', '--data', shop.folder, '--origin', LOG_ORIGIN, ...first);
    expect([draft.code, draft.err]).toEqual([0, '']);
    writeFileSync(file, draft.out);
    for (const words of [
      ['sign', file, '--key', root],
      ['publish', file, '--data', shop.folder],
    ]) {
      const done = await cli('trust', ...words);
      expect([done.code, done.err]).toEqual([0, '']);
    }
  }
}

describe('the published trust files', () => {
  const versions = ['1.json', '2.json'];
  const read = (folder: string): string[] => versions.map((name) => readFileSync(join(folder, 'trust', name), 'utf8'));

  it('come back as they were, and the next version follows the newest of them', async () => {
    await sell(10);
    await publishTrust();
    await backUp();
    expect(readdirSync(join(at('copy'), 'trust'))).toEqual(versions);
    await restore();
    expect(read(at('restored'))).toEqual(read(shop.folder));
    const next = await cli('trust', 'draft', '--data', at('restored'), '--origin', LOG_ORIGIN);
    expect((JSON.parse(next.out) as { version: number }).version).toBe(3);
  });

  it.each([
    ['a changed one', () => writeFileSync(join(at('copy'), 'trust', '1.json'), '{}'), 'trust/1.json'],
    ['one that is missing', () => rmSync(join(at('copy'), 'trust', '2.json')), 'trust/2.json'],
    [
      'a manifest that leads elsewhere',
      () => {
        const manifest = at('copy/backup.json');
        writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('trust/2.json', 'trust/../../2.json'));
      },
      'backup.json',
    ],
  ] as const)('%s refuses the restore', async (_what, damage, named) => {
    await sell(10);
    await publishTrust();
    await backUp();
    damage();
    const done = await restore();
    expect([done.code, done.err]).toEqual([2, expect.stringMatching(/^BACKUP_BROKEN/)]);
    expect(done.err).toContain(named);
    expect(existsSync(at('restored'))).toBe(false);
  });
});

describe('lianpiao restore', () => {
  it('proves the newest backup against the witness, and the ledger goes on where it was [rows 001-002-003:B4]', async () => {
    const before = await sell(40);
    showWitness();
    await backUp();
    const done = await restore('--witness-policy', policy);
    expect([done.code, done.err]).toEqual([0, '']);
    expect(done.out).toMatch(/RESTORED.*\nPROVEN.*\n {2}✓ audit\.example\/witness has seen 47: the same/);
    const again = await embeddedShop(at('restored'));
    const [number] = (await again.issue([saleRequest((sold += 1))])).map((outcome) => answerOf(outcome).number);
    expect(BigInt(number!)).toBe(BigInt(before.at(-1)!) + 1n);
    again.close();
    expect(await actOn(at('restored'))).toBe('accepted');
  });

  it('names a backup that is older than what the witness has seen, and lets it issue nothing', async () => {
    await sell(10);
    await backUp();
    await sell(5);
    showWitness();
    const started = performance.now();
    const done = await restore('--witness-policy', policy);
    const ms = performance.now() - started;
    expect([done.code, done.out]).toEqual([1, expect.stringContaining('BEHIND')]);
    recordFault({
      ...RESTORED,
      fault: 'an older backup restored',
      code: 'BEHIND',
      cause: 'stale',
      place: 'sequence 17, to 21',
      ms,
    });
    expect(done.out).toContain('has seen 22: 5 are missing here');
    expect(await actOn(at('restored'))).toBe('LEDGER_HELD');
    // Whoever accepts the loss says why, and that is an act on the ledger.
    const accepted = await cli('ledger', 'accept-loss', '--data', at('restored'), '--reason', 'the newer disk is gone');
    expect([accepted.code, accepted.out]).toEqual([0, expect.stringContaining('17 entries')]);
    expect(await actOn(at('restored'))).toBe('accepted');
    const verified = await cli('ledger', 'verify', '--data', at('restored'));
    expect([verified.code, verified.err]).toEqual([0, '']);
    expect((await cli('ledger', 'accept-loss', '--data', at('restored'), '--reason', 'again')).err).toMatch(/^LEDGER_NOT_HELD/);
  });

  it('does not take the silence of a witness for consent; a later proof lifts the hold', async () => {
    await sell(10);
    showWitness();
    await backUp();
    await witness.stop();
    const done = await restore('--witness-policy', policy);
    expect([done.code, done.out]).toEqual([
      2,
      expect.stringMatching(/UNPROVEN[^]*\? audit\.example\/witness: DEADLINE_EXCEEDED/),
    ]);
    expect(await actOn(at('restored'))).toBe('LEDGER_HELD');
    await witness.start();
    expect((await cli('ledger', 'prove', '--data', at('restored'), '--witness-policy', policy)).code).toBe(0);
    expect(await actOn(at('restored'))).toBe('accepted');
  });

  it('refuses a ledger whose past is not what others have seen', async () => {
    await sell(10);
    showWitness();
    const fork = await embeddedShop(at('fork'));
    await fork.issue(Array.from({ length: 12 }, (_, i) => saleRequest(i)));
    fork.follow();
    const note = at('kept');
    writeFileSync(note, shop.log.latest()!.note);
    await backUp('copy', fork.folder);
    fork.close();
    const done = await cli('restore', at('copy'), '--keys', at('copy-keys'), '--data', at('restored'), '--checkpoint', note);
    // The other ledger has a log key of its own: what was kept is not its word.
    expect([done.code, done.out]).toEqual([2, expect.stringContaining('signature-wrong')]);
    rmSync(at('restored'), { recursive: true });
    rmSync(join(at('copy-keys'), 'log.pem'));
    rmSync(join(at('copy'), 'log.db'));
    writeFileSync(join(at('copy-keys'), 'log.pem'), readFileSync(join(shop.folder, 'keys', 'log.pem')), { mode: 0o600 });
    const manifest = JSON.parse(readFileSync(join(at('copy'), 'backup.json'), 'utf8')) as { files: { name: string }[] };
    manifest.files = manifest.files.filter(({ name }) => name !== 'log.db');
    writeFileSync(join(at('copy'), 'backup.json'), JSON.stringify(manifest));
    const started = performance.now();
    const forked = await restore('--checkpoint', note);
    const ms = performance.now() - started;
    recordFault({
      ...RESTORED,
      fault: 'a backup of another past restored',
      code: 'LEDGER_FORKED',
      cause: 'forged root',
      place: 'size 17',
      ms,
    });
    expect([forked.code, forked.err]).toEqual([2, expect.stringMatching(/^LEDGER_FORKED/)]);
    expect(await actOn(at('restored'))).toBe('LEDGER_HELD');
  });

  it.each([
    ['a file cut short', () => truncateSync(join(at('copy'), 'ledger.db'), 40_000), /^BACKUP_BROKEN[^]*ledger\.db/],
    ['a file that is missing', () => rmSync(join(at('copy'), 'payloads.db')), /^BACKUP_BROKEN[^]*payloads\.db/],
    ['a manifest cut short', () => truncateSync(join(at('copy'), 'backup.json'), 100), /^BACKUP_BROKEN[^]*backup\.json/],
    ['no manifest', () => rmSync(join(at('copy'), 'backup.json')), /^NOT_FOUND/],
    ['a key that is missing', () => rmSync(join(at('copy-keys'), 'payload.key')), /^LEDGER_BROKEN[^]*payloads/],
  ] as const)('refuses %s, and leaves no folder', async (_what, damage, code) => {
    await sell(10);
    await backUp();
    damage();
    const done = await restore('--witness-policy', policy);
    expect([done.code, done.err]).toEqual([2, expect.stringMatching(code)]);
    expect([existsSync(at('restored')), existsSync(at('restored.restoring'))]).toEqual([false, false]);
  });
});
