import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWebhookDatabase, WebhookDeliveries, WebhookStore } from '@lianpiao/gateway/stores';

const HOOK = {
  organisation: 'shop',
  role: 'merchant',
  url: 'https://erp.example/',
  types: null,
  cursor: 0,
  createdBy: 'k',
  createdAt: 0,
} as const;

describe('the store of webhooks', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-webhooks-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes to a ledger that is older, and refuses to lose the key of the secrets it has', () => {
    mkdirSync(join(folder, 'keys'), { mode: 0o700 });
    // All keys of this ledger were made before there were webhooks.
    writeFileSync(join(folder, 'keys', 'complete'), '');
    openWebhookDatabase(folder).database.close();
    openWebhookDatabase(folder).database.close();
    rmSync(join(folder, 'keys', 'webhook.key'));
    expect(() => openWebhookDatabase(folder)).toThrow('webhook.key is missing: restore it from the backup of the keys');
  });

  it('writes no secret in clear, and opens one under the webhook it was made for only', () => {
    const parts = openWebhookDatabase(folder);
    const store = new WebhookStore(parts);
    const [first, second] = ['1'.repeat(16), '2'.repeat(16)];
    const secrets = [first, second].map((id) => store.create({ ...HOOK, id }));
    const rotated = store.rotate(first, 1000);
    const deliveries = new WebhookDeliveries(folder);
    expect(deliveries.lease([first, second], 'me', 2000, 9000)).toEqual([first, second]);
    expect(deliveries.held(first, 'me', 3000)!.secrets).toEqual([rotated, secrets[0]]);
    expect(deliveries.held(second, 'me', 3000)!.secrets).toEqual([secrets[1]]);
    // Nobody else gets in while the lease lasts.
    expect([deliveries.lease([first], 'you', 8999, 9999), deliveries.due(8999, 1)]).toEqual([[], []]);
    // Another's, and one whose lease has ended.
    expect([deliveries.held(first, 'you', 3000), deliveries.held(first, 'me', 9000)]).toEqual([undefined, undefined]);
    for (const name of readdirSync(folder).filter((file) => file.startsWith('webhooks.db'))) {
      const bytes = readFileSync(join(folder, name)).toString('latin1');
      for (const secret of [...secrets, rotated]) expect(bytes).not.toContain(secret.slice('whsec_'.length));
    }
    parts.database.exec(`UPDATE webhooks SET secret = (SELECT secret FROM webhooks WHERE id = '${second}')`);
    expect(() => deliveries.held(first, 'me', 3000)).toThrow();
    deliveries.close();
    store.close();
  });

  it('lets the secret before a rotation sign for a day', () => {
    const store = new WebhookStore(openWebhookDatabase(folder));
    const id = '3'.repeat(16);
    const former = store.create({ ...HOOK, id });
    const current = store.rotate(id, 0);
    const deliveries = new WebhookDeliveries(folder);
    const day = 24 * 3600 * 1000;
    deliveries.lease([id], 'me', 0, 10 * day);
    expect(deliveries.held(id, 'me', day - 1)!.secrets).toEqual([current, former]);
    expect(deliveries.held(id, 'me', day)!.secrets).toEqual([current]);
    deliveries.close();
    store.close();
  });
});
