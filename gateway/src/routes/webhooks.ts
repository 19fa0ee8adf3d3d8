import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router, type Request } from 'express';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { Principal } from '../stores/access-store';
import type { Webhook } from '../stores/webhook-database';
import { WebhookStore } from '../stores/webhook-store';
import { parseCursor } from './changes';
import { page, reasonOnly } from './schemas';
import { admitReceiver } from './webhook-receiver';
import { webhookChange, webhookPage, webhookRequest, webhookResume } from './webhook-schemas';
import { attemptView, deadLetterView, webhookView } from './webhook-views';

const MAX_WEBHOOKS = 100;

/** Webhooks of the caller's organisation: they carry the change feed to it, with its rights. Every act is recorded. */
export function webhookRoutes(gateway: Gateway): Router {
  const router = Router();
  const { webhooks, webhookLog, clock } = gateway;

  /** The caller and its webhook; of others' one does not even learn that they are there. */
  const own = (request: Request<{ id: string }>): { principal: Principal; webhook: Webhook } => {
    const principal = requirePrincipal(request, 'webhook.manage');
    const webhook = webhooks.find(request.params.id);
    if (webhook?.organisation !== principal.organisation) throw new LedgerError('WEBHOOK_UNKNOWN');
    return { principal, webhook };
  };
  const shown = (id: string): Record<string, unknown> => {
    const webhook = webhooks.find(id);
    if (webhook === undefined) throw new LedgerError('WEBHOOK_UNKNOWN');
    return webhookView(webhook);
  };
  const record = (principal: Principal, what: string, subject: string, why: string, url?: string): Promise<unknown> =>
    gateway.acts.record(
      principal.organisation,
      { type: 'act.recorded', act: `webhook.${what}`, subject },
      { keyId: principal.keyId, why },
      url === undefined ? {} : { webhook: { url } },
    );

  router.post('/v1/webhooks', async (request, response) => {
    const principal = requirePrincipal(request, 'webhook.manage');
    const { organisation, role, keyId } = principal;
    const { url, types = null, after, reason } = parseWith(webhookRequest, request.body);
    const cursor = after === undefined ? gateway.ledger.length() : parseCursor(gateway, after);
    await admitReceiver(gateway.receivers, url);
    if (webhooks.count(organisation) >= MAX_WEBHOOKS) throw new LedgerError('WEBHOOK_LIMIT');
    const id = WebhookStore.newId();
    await record(principal, 'created', id, reason, url);
    const secret = webhooks.create({ id, organisation, role, url, types, cursor, createdBy: keyId, createdAt: clock() });
    response.status(201).json({ ...shown(id), secret });
  });

  router.get('/v1/webhooks', (request, response) => {
    const { organisation } = requirePrincipal(request, 'webhook.manage');
    const { after = '', limit } = parseWith(webhookPage, request.query);
    const items = webhooks.list(organisation, after, limit);
    response.json({ items: items.map(webhookView), next: items.length < limit ? null : (items.at(-1)?.id ?? null) });
  });

  router.get('/v1/webhooks/:id', (request, response) => {
    response.json(webhookView(own(request).webhook));
  });

  router.patch('/v1/webhooks/:id', async (request, response) => {
    const { principal, webhook } = own(request);
    const { reason, ...change } = parseWith(webhookChange, request.body);
    if (change.url !== undefined) await admitReceiver(gateway.receivers, change.url);
    await record(principal, 'changed', webhook.id, reason, change.url);
    webhooks.update(webhook.id, change);
    response.json(shown(webhook.id));
  });

  router.delete('/v1/webhooks/:id', async (request, response) => {
    const { principal, webhook } = own(request);
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    await record(principal, 'removed', webhook.id, reason);
    webhooks.remove(webhook.id);
    response.json({ removed: webhook.id });
  });

  router.post('/v1/webhooks/:id/rotate', async (request, response) => {
    const { principal, webhook } = own(request);
    const { reason } = parseWith(reasonOnly, request.body);
    await record(principal, 'rotated', webhook.id, reason);
    const secret = webhooks.rotate(webhook.id, clock());
    response.json({ ...shown(webhook.id), secret });
  });

  router.post('/v1/webhooks/:id/resume', async (request, response) => {
    const { principal, webhook } = own(request);
    const { skip, reason } = parseWith(webhookResume, request.body);
    if (skip && webhookLog.deadLetters(webhook.id, webhook.cursor, 1).length === 0)
      throw new LedgerError('DEAD_LETTER_UNKNOWN', { path: '/skip', wanted: 'an event that was given up and holds up the rest' });
    await record(principal, skip ? 'skipped' : 'resumed', webhook.id, reason);
    if (skip) webhooks.skip(webhook.id);
    else webhooks.resume(webhook.id);
    response.json(shown(webhook.id));
  });

  router.get('/v1/webhooks/:id/deliveries', (request, response) => {
    const { webhook } = own(request);
    const { after, limit } = parseWith(page, request.query);
    const items = webhookLog.attempts(webhook.id, Number(after ?? Number.MAX_SAFE_INTEGER), limit);
    const next = items.length < limit ? null : String(items.at(-1)?.number ?? 0);
    response.json({ items: items.map((attempt) => attemptView(webhook, attempt)), next });
  });

  router.get('/v1/webhooks/:id/dead-letters', (request, response) => {
    const { webhook } = own(request);
    const { after = '0', limit } = parseWith(page, request.query);
    const items = webhookLog.deadLetters(webhook.id, Number(after), limit);
    const next = items.length < limit ? null : String(items.at(-1)?.cursor ?? 0);
    response.json({ items: items.map((letter) => deadLetterView(webhook, letter)), next });
  });

  router.post('/v1/webhooks/:id/dead-letters/:cursor/redeliver', async (request, response) => {
    const { principal, webhook } = own(request);
    const { reason } = parseWith(reasonOnly, request.body);
    const cursor = Number(request.params.cursor);
    const letter = webhookLog.deadLetters(webhook.id, cursor - 1, 1).find((found) => found.cursor === cursor);
    if (letter === undefined) throw new LedgerError('DEAD_LETTER_UNKNOWN');
    await record(principal, 'redelivered', webhook.id, reason);
    // At the head it holds up what follows: it is delivered by going on.
    if (cursor > webhook.cursor) webhooks.resume(webhook.id);
    else webhookLog.redeliver(webhook.id, cursor);
    response.status(202).json(shown(webhook.id));
  });

  return router;
}
