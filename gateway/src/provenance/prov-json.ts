import type { Registration } from './provenance-reader';

const NAMESPACE = 'https://lianpiao.example/ns/';

/** Prefixes of our names. A content's name is its digest, as everywhere: `sha256:` and 64 hexadecimal digits. */
const PREFIXES = {
  lianpiao: `${NAMESPACE}provenance#`,
  sha256: `${NAMESPACE}sha256/`,
  making: `${NAMESPACE}making/sha256/`,
  key: `${NAMESPACE}key/sha256/`,
  record: `${NAMESPACE}record/`,
  registration: `${NAMESPACE}registration/`,
  organisation: `${NAMESPACE}organisation/`,
} as const;

const TYPES = { document: 'Document', dataset: 'Dataset', work: 'Work', item: 'Item' } as const;

type Attributes = Record<string, string | { readonly $: string; readonly type: string }>;
type Records = Record<string, Attributes>;

/** A document of PROV-JSON (W3C Member Submission of 24 April 2013), with the parts that ours have. */
export interface ProvDocument {
  readonly prefix: Readonly<Record<string, string>>;
  readonly entity: Records;
  readonly activity: Records;
  readonly agent: Records;
  readonly wasGeneratedBy: Records;
  readonly used: Records;
  readonly wasAssociatedWith: Records;
  readonly wasAttributedTo: Records;
  readonly wasDerivedFrom: Records;
}

/**
 * What is known of a content as PROV-JSON: docs/formats.md, "PROV-JSON". The first registration says who made it; every
 * registration is a record of its own, attributed to its registrant, and adds the parents that it claims.
 */
export function provDocument(digest: string, registrations: readonly [Registration, ...Registration[]]): ProvDocument {
  const document: ProvDocument = {
    prefix: PREFIXES,
    entity: {},
    activity: {},
    agent: {},
    wasGeneratedBy: {},
    used: {},
    wasAssociatedWith: {},
    wasAttributedTo: {},
    wasDerivedFrom: {},
  };
  addContent(document, digest, registrations[0]);
  for (const registration of registrations) addRegistration(document, digest, registration);
  // A part without a record is left out.
  return Object.fromEntries(
    Object.entries(document).filter(([, records]) => Object.keys(records as object).length > 0),
  ) as unknown as ProvDocument;
}

/** The content and its making, by the source whose key signed the first statement. */
function addContent(document: ProvDocument, digest: string, first: Registration): void {
  const [making, source] = [makingOf(digest), keyOf(first.signer)];
  document.entity[digest] = { 'prov:type': name(`lianpiao:${TYPES[first.kind as keyof typeof TYPES]}`) };
  document.activity[making] = { 'prov:type': name('lianpiao:Making') };
  document.agent[source] = { 'prov:type': name('lianpiao:SourceKey') };
  document.wasGeneratedBy['_:made'] = { 'prov:entity': digest, 'prov:activity': making };
  document.wasAssociatedWith['_:maker'] = { 'prov:activity': making, 'prov:agent': source };
  document.wasAttributedTo['_:source'] = { 'prov:entity': digest, 'prov:agent': source };
}

/** One registration: a record on the ledger about the content, by an organisation. */
function addRegistration(document: ProvDocument, digest: string, { sequence, time, registrant, parents }: Registration): void {
  const place = String(sequence);
  const [record, activity, organisation] = [`record:${place}`, `registration:${place}`, `organisation:${registrant}`];
  document.entity[record] = { 'prov:type': name('lianpiao:Record'), 'lianpiao:about': name(digest) };
  document.activity[activity] = { 'prov:type': name('lianpiao:Registration'), 'prov:startTime': time, 'prov:endTime': time };
  document.agent[organisation] = { 'prov:type': name('prov:Organization') };
  document.wasGeneratedBy[`_:recorded${place}`] = { 'prov:entity': record, 'prov:activity': activity, 'prov:time': time };
  document.wasAssociatedWith[`_:registrant${place}`] = { 'prov:activity': activity, 'prov:agent': organisation };
  document.wasAttributedTo[`_:claim${place}`] = { 'prov:entity': record, 'prov:agent': organisation };
  parents.forEach((parent, index) => {
    const link = `${place}-${String(index)}`;
    document.entity[parent] ??= {};
    document.used[`_:used${link}`] = { 'prov:activity': makingOf(digest), 'prov:entity': parent };
    document.wasDerivedFrom[`_:derived${link}`] = {
      'prov:generatedEntity': digest,
      'prov:usedEntity': parent,
      'prov:activity': makingOf(digest),
      'lianpiao:claimedBy': name(record),
    };
  });
}

/** A qualified name as the value of an attribute. */
function name(qualified: string): { readonly $: string; readonly type: string } {
  return { $: qualified, type: 'prov:QUALIFIED_NAME' };
}

function makingOf(digest: string): string {
  return `making:${digest.slice('sha256:'.length)}`;
}

function keyOf(signer: string): string {
  return `key:${signer.slice('sha256:'.length)}`;
}
