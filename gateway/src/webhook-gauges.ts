import type { Gauges } from './metrics';
import type { WebhookLog } from './stores/webhook-log';

/** What operators watch over webhooks; the workers write it down, and every serving process reads the same. */
export function deliveryGauges(log: WebhookLog): Gauges {
  return {
    lianpiao_webhooks_active: { help: 'Webhooks that deliver', value: () => log.figures().active },
    lianpiao_webhooks_retrying: { help: 'Of these, with failed attempts at their head', value: () => log.figures().retrying },
    lianpiao_webhooks_paused: { help: 'Webhooks that wait for their owner', value: () => log.figures().paused },
    lianpiao_webhooks_disabled: { help: 'Webhooks whose receiver is gone', value: () => log.figures().disabled },
    lianpiao_webhook_dead_letters: { help: 'Events that were given up', value: () => log.figures().deadLetters },
    lianpiao_webhook_visible_seconds_p50: {
      help: 'Seconds from the commit of an entry to its receipt by a webhook, median of the last deliveries',
      value: () => quantile(log.figures().visibleMs, 0.5) / 1000,
    },
    lianpiao_webhook_visible_seconds_p99: {
      help: 'The same, exceeded by one in a hundred',
      value: () => quantile(log.figures().visibleMs, 0.99) / 1000,
    },
  };
}

/** Nearest rank; 0 of none. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
