import { z } from 'zod';
import { page, reasonOnly } from '../routes/schemas';
import { webhookChange, webhookPage, webhookRequest, webhookResume } from '../routes/webhook-schemas';
import { EXAMPLES } from './examples';
import type { Operation } from './operation';
import { attemptList, deadLetterList, removal, webhook, webhookList, webhookWithSecret } from './webhook-answers';

const common = { tag: 'webhooks', access: 'webhook.manage' } as const;
const params = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/) });
const cursor = z.string().regex(/^[0-9]{1,15}$/);
const changed = 'Done, and recorded';

export const webhookOperations: readonly Operation[] = [
  {
    ...common,
    method: 'post',
    path: '/v1/webhooks',
    id: 'createWebhook',
    summary: 'Have the change feed delivered to a URL, signed after Standard Webhooks',
    body: {
      schema: webhookRequest,
      examples: {
        all: { value: { url: 'https://198.51.100.7/lianpiao', reason: 'feeds our ERP' } },
        some: { value: { url: 'https://erp.example/hooks', types: ['invoice.issued'], after: '0', reason: 'feeds our ERP' } },
      },
    },
    answers: { 201: { description: 'Made; the secret is shown this once', schema: webhookWithSecret } },
    codes: ['CURSOR_INVALID', 'WEBHOOK_URL_FORBIDDEN', 'WEBHOOK_HOST_UNKNOWN', 'WEBHOOK_LIMIT', 'QUEUE_FULL'],
  },
  {
    ...common,
    method: 'get',
    path: '/v1/webhooks',
    id: 'listWebhooks',
    summary: 'The own webhooks, without their secrets',
    query: webhookPage,
    answers: { 200: { description: 'A page', schema: webhookList } },
    codes: ['CURSOR_INVALID'],
  },
  {
    ...common,
    method: 'get',
    path: '/v1/webhooks/{id}',
    id: 'readWebhook',
    summary: 'A webhook: how far it is, and whether it delivers',
    params,
    answers: { 200: { description: 'The webhook', schema: webhook } },
    codes: ['WEBHOOK_UNKNOWN'],
  },
  {
    ...common,
    method: 'patch',
    path: '/v1/webhooks/{id}',
    id: 'changeWebhook',
    summary: 'Another URL, other types, or a pause',
    params,
    body: { schema: webhookChange, examples: { pause: { value: { status: 'paused', reason: 'maintenance' } } } },
    answers: { 200: { description: changed, schema: webhook } },
    codes: ['WEBHOOK_UNKNOWN', 'WEBHOOK_URL_FORBIDDEN', 'WEBHOOK_HOST_UNKNOWN', 'QUEUE_FULL'],
  },
  {
    ...common,
    method: 'delete',
    path: '/v1/webhooks/{id}',
    id: 'removeWebhook',
    summary: 'Remove a webhook with its dead letters',
    params,
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: { 200: { description: changed, schema: removal } },
    codes: ['WEBHOOK_UNKNOWN', 'QUEUE_FULL'],
  },
  {
    ...common,
    method: 'post',
    path: '/v1/webhooks/{id}/rotate',
    id: 'rotateWebhookSecret',
    summary: 'A new secret; for a day the one before signs too',
    params,
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: { 200: { description: 'The new secret is shown this once', schema: webhookWithSecret } },
    codes: ['WEBHOOK_UNKNOWN', 'QUEUE_FULL'],
  },
  {
    ...common,
    method: 'post',
    path: '/v1/webhooks/{id}/resume',
    id: 'resumeWebhook',
    summary: 'Go on from its cursor, at once; or behind the event that was given up',
    params,
    body: { schema: webhookResume, examples: { resume: { value: { reason: 'the receiver is back' } } } },
    answers: { 200: { description: changed, schema: webhook } },
    codes: ['WEBHOOK_UNKNOWN', 'DEAD_LETTER_UNKNOWN', 'QUEUE_FULL'],
  },
  {
    ...common,
    method: 'get',
    path: '/v1/webhooks/{id}/deliveries',
    id: 'listDeliveries',
    summary: 'The last attempts, newest first',
    params,
    query: page,
    answers: { 200: { description: 'A page', schema: attemptList } },
    codes: ['WEBHOOK_UNKNOWN', 'CURSOR_INVALID'],
  },
  {
    ...common,
    method: 'get',
    path: '/v1/webhooks/{id}/dead-letters',
    id: 'listDeadLetters',
    summary: 'Events that were given up',
    params,
    query: page,
    answers: { 200: { description: 'A page', schema: deadLetterList } },
    codes: ['WEBHOOK_UNKNOWN', 'CURSOR_INVALID'],
  },
  {
    ...common,
    method: 'post',
    path: '/v1/webhooks/{id}/dead-letters/{cursor}/redeliver',
    id: 'redeliverDeadLetter',
    summary: 'Deliver a dead letter once more; the one that holds up the rest by resuming',
    params: params.extend({ cursor }),
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: { 202: { description: 'It will be tried', schema: webhook } },
    codes: ['WEBHOOK_UNKNOWN', 'DEAD_LETTER_UNKNOWN', 'QUEUE_FULL'],
  },
];
