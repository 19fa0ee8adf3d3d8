import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import type { z } from 'zod';
import {
  anyMessage,
  catalogueRequest,
  contractRequest,
  readMessage,
  transferRequest,
} from '../../gateway/src/dataspace/messages';
import { countVectors, vectorFolder } from '../support/vectors';

type Schema = z.ZodType<{ '@type': string }>;

/** Published examples of messages that connectors send, and the schema that reads each. */
const EXAMPLES: readonly [file: string, schema: Schema][] = [
  ['catalog/example/catalog-request-message.json', catalogueRequest],
  ['negotiation/example/contract-request-message_initial.json', contractRequest],
  ['negotiation/example/contract-agreement-message-full.json', anyMessage],
  ['negotiation/example/contract-agreement-verification-message.json', anyMessage],
  ['negotiation/example/contract-negotiation-event-message.json', anyMessage],
  ['transfer/example/transfer-request-message.json', transferRequest],
  ['transfer/example/transfer-suspension-message.json', anyMessage],
];

describe('the published examples of the Dataspace Protocol', () => {
  const folder = vectorFolder('dataspace-protocol');

  it.each(EXAMPLES)('%s is read', (file, schema) => {
    if (folder === undefined) return;
    const example = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { '@type': string };
    expect(readMessage(schema, example['@type'], example)).toEqual(example);
    countVectors('dataspace-protocol', 1);
  });
});

describe('a message', () => {
  const CONTEXT = 'https://w3id.org/dspace/2025/1/context.jsonld';
  const message = (more: object = {}): object => ({
    '@context': [CONTEXT],
    '@type': 'ContractNegotiationEventMessage',
    providerPid: 'urn:uuid:1',
    consumerPid: 'urn:uuid:2',
    eventType: 'ACCEPTED',
    ...more,
  });
  const refusal = (body: object): string => {
    try {
      readMessage(anyMessage, 'ContractNegotiationEventMessage', body);
      return 'read';
    } catch (error) {
      if (error instanceof LedgerError) return error.code;
      throw error;
    }
  };
  const deep = (levels: number): object => (levels === 0 ? {} : { more: deep(levels - 1) });

  it.each<[string, object, string]>([
    ['as it should be', message(), 'read'],
    ['with members that nobody knows', message({ note: 'x' }), 'read'],
    ['with the context of a stranger', message({ '@context': ['https://evil.example/context.jsonld'] }), 'CONTEXT_UNSUPPORTED'],
    ["with a stranger's context beside", message({ '@context': [CONTEXT, 'https://evil.example/x'] }), 'CONTEXT_UNSUPPORTED'],
    ['with a context of its own', message({ '@context': [CONTEXT, { ex: 'https://ex.example/' }] }), 'CONTEXT_UNSUPPORTED'],
    ['without context', message({ '@context': undefined }), 'CONTEXT_UNSUPPORTED'],
    ['with a context within', message({ reason: [{ '@context': 'https://evil.example/x' }] }), 'CONTEXT_UNSUPPORTED'],
    ['of another type', message({ '@type': 'TransferStartMessage' }), 'FIELD_INVALID'],
    ['without an id', message({ providerPid: undefined }), 'FIELD_MISSING'],
    ['with an id that is a list', message({ providerPid: ['a'] }), 'FIELD_INVALID'],
    ['that is too deep', message({ note: deep(40) }), 'FIELD_INVALID'],
  ])('%s', (_, body, code) => {
    expect(refusal(body)).toBe(code);
  });
});
