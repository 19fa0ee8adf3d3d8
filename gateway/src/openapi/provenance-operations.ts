import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import {
  contentPath,
  lineageQuery,
  provenanceErasure,
  provenanceEvent,
  provenanceProofQuery,
  provenanceRegistration,
} from '../routes/provenance-schemas';
import { identifier, page } from '../routes/schemas';
import { offlineBundle, placed, receipt } from './answers';
import { contentName, instant, provenanceEvent as eventEntry, sequence } from './entries';
import { PROVENANCE_EXAMPLES } from './provenance-examples';
import type { Operation } from './operation';
import { registration, registrationFields } from './registration-answer';

const tag = 'provenance';
const next = z.string().nullable().meta({ description: 'Pass it as `after` for the next page; null at the end' });
const READ_CODES: readonly ErrorCode[] = ['DIGEST_MALFORMED', 'PROVENANCE_UNKNOWN'];

const registered = z.strictObject({
  digest: contentName,
  ...registrationFields,
  receipt,
  links: z.strictObject({ self: z.string(), proof: z.string(), lineage: z.string(), prov: z.string() }),
});
const content = z
  .strictObject({
    digest: contentName,
    holder: identifier.meta({ description: 'Who has the rights by the ledger: evidence, not a legal title' }),
    items: z.array(registration).meta({ description: 'Registrations, the first one first; later ones confirm' }),
    next,
  })
  .meta({ id: 'Content' });
const events = z.strictObject({
  items: z.array(
    z.strictObject({
      sequence,
      time: instant,
      event: eventEntry.shape.event,
      organisation: identifier,
      to: identifier.optional(),
    }),
  ),
  next,
});
const lineage = z.strictObject({
  digest: contentName,
  direction: z.enum(['ancestors', 'descendants']),
  items: z.array(
    z
      .strictObject({
        child: contentName,
        parent: contentName,
        by: identifier.meta({ description: 'Whose claim it is' }),
        sequence,
        depth: z.int().min(1),
        handover: z
          .enum(['recorded', 'missing'])
          .meta({ description: 'Of items: missing is a gap, the parent was never transferred or licensed to `by`' })
          .optional(),
      })
      .meta({ id: 'LineageLink' }),
  ),
  next,
  complete: z.boolean().meta({ description: 'False when the walk ended at its limit: go on from what was found' }),
});
const provJson = z
  .looseObject({ prefix: z.record(z.string(), z.string()), entity: z.looseObject({}) })
  .meta({ id: 'ProvDocument', description: 'W3C PROV-JSON. docs/formats.md, PROV-JSON' });

/** Contents: registered, licensed, transferred, used; their lineage and proofs. */
export const provenanceOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/provenance',
    id: 'registerProvenance',
    tag,
    summary: "Register a content by its digest, with its source's signed statement; each organisation once",
    access: 'provenance.register',
    body: { schema: provenanceRegistration, examples: PROVENANCE_EXAMPLES.registration },
    answers: {
      201: { description: 'Registered', schema: registered },
      200: { description: 'The same statement again: the first registration', schema: registered },
    },
    codes: [
      'DIGEST_MALFORMED', 'PROVENANCE_CYCLE', 'PROVENANCE_EXISTS', 'PROVENANCE_PARENT_UNKNOWN', 'STATEMENT_SIGNATURE_WRONG',
      'TIME_MALFORMED', 'QUEUE_FULL',
    ], // prettier-ignore
  },
  {
    method: 'get',
    path: '/v1/provenance/{digest}',
    id: 'readProvenance',
    tag,
    summary: 'Is this content registered: since when, by whom, made from what? For anyone',
    access: 'open',
    params: contentPath,
    query: page,
    answers: { 200: { description: 'Its registrations', schema: content } },
    codes: [...READ_CODES, 'CURSOR_INVALID'],
  },
  {
    method: 'post',
    path: '/v1/provenance/{digest}/events',
    id: 'noteProvenance',
    tag,
    summary: 'Note a licence or a transfer by the present holder, or a use by holder or licensee',
    access: 'provenance.note',
    params: contentPath,
    body: { schema: provenanceEvent, examples: PROVENANCE_EXAMPLES.event },
    answers: { 201: { description: 'Done, and on the ledger', schema: placed(eventEntry) } },
    codes: [...READ_CODES, 'ORGANISATION_UNKNOWN', 'PROVENANCE_NOT_YOURS', 'QUEUE_FULL'],
  },
  {
    method: 'delete',
    path: '/v1/provenance/{digest}/content',
    id: 'eraseProvenanceContent',
    tag,
    summary: 'Erase what is private about an entry: by whoever wrote it, or by the bureau; ledger and proofs stay as they are',
    access: 'provenance.note',
    params: contentPath,
    body: { schema: provenanceErasure, examples: PROVENANCE_EXAMPLES.erasure },
    answers: {
      200: { description: 'Erased, with the act that says so', schema: z.strictObject({ erased: contentName, sequence }) },
    },
    codes: [...READ_CODES, 'PROVENANCE_ERASED', 'PROVENANCE_NOT_YOURS', 'QUEUE_FULL'],
  },
  {
    method: 'get',
    path: '/v1/provenance/{digest}/events',
    id: 'listProvenanceEvents',
    tag,
    summary: 'What became of this content, oldest first. For anyone',
    access: 'open',
    params: contentPath,
    query: page,
    answers: { 200: { description: 'A page', schema: events } },
    codes: [...READ_CODES, 'CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/provenance/{digest}/lineage',
    id: 'readLineage',
    tag,
    summary: 'What it was made from, or what was made from it, nearest first. For anyone',
    access: 'open',
    params: contentPath,
    query: lineageQuery,
    answers: { 200: { description: 'A page of links', schema: lineage } },
    codes: [...READ_CODES, 'CURSOR_INVALID', 'FIELD_MISSING', 'DATABASE_UNAVAILABLE'],
  },
  {
    method: 'get',
    path: '/v1/provenance/{digest}/prov',
    id: 'readProvJson',
    tag,
    summary: 'The content, its parents and who registered it, as W3C PROV-JSON. For anyone',
    access: 'open',
    params: contentPath,
    answers: { 200: { description: 'A document', schema: provJson } },
    codes: READ_CODES,
  },
  {
    method: 'get',
    path: '/v1/provenance/{digest}/proof',
    id: 'readProvenanceProof',
    tag,
    summary: 'The offline bundle of a registration or an event; strangers get it with the private fields withheld',
    access: 'open',
    params: contentPath,
    query: provenanceProofQuery,
    answers: { 200: { description: 'A bundle (*.lianpiao.json)', schema: offlineBundle } },
    codes: [...READ_CODES, 'COMMIT_UNATTESTED', 'PROOF_PENDING', 'PROVENANCE_ERASED'],
  },
];
