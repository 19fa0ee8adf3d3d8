import { z } from 'zod';
import { NDJSON } from '../routes/batch';
import { identifier, reasonOnly } from '../routes/schemas';
import { outage, tillKey } from '../routes/till-schemas';
import { placed } from './answers';
import { digest, instant, outageClosed, tillKeyRegistered, tillKeyRevoked } from './entries';
import { EXAMPLES } from './examples';
import type { Operation } from './operation';

const tag = 'registry';
const params = z.object({ till: identifier });
const key = z.string().meta({ description: 'Ed25519 public key, 32 bytes, base64' });
const id = z.string().regex(/^[0-9a-f]{16}$/);
const rules = z.strictObject({ version: z.string(), digest, text: z.string() }).nullable();

const KEY = {
  till: { value: { key: '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=', reason: 'the till at the door' } },
};
const REPORT = {
  slip: { value: '{"request":{…},"seed":"<64 hexadecimal digits>","statement":"{…}","signature":"<base64>"}\n' },
};
const OUTAGE = {
  day: {
    value: {
      from: 1,
      to: 2,
      count: 2,
      first: 'a'.repeat(64),
      last: 'b'.repeat(64),
      key: '0123456789abcdef',
      signature: `${'A'.repeat(86)}==`,
      signedAt: '2026-11-22T12:00:00.000Z',
      reason: 'the line was down',
    },
  },
};

const book = z
  .strictObject({
    till: identifier,
    seller: identifier,
    sandbox: z.boolean(),
    opening: z.strictObject({ text: z.string(), salt: z.string() }),
    party: digest,
    device: z.strictObject({ id, key }),
    head: z.strictObject({
      counter: z.int().min(0),
      last: digest,
      ranges: z.array(z.strictObject({ prefix: z.string(), next: z.int(), to: z.int() })),
      offline: z
        .strictObject({ time: instant, from: z.int().min(1).optional(), first: digest.optional() })
        .optional()
        .meta({ description: "The till's time of its last invoice, and where the reports began that no record has closed" }),
    }),
    rules: z.strictObject({ cn: rules, life: rules }),
    ledgerTime: instant,
  })
  .meta({ id: 'TillBook' });

/** Tills that issue without the network. */
export const tillOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/tills/{till}/key',
    id: 'readTillKey',
    tag,
    summary: "A till's device key: by it anybody checks a slip that was printed without the network",
    access: 'open',
    params,
    answers: {
      200: {
        description: 'The key in force, and the one before it',
        schema: z.strictObject({
          till: identifier,
          id,
          key,
          former: z.strictObject({ id, key, until: instant }).nullable(),
        }),
      },
    },
    codes: ['TILL_UNKNOWN', 'TILL_KEY_MISSING'],
  },
  {
    method: 'post',
    path: '/v1/tills/{till}/key',
    id: 'registerTillKey',
    tag,
    summary: 'Give a till a device key, or another one: it issues with that alone from now on',
    access: 'till.hold-key',
    params,
    body: { schema: tillKey, examples: KEY },
    answers: { 201: { description: 'Done, and on the ledger', schema: placed(tillKeyRegistered) } },
    codes: ['TILL_UNKNOWN', 'TILL_NOT_YOURS', 'TILL_KEY_EXISTS', 'QUEUE_FULL'],
  },
  {
    method: 'delete',
    path: '/v1/tills/{till}/key',
    id: 'revokeTillKey',
    tag,
    summary: 'Revoke a device key: what it signed and has not reported counts no longer; the till issues over the network again',
    access: 'till.hold-key',
    params,
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: { 200: { description: 'Done, and on the ledger', schema: placed(tillKeyRevoked) } },
    codes: ['TILL_UNKNOWN', 'TILL_NOT_YOURS', 'TILL_KEY_MISSING', 'QUEUE_FULL'],
  },
  {
    method: 'get',
    path: '/v1/tills/{till}/book',
    id: 'readTillBook',
    tag,
    summary: 'What a till with a device key has to know to issue without the network',
    access: 'till.hold-key',
    params,
    answers: { 200: { description: 'The book', schema: book } },
    codes: ['TILL_UNKNOWN', 'TILL_NOT_YOURS', 'TILL_KEY_MISSING', 'ORGANISATION_UNKNOWN'],
  },
  {
    method: 'post',
    path: '/v1/tills/{till}/reports',
    id: 'reportInvoices',
    tag,
    summary: 'Report what a till issued without the network: NDJSON in and out, in order; a repetition gets its first answer',
    access: 'invoice.issue',
    params,
    body: {
      type: NDJSON,
      schema: z.unknown().meta({
        description:
          'A line an invoice: {"request", "seed", "statement", "signature"}. docs/formats.md, Tills that issue offline',
      }),
      examples: REPORT,
    },
    answers: {
      200: { description: 'As of a batch of invoices: a line for every line', type: NDJSON, schema: z.string() },
    },
    codes: ['BATCH_TOO_LONG', 'TILL_UNKNOWN', 'QUEUE_FULL'],
  },
  {
    method: 'post',
    path: '/v1/tills/{till}/outages',
    id: 'closeOutage',
    tag,
    summary: "Close an outage with the till's signed collective record",
    access: 'till.hold-key',
    params,
    body: { schema: outage, examples: OUTAGE },
    answers: { 201: { description: 'Done, and on the ledger', schema: placed(outageClosed) } },
    codes: [
      'TILL_UNKNOWN', 'TILL_NOT_YOURS', 'TILL_KEY_MISSING', 'TILL_KEY_FOREIGN', 'OFFLINE_SIGNATURE_WRONG', 'OUTAGE_NOT_OPEN',
      'OUTAGE_MISMATCH', 'QUEUE_FULL',
    ], // prettier-ignore
  },
];
