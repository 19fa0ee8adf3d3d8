import { FabricChannel, type Committed } from '../../support/fabric-channel';
import type { Invocation } from '../../support/fabric-stub';
import {
  canonicalJson,
  hasher,
  partyDigest,
  type Command,
  type EntryFacts,
  type InvoiceRequest,
  type JsonValue,
  type OfflineSlip,
  type PartyOpening,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';

/** By way of this file, so that Fabric's libraries load after their stub has made them quiet. */
export { contracts } from '@lianpiao/chaincode';

/** When everything happens: 10:03 on 15 March 2026 in China. */
export const NOW = Date.parse('2026-03-15T02:03:04.567Z');
export const PREFIX = '26440';

const PUBLIC_KEY = `${'A'.repeat(122)}==`;

/** Texts that no stranger may ever see, and that every party, request and record of this market carries. */
export const CANARIES = [
  '梅记茶馆',
  '91350100M000100Y43',
  '北京市朝阳区',
  '王小明',
  '龙井茶',
  '98765.43',
  '12839.51',
  '111604.94',
  'ORDER-REF',
  'why-text',
];

export const TEA_HOUSE: PartyOpening = openingOf('梅记茶馆', '91350100M000100Y43');

export function openingOf(name: string, taxId: string): PartyOpening {
  return { text: canonicalJson({ address: '北京市朝阳区', name, taxId }), salt: seedOf(`salt of ${name}`).slice(0, 32) };
}

/** 32 bytes that are the same for the same words. */
export function seedOf(words: string): string {
  return hasher().sha256(words);
}

/** One entry of `batch`. */
export interface Item {
  readonly request: unknown;
  readonly seller: PartyOpening;
  readonly seed: string;
  readonly offline?: OfflineSlip;
}

/** A sale of tea with exact totals, and replaceable parts. */
export function sale(reference: string, parts: Readonly<Record<string, JsonValue>> = {}): InvoiceRequest {
  return {
    till: 'till-1',
    orderReference: `ORDER-REF ${reference}`,
    buyer: { name: '王小明', address: '北京市朝阳区' },
    lines: [{ name: '龙井茶', net: '98765.43', rate: '0.13', tax: '12839.51' }],
    totals: { net: '98765.43', tax: '12839.51', gross: '111604.94' },
    ...parts,
  } as unknown as InvoiceRequest;
}

export function item(reference: string, parts: Readonly<Record<string, JsonValue>> = {}, seller = TEA_HOUSE): Item {
  return { request: sale(reference, parts), seller, seed: seedOf(`seed of ${reference}`) };
}

/** One transaction: who sends it, and what. */
export type Step =
  | { readonly as: string; readonly transaction: string; readonly facts: EntryFacts; readonly record: SealedRecord }
  | { readonly as: string; readonly batch: readonly Item[] };

export function act(as: string, transaction: string, facts: EntryFacts): Extract<Step, { facts: EntryFacts }> {
  const values = { who: { organisation: as }, what: { ...facts }, why: 'why-text' };
  const fields = Object.entries(values).map(([name, value]) => ({ name, text: canonicalJson(value) }));
  return { as, transaction, facts, record: { seed: seedOf(canonicalJson({ ...facts })), fields } };
}

export function organisation(
  id: string,
  role: 'auditor' | 'bureau' | 'merchant' | 'platform',
  as = 'bureau',
  party = openingOf(id, ''),
): Extract<Step, { facts: EntryFacts }> {
  return act(as, 'registry:registerOrganisation', {
    type: 'organisation.registered',
    organisation: id,
    role,
    sandbox: false,
    publicKey: PUBLIC_KEY,
    party: partyDigest(party),
    ...(role === 'merchant' ? { quota: 1_000_000, taxpayer: hasher().sha256(party.text) } : undefined),
  });
}

export const till = (id: string, seller: string, as = 'bureau'): Step =>
  act(as, 'registry:registerTill', { type: 'till.registered', till: id, seller });

export const allot = (seller: string, from: number, to: number, as = 'bureau'): Step =>
  act(as, 'range:allot', { type: 'range.allotted', seller, prefix: PREFIX, from, to });

export const assign = (id: string, from: number, to: number, as: string): Step =>
  act(as, 'range:assign', { type: 'range.assigned', till: id, prefix: PREFIX, from, to });

export const delegate = (seller: string, agent: string, as = seller): Step =>
  act(as, 'registry:grantDelegation', { type: 'delegation.granted', seller, agent });

export const revoke = (seller: string, agent: string, as = seller): Step =>
  act(as, 'registry:revokeDelegation', { type: 'delegation.revoked', seller, agent });

/** A bureau, a tea house with two tills and numbers for them, and a platform. */
export const OPENING_STEPS: readonly Step[] = [
  organisation('bureau', 'bureau'),
  organisation('tea-house', 'merchant', 'bureau', TEA_HOUSE),
  organisation('platform', 'platform'),
  till('till-1', 'tea-house'),
  till('till-2', 'tea-house'),
  allot('tea-house', 1, 1000),
  assign('till-1', 1, 500, 'tea-house'),
  assign('till-2', 501, 503, 'tea-house'),
];

const SHARERS = new Set(['city', 'provider', 'consumer', 'third']);

/** Whose CA signs the certificate of an organisation of these tests. */
export function mspIdOf(id: string): string {
  if (id === 'bureau' || id === 'auditor') return 'TaxBureau';
  return SHARERS.has(id) ? 'DataProviders' : 'Merchants';
}

/** Sends a step as a client of the channel would. */
export function send(channel: FabricChannel, step: Step): Promise<Committed> {
  return channel.invoke(invocationOf(step));
}

/** What a client asks the channel for. */
export function invocationOf(step: Step): Invocation {
  const sender = { attributes: { 'lianpiao.organisation': step.as }, mspId: mspIdOf(step.as), now: NOW };
  if ('batch' in step) {
    return { ...sender, transaction: 'invoice:issue', transient: { batch: JSON.stringify(step.batch) } };
  }
  const { type: _, ...facts } = step.facts;
  const transient = { commands: JSON.stringify({ record: step.record }) };
  return { ...sender, transaction: step.transaction, args: [canonicalJson(facts)], transient };
}

/** The commands that a step stands for, as any ledger executes them. */
export function commandsOf(step: Step): Command[] {
  if ('batch' in step) return step.batch.map((each) => ({ type: 'invoice.issue', ...each }));
  return [{ type: 'entry.record', facts: step.facts, record: step.record }];
}

/** A channel on which the opening steps were taken. */
export async function openMarket(contracts: readonly unknown[]): Promise<FabricChannel> {
  const channel = new FabricChannel(contracts);
  for (const step of OPENING_STEPS) {
    const { status, message } = await send(channel, step);
    expect({ status, message }).toEqual({ status: 200, message: '' });
  }
  return channel;
}

/** Registers one of those who share. */
export const member = (id: string, role: 'consumer' | 'provider'): Step =>
  act('bureau', 'registry:registerOrganisation', {
    type: 'organisation.registered',
    organisation: id,
    role,
    sandbox: false,
    publicKey: PUBLIC_KEY,
    party: 'b'.repeat(64) as never,
  });
