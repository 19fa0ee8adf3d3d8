import { ChangeFeed, ReceiverRules, RegistryReader, type Change } from '@lianpiao/gateway/changes';
import { openWebhookDatabase, WebhookDeliveries, WebhookLog, WebhookStore, type Webhook } from '@lianpiao/gateway/stores';
import { Deliverer } from '@lianpiao/workers';
import type { EmbeddedShop } from './embedded';

/** The pushing part of an instance on a shop's folder, without Redis: somebody must ask it to look. */
export interface Push {
  readonly feed: ChangeFeed;
  readonly webhooks: WebhookStore;
  readonly log: WebhookLog;
  readonly faults: unknown[];
  deliverer(options?: { attempts?: number; firstPauseMs?: number; timeoutMs?: number }): Deliverer;
  /** Makes a webhook of the bureau that starts at a cursor; its id and secret. */
  hook(url: string, options?: { cursor?: number; types?: readonly string[] }): { id: string; secret: string };
  find(id: string): Webhook;
  /** What the bureau's feed shows. */
  changes(from?: number): readonly Change[];
  close(): Promise<void>;
}

export function push(shop: EmbeddedShop): Push {
  type Parts = ConstructorParameters<typeof ChangeFeed>[0];
  const { ledger, index, payloads } = shop as unknown as Parts & { payloads: ConstructorParameters<typeof RegistryReader>[1] };
  const feed = new ChangeFeed({ ledger, index, registry: new RegistryReader(ledger, payloads) });
  const database = openWebhookDatabase(shop.folder);
  const [webhooks, log] = [new WebhookStore(database), new WebhookLog(database)];
  const faults: unknown[] = [];
  const deliverers: Deliverer[] = [];
  return {
    feed,
    webhooks,
    log,
    faults,
    deliverer({ attempts = 1000, firstPauseMs = 1, timeoutMs = 8000 } = {}) {
      const made = new Deliverer({
        feed,
        deliveries: new WebhookDeliveries(shop.folder),
        rules: new ReceiverRules('127.0.0.0/8'),
        policy: { attempts, firstPauseMs },
        timeoutMs,
        onFault: (error) => faults.push(error),
      });
      deliverers.push(made);
      return made;
    },
    hook(url, { cursor = 0, types } = {}) {
      const id = WebhookStore.newId();
      const by = { organisation: 'bureau', role: 'bureau', createdBy: 'test', createdAt: Date.now() } as const;
      return { id, secret: webhooks.create({ ...by, id, url, cursor, types: types ?? null }) };
    },
    find: (id) => webhooks.find(id)!,
    changes: (from = 0) => feed.read({ organisation: 'bureau', role: 'bureau' }, from, 500).items,
    async close() {
      for (const made of deliverers) await made.close();
      webhooks.close();
    },
  };
}

/** Lets deliverers look until `done`. */
export async function drive(deliverers: readonly Deliverer[], done: () => boolean, deadlineMs = 20_000): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (!done()) {
    if (Date.now() > end) throw new Error(`not delivered after ${String(deadlineMs)} ms`);
    for (const deliverer of deliverers) deliverer.look();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
