import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { anyMessage, catalogueRequest, contractRequest, transferRequest } from '../dataspace/messages';
import { DSP_PATH, PLURAL, STEPS, type Kind, type Step } from '../dataspace/protocol';
import {
  dataspacePage,
  negotiationRequest,
  offerPage,
  offerRequest,
  processId,
  stepRequest,
  transferStart,
} from '../routes/negotiation-schemas';
import { identifier, page, reasonOnly } from '../routes/schemas';
import { DATASPACE_EXAMPLES } from './dataspace-examples';
import { negotiationAnswer, negotiationList, offerAnswer, offerList, transferAnswer, transferList } from './dataspace-answers';
import { EXAMPLES } from './examples';
import type { Operation } from './operation';

const tag = 'dataspace';
const protocolTag = 'dataspace-protocol';
const access = 'negotiation.take-part';
const message = z.looseObject({}).meta({ description: 'A message of the Dataspace Protocol 2025-1' });
const PEER: readonly ErrorCode[] = ['PEER_UNKNOWN', 'PEER_REFUSED', 'PEER_UNAVAILABLE', 'QUEUE_FULL'];
const GRANT: readonly ErrorCode[] = ['GRANT_UNKNOWN', 'GRANT_REVOKED', 'GRANT_EXPIRED', 'GRANT_PAUSED', 'GRANT_NOT_STARTED'];
const STATE: Readonly<Record<Kind, readonly ErrorCode[]>> = {
  negotiation: ['NEGOTIATION_UNKNOWN', 'NEGOTIATION_STATE_WRONG', 'OFFER_UNKNOWN'],
  transfer: ['TRANSFER_UNKNOWN', 'TRANSFER_STATE_WRONG', ...GRANT],
};
const ANSWERS = {
  negotiation: { one: negotiationAnswer, list: negotiationList },
  transfer: { one: transferAnswer, list: transferList },
} as const;
const FIRST = {
  negotiation: { schema: negotiationRequest, examples: DATASPACE_EXAMPLES.negotiation },
  transfer: { schema: transferStart, examples: DATASPACE_EXAMPLES.transfer },
} as const;
const WORDS: Readonly<Record<Kind, readonly string[]>> = {
  negotiation: ['counter', 'accept', 'verify', 'offer', 'agree', 'finalize', 'terminate'],
  transfer: ['start', 'suspend', 'complete', 'terminate'],
};
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const idParam = (kind: Kind): z.ZodObject => z.object({ [kind]: processId });

/** What an organisation's own people do about negotiations or transfers. */
function ownOperations(kind: Kind): Operation[] {
  const base = `/v1/${PLURAL[kind]}`;
  const { one, list } = ANSWERS[kind];
  const shown = { 200: { description: 'As it stands now', schema: one } };
  const body =
    kind === 'negotiation'
      ? { schema: stepRequest, examples: EXAMPLES.reason }
      : { schema: reasonOnly, examples: EXAMPLES.reason };
  return [
    {
      method: 'post',
      path: base,
      id: `request${capital(kind)}`,
      tag,
      summary: `Ask another connector for a ${kind}, as a consumer`,
      access,
      body: FIRST[kind],
      answers: { 201: { description: 'The other side has taken the request', schema: one } },
      codes: kind === 'negotiation' ? [...PEER, 'NEGOTIATION_EXISTS'] : PEER,
    },
    {
      method: 'get',
      path: base,
      id: `list${capital(PLURAL[kind])}`,
      tag,
      summary: `The organisation's ${PLURAL[kind]}, newest first`,
      access,
      query: page,
      answers: { 200: { description: 'A page', schema: list } },
      codes: ['CURSOR_INVALID'],
    },
    {
      method: 'get',
      path: `${base}/{${kind}}`,
      id: `read${capital(kind)}`,
      tag,
      summary: `A ${kind}`,
      access,
      params: idParam(kind),
      answers: shown,
      codes: [STATE[kind][0] as ErrorCode],
    },
    ...WORDS[kind].map((word): Operation => ({
      method: 'post',
      path: `${base}/{${kind}}/${word}`,
      id: `${word}${capital(kind)}`,
      tag,
      summary: `Decide: ${word}; done when the other side has taken the message`,
      access,
      params: idParam(kind),
      body,
      answers: shown,
      codes: [...STATE[kind], ...PEER],
    })),
  ];
}

const POLICY: readonly ErrorCode[] = ['USAGE_POLICY_MALFORMED', 'USAGE_POLICY_CONTRADICTORY'];

/** What connectors of others send us. */
function protocolOperations(kind: Kind): Operation[] {
  const base = `${DSP_PATH}/${PLURAL[kind]}`;
  const first = kind === 'negotiation' ? contractRequest : transferRequest;
  const steps: readonly Step[] = Object.values(STEPS);
  const paths = new Set(steps.filter((step) => step.kind === kind).map(({ path }) => path));
  const codes: readonly ErrorCode[] = [...STATE[kind], 'CONTEXT_UNSUPPORTED', 'MESSAGE_MISMATCH', ...POLICY];
  return [
    {
      method: 'post',
      path: `${base}/request`,
      id: `dspBegin${capital(kind)}`,
      tag: protocolTag,
      summary: `The first message of a ${kind}`,
      access,
      body: { schema: first },
      answers: { 201: { description: `The ${kind}`, schema: message } },
      codes: [...codes, ...PEER, 'NEGOTIATION_EXISTS', 'OFFER_UNKNOWN'],
    },
    {
      method: 'get',
      path: `${base}/{${kind}}`,
      id: `dspRead${capital(kind)}`,
      tag: protocolTag,
      summary: `The state of a ${kind}, for the other side`,
      access,
      params: idParam(kind),
      answers: { 200: { description: `The ${kind}`, schema: message } },
      codes,
    },
    ...[...paths].map((path): Operation => ({
      method: 'post',
      path: `${base}/{${kind}}/${path}`,
      id: `dsp${capital(kind)}${path.split('/').map(capital).join('')}`,
      tag: protocolTag,
      summary: `A message about a ${kind}: ${path}`,
      access,
      params: idParam(kind),
      body: { schema: anyMessage },
      answers: { 200: { description: 'Taken', schema: z.looseObject({}) } },
      codes,
    })),
  ];
}

/** Offers, negotiations, transfers, and the Dataspace Protocol. */
export const dataspaceOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/offers',
    id: 'publishOffer',
    tag,
    summary: 'Say on which terms a resource may be had',
    access: 'offer.publish',
    body: { schema: offerRequest, examples: DATASPACE_EXAMPLES.offer },
    answers: { 201: { description: 'Published, and on the ledger', schema: offerAnswer } },
    codes: [
      'OFFER_EXISTS',
      'RESOURCE_UNKNOWN',
      'RESOURCE_NOT_YOURS',
      'FILTER_INVALID',
      'TIME_MALFORMED',
      'GRANT_RECORD_BROKEN',
      'QUEUE_FULL',
    ],
  },
  {
    method: 'get',
    path: '/v1/offers',
    id: 'listOffers',
    tag,
    summary: 'The offers of a resource that stand',
    access: 'catalogue.read',
    query: offerPage,
    answers: { 200: { description: 'All of them', schema: offerList } },
    codes: ['CURSOR_INVALID', 'FIELD_MISSING'],
  },
  {
    method: 'post',
    path: '/v1/offers/{offer}/withdraw',
    id: 'withdrawOffer',
    tag,
    summary: 'Take an offer back; what was agreed stays agreed',
    access: 'offer.publish',
    params: z.object({ offer: identifier }),
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: {
      200: { description: 'Withdrawn', schema: z.strictObject({ offer: identifier, withdrawn: z.literal(true) }) },
    },
    codes: ['OFFER_UNKNOWN', 'QUEUE_FULL'],
  },
  ...ownOperations('negotiation'),
  ...ownOperations('transfer'),
  {
    method: 'get',
    path: '/.well-known/dspace-version',
    id: 'dspVersion',
    tag: protocolTag,
    summary: 'Which versions of the Dataspace Protocol are spoken here, and where',
    access: 'open',
    answers: { 200: { description: 'The versions', schema: message } },
  },
  {
    method: 'post',
    path: `${DSP_PATH}/catalog/request`,
    id: 'dspCatalogue',
    tag: protocolTag,
    summary: 'The catalogue: resources with offers',
    access: 'catalogue.read',
    query: dataspacePage,
    body: { schema: catalogueRequest },
    answers: { 200: { description: 'A page; the next one is in `Link`', schema: message } },
    codes: ['CONTEXT_UNSUPPORTED', 'GRANT_RECORD_BROKEN'],
  },
  {
    method: 'get',
    path: `${DSP_PATH}/catalog/datasets/{dataset}`,
    id: 'dspDataset',
    tag: protocolTag,
    summary: 'One dataset of the catalogue',
    access: 'catalogue.read',
    params: z.object({ dataset: identifier }),
    answers: { 200: { description: 'The dataset', schema: message } },
    codes: ['RESOURCE_UNKNOWN', 'GRANT_RECORD_BROKEN'],
  },
  ...protocolOperations('negotiation'),
  ...protocolOperations('transfer'),
];
