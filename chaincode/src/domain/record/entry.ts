import type { GrantRight } from '../access/grant';
import type { CatalogueEntry } from '../catalogue/catalogue-entries';
import type { GrantFacts, SharingEntry } from '../access/sharing-entries';
import type { LifeEntry } from '../life/life-entries';
import { canonicalJson } from '../encoding/canonical-json';
import type { Digest } from '../encoding/digest';
import type { StatusSealed } from '../status/status-sealed';
import type { ProvenanceEvent, ProvenanceRegistered } from '../provenance/provenance-entries';
import type { OfflineEntry, OfflineFacts } from '../offline/offline-entries';
import type { UsageEntry } from '../usage/usage-entries';

/** What an organisation may be. The tax bureau is the first one on a ledger and registers the others. */
export const ROLES = ['bureau', 'merchant', 'platform', 'company', 'provider', 'consumer', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Every entry says what happened, when (RFC 3339 UTC, milliseconds), and commits to a record off the ledger. */
interface EntryBase {
  readonly time: string;
  readonly commitment: Digest;
}

export interface OrganisationRegistered extends EntryBase {
  readonly type: 'organisation.registered';
  readonly organisation: string;
  readonly role: Role;
  /** A sandbox organisation issues marked test invoices only. */
  readonly sandbox: boolean;
  /** SPKI in base64 (P-256): the key that signs this organisation's transactions. */
  readonly publicKey: string;
  /** Salted digest of the organisation's name, tax id and address. */
  readonly party: Digest;
  /** Keyed fingerprint of the taxpayer id, so that one taxpayer is registered once; made by the bureau. */
  readonly taxpayer?: Digest;
  /** How many numbers a seller may be allotted a year. */
  readonly quota?: number;
}

export interface TillRegistered extends EntryBase {
  readonly type: 'till.registered';
  readonly till: string;
  readonly seller: string;
}

export interface DelegationGranted extends EntryBase {
  readonly type: 'delegation.granted';
  readonly seller: string;
  readonly agent: string;
}

export interface DelegationRevoked extends EntryBase {
  readonly type: 'delegation.revoked';
  readonly seller: string;
  readonly agent: string;
}

/** Numbers `prefix ‖ sequence`, from and to inclusive, go from the bureau to a seller. */
export interface RangeAllotted extends EntryBase {
  readonly type: 'range.allotted';
  readonly seller: string;
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

/** A part of a seller's numbers goes to one of its tills. */
export interface RangeAssigned extends EntryBase {
  readonly type: 'range.assigned';
  readonly till: string;
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

export interface InvoiceIssued extends EntryBase {
  readonly type: 'invoice.issued';
  readonly number: string;
  readonly till: string;
  /** Place in the till's chain, from 1. */
  readonly counter: number;
  /** RFC 6962 leaf hash of the text of the till's entry before this one; of one issued offline, of the till's statement. */
  readonly previous: Digest;
  /** SHA-256 of seller and order reference: one invoice each. */
  readonly reference: Digest;
  /** Of an invoice that its till issued without the network; `time` is then when it was reported. */
  readonly offline?: OfflineFacts;
}

/** An administrative act outside the ledger's own rules: who, what, when and why are in the record. */
export interface ActRecorded extends EntryBase {
  readonly type: 'act.recorded';
  /** What was done, for example `api-key.created`. */
  readonly act: string;
  /** What it was done to: an id that says nothing by itself. */
  readonly subject: string;
}

/** A resource that can be shared: its owner and, apart from it, who controls access. Where it lies stands in the record. */
export interface ResourceRegistered extends EntryBase {
  readonly type: 'resource.registered';
  readonly resource: string;
  readonly owner: string;
  readonly controller: string;
  /** It holds data on persons. */
  readonly personal?: true;
}

/** Owner and controller from now on. */
export interface ResourceTransferred extends EntryBase {
  readonly type: 'resource.transferred';
  readonly resource: string;
  readonly owner: string;
  readonly controller: string;
}

/** Access to a resource; purpose, fields, rows and liability stand in the record. */
export interface GrantGranted extends EntryBase, GrantFacts {
  readonly type: 'grant.granted';
  readonly grant: string;
  readonly resource: string;
  /** Who grants, and signs. */
  readonly provider: string;
  readonly consumer: string;
  readonly right: GrantRight;
  /** The grant that a sub-grant rests on. */
  readonly parent?: string;
  /** RFC 3339 UTC; `until` itself is outside. */
  readonly from: string;
  readonly until: string;
}

export interface GrantPaused extends EntryBase {
  readonly type: 'grant.paused';
  readonly grant: string;
}

export interface GrantResumed extends EntryBase {
  readonly type: 'grant.resumed';
  readonly grant: string;
}

export interface GrantRevoked extends EntryBase {
  readonly type: 'grant.revoked';
  readonly grant: string;
}

/** Entries `first` to `first + count - 1` of the audit log have this RFC 6962 root. */
export interface AuditSealed extends EntryBase {
  readonly type: 'audit.sealed';
  /** From 0. */
  readonly first: number;
  readonly count: number;
  readonly root: Digest;
}

/** This ledger goes on from another one, whose `size` entries come before this one in the log. */
export interface LedgerHandedOver extends EntryBase {
  readonly type: 'ledger.handed-over';
  /** Of the log. */
  readonly origin: string;
  readonly size: number;
  /** RFC 6962 root of the log over these entries. */
  readonly root: Digest;
  /** Hash of the other ledger's last block. */
  readonly lastBlock: Digest;
}

/** The other ledger's state is all there. */
export interface LedgerTakenOver extends EntryBase {
  readonly type: 'ledger.taken-over';
  /** In how many pages it came, and the digest over them. */
  readonly pages: number;
  readonly digest: Digest;
  /** References of erased invoices among it. */
  readonly erased: number;
}

export type Entry =
  | OrganisationRegistered
  | TillRegistered
  | DelegationGranted
  | DelegationRevoked
  | RangeAllotted
  | RangeAssigned
  | InvoiceIssued
  | ActRecorded
  | ProvenanceRegistered
  | ProvenanceEvent
  | ResourceRegistered
  | ResourceTransferred
  | GrantGranted
  | GrantPaused
  | GrantResumed
  | GrantRevoked
  | SharingEntry
  | AuditSealed
  | StatusSealed
  | CatalogueEntry
  | UsageEntry
  | LifeEntry
  | OfflineEntry
  | LedgerHandedOver
  | LedgerTakenOver;

export type EntryType = Entry['type'];

/** The one text of an entry (RFC 8785); this is what is stored, hashed and chained. */
export function entryText(entry: Entry): string {
  return canonicalJson({ ...entry });
}

/** The same for the entry that is written most, without sorting: every value is plain ASCII. */
export function invoiceEntryText(entry: InvoiceIssued): string {
  return (
    `{"commitment":"${entry.commitment}","counter":${String(entry.counter)},"number":"${entry.number}",${offlineText(entry)}"previous":"${entry.previous}",` +
    `"reference":"${entry.reference}","till":"${entry.till}","time":"${entry.time}","type":"invoice.issued"}`
  );
}

function offlineText({ offline }: InvoiceIssued): string {
  if (offline === undefined) return '';
  const { key, rules, signature, time } = offline;
  return `"offline":{"key":"${key}","rules":"${rules}","signature":"${signature}","time":"${time}"},`;
}

const INVOICE_START = '{"commitment":"'.length;
const INVOICE_END = '","type":"invoice.issued"}';
const DIGEST_LENGTH = 64;
const TIME_LENGTH = '2026-01-01T00:00:00.000Z'.length;

/** The leaf of an entry's text. That of an invoice, written most, is cut out of its one form instead of parsed. */
export function leafOfText(text: string): string {
  if (!text.endsWith(INVOICE_END)) return leafText(JSON.parse(text) as Entry);
  const end = text.length - INVOICE_END.length;
  const commitment = text.slice(INVOICE_START, INVOICE_START + DIGEST_LENGTH) as Digest;
  return leafText({ commitment, time: text.slice(end - TIME_LENGTH, end), type: 'invoice.issued' });
}

/**
 * The leaf of the public log for an entry: type, time and commitment, and nothing else, so that the log tells nobody
 * who trades with whom. RFC 8785 text; docs/formats.md, "Leaves".
 */
export function leafText(entry: Pick<EntryBase, 'commitment' | 'time'> & { readonly type: string }): string {
  return `{"commitment":"sha256:${entry.commitment}","time":"${entry.time}","type":"${entry.type}"}`;
}
