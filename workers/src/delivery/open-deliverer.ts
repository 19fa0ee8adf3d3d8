import { ChangeFeed, ReceiverRules, RegistryReader } from '@lianpiao/gateway/changes';
import type { LedgerReader } from '@lianpiao/gateway/ledger';
import { WebhookDeliveries, type IndexStore, type PayloadStore } from '@lianpiao/gateway/stores';
import type { Logger } from 'pino';
import type { WebhookSettings } from '../config';
import { Deliverer } from './deliverer';

export interface OpenDelivererOptions {
  readonly folder: string;
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly index: IndexStore;
  readonly settings: WebhookSettings;
  readonly logger: Logger;
}

/** The deliverer of this process. @throws Error naming a setting that is wrong. */
export function openDeliverer({ folder, ledger, payloads, index, settings, logger }: OpenDelivererOptions): Deliverer {
  const { allow, timeoutMs, attempts, firstPauseMs } = settings;
  return new Deliverer({
    feed: new ChangeFeed({ ledger, index, registry: new RegistryReader(ledger, payloads) }),
    deliveries: new WebhookDeliveries(folder),
    rules: new ReceiverRules(allow),
    policy: { attempts, firstPauseMs },
    timeoutMs,
    onFault: (error) => {
      logger.error({ err: error }, 'a turn of a webhook failed by a fault of ours');
    },
  });
}
