import fc from 'fast-check';
import {
  canonicalJson,
  hasher,
  stateKeys,
  TRANSITIONS,
  type Axis,
  type Command,
  type EntryFacts,
  type JsonValue,
  type LifeEntry,
  type PartyOpening,
} from '@lianpiao/chaincode/domain';
import type { LifeBook } from './life-book';
import type { Operation } from './random-operations';
import { command } from './provenance';

/** A command that is made when it is sent: what it opens stands elsewhere on each ledger. */
export interface Attempt {
  readonly type: 'attempt';
  /** Type of the entry that it would make. */
  readonly of: LifeEntry['type'] | 'invoice.issued/red';
  readonly make: (book: LifeBook) => Command;
}

/** Who takes part, and how parties are opened. */
interface Parties {
  readonly mostly: (...right: string[]) => fc.Arbitrary<string>;
  readonly openingOf: (id: string) => PartyOpening;
  readonly people: readonly string[];
}

type Facts = { readonly type: LifeEntry['type'] } & Readonly<Record<string, JsonValue>>;
interface Change {
  readonly caller: string;
  readonly facts: Facts | ((book: LifeBook) => Facts);
  readonly of: LifeEntry['type'];
  readonly asked?: Readonly<Record<string, JsonValue>>;
  readonly opens?: (book: LifeBook) => readonly string[];
  readonly party?: PartyOpening | undefined;
}

/** Few, so that what is done to them meets. */
const INVOICES = 4;
const CORRECTIONS = ['red-a', 'red-b', 'red-c', 'red-d'];
const CLAIMS = ['claim-a', 'claim-b', 'claim-c', 'claim-d'];
const PLEDGES = ['pledge-a', 'pledge-b'];
const SEALS = [1, 2, 3, 4];
const VERSIONS = ['2025-01-01', '2027-01-01', '2027-02-01'];
const RULES = canonicalJson({ confirmHours: 72, maxClaims: 5, maxLeaseSeconds: 86_400 });

const saltOf = (id: string): string => hasher().sha256(`salt of ${id}`).slice(0, 32);

function change({ caller, facts, of, asked = {}, opens = () => [], party }: Change): Operation {
  const make = (book: LifeBook): Command => ({
    type: 'life.change',
    facts: typeof facts === 'function' ? facts(book) : facts,
    asked,
    openings: opens(book).map((number) => book.opening(number)),
    ...(party === undefined ? {} : { party }),
    words: [{ name: 'why', text: '"test"' }],
    seed: hasher().sha256(canonicalJson({ of, asked, caller })),
  });
  return { caller, commands: [{ type: 'attempt', of, make }] };
}

/** What is tried with few invoices, by buyers, sellers, holders, financiers and anybody. */
export function randomLife({ mostly, openingOf, people }: Parties): fc.Arbitrary<Operation> {
  const nth = fc.integer({ min: 0, max: INVOICES - 1 });
  const events = (axis: Axis): fc.Arbitrary<string> =>
    fc.constantFrom(...new Set(TRANSITIONS.filter((row) => row.axis === axis).map(({ event }) => event)));
  const buyer = mostly('company');
  const seller = mostly('shop-a');
  // Whoever is the buyer says so by what it registered; some forget to.
  const shows = fc.constantFrom(true, true, true, true, false);
  const shown = (caller: string, does: boolean): PartyOpening | undefined => (does ? openingOf(caller) : undefined);
  const byBuyer = (type: 'use.changed' | 'booking.changed', axis: Axis): fc.Arbitrary<Operation> =>
    fc.record({ caller: buyer, n: nth, event: events(axis), does: shows }).map(({ caller, n, event, does }) =>
      change({
        caller,
        of: type,
        facts: (book) => ({ type, invoice: book.number(n), event }),
        opens: (book) => [book.number(n)],
        party: shown(caller, does),
      }),
    );
  const correction = fc.constantFrom(...CORRECTIONS);
  const claim = fc.constantFrom(...CLAIMS);
  const pledge = fc.constantFrom(...PLEDGES);
  const part = fc.constantFrom<JsonValue | undefined>(
    undefined,
    [{ line: 1, net: '40.00', tax: '5.20' }],
    [{ line: 1, net: '40.00', tax: '5.20' }],
    [{ line: 2, net: '1.00', tax: '0.13' }],
    [{ line: 1, net: '900.00', tax: '117.00' }],
  );
  const requests = fc
    .record({ caller: seller, id: correction, n: nth, lines: part, reason: fc.constantFrom('01', '02', '04', '05'), bySeller: fc.constantFrom(true, true, false), does: shows })
    .map(({ caller, id, n, lines, reason, bySeller, does }) =>
      change({
        caller: bySeller ? caller : 'company',
        of: 'correction.requested',
        facts: (book) => ({ type: 'correction.requested', correction: id, invoice: book.number(n), reason }),
        asked: { by: bySeller ? 'seller' : 'buyer', ...(lines === undefined ? {} : { lines }) },
        opens: (book) => [book.number(n)],
        party: shown('company', does && !bySeller),
      }),
    ); // prettier-ignore
  const answers = fc
    .record({ as: fc.constantFrom('buyer' as const, 'seller' as const, 'bureau' as const), other: mostly('company'), id: correction, event: events('correction') })
    .map(({ as, other, id, event }) => {
      const caller = as === 'buyer' ? other : as === 'seller' ? 'shop-a' : 'bureau';
      return change({
        caller,
        of: 'correction.changed',
        facts: { type: 'correction.changed', correction: id, event, as },
        opens: (book) => (as === 'buyer' ? [book.correction(id)?.invoice ?? book.number(0)] : []),
        party: shown(caller, as === 'buyer'),
      });
    }); // prettier-ignore
  const completions = fc.record({ caller: seller, id: correction }).map(({ caller, id }) =>
    change({
      caller,
      of: 'correction.completed',
      facts: { type: 'correction.completed', correction: id },
      opens: (book) => [book.correction(id)?.invoice ?? book.number(0), book.redOf(id)],
    }),
  );
  const reservations = fc
    .record({ caller: mostly('company', 'company', 'shop-b'), id: claim, invoices: fc.uniqueArray(nth, { minLength: 1, maxLength: 2 }), amount: fc.constantFrom('20.00', '56.50', '113.00', '0.00', '20'), currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'CNY', 'EUR'), holder: fc.constantFrom(undefined, undefined, undefined, 'shop-a'), does: shows })
    .map(({ caller, id, invoices, amount, currency, holder, does }) =>
      change({
        caller: holder === undefined ? caller : 'operator',
        of: 'claim.reserved',
        facts: { type: 'claim.reserved', claim: id },
        asked: {
          salt: saltOf(id),
          leaseSeconds: 86_400,
          amounts: invoices.map(() => ({ amount, currency })),
          ...(holder === undefined ? {} : { holder }),
        },
        opens: (book) => invoices.map((n) => book.number(n)),
        party: shown(holder ?? caller, does),
      }),
    ); // prettier-ignore
  const claimChanges = fc
    .record({ caller: mostly('company', 'company', 'shop-b', 'operator'), id: claim, event: events('claim'), late: fc.constantFrom(0, 0, 0, 1), holder: fc.constantFrom(undefined, undefined, 'shop-a') })
    .map(({ caller, id, event, late, holder }) =>
      change({
        caller,
        of: 'claim.changed',
        facts: (book) => ({ type: 'claim.changed', claim: id, event, fence: (book.claim(id)?.fence ?? 1) - late }),
        asked: { salt: saltOf(id), leaseSeconds: 86_400, ...(holder === undefined ? {} : { holder }) },
      }),
    ); // prettier-ignore
  const pledges = fc
    .record({ caller: seller, id: pledge, n: nth, financier: fc.constantFrom('company', 'company', 'shop-b', 'nobody') })
    .map(({ caller, id, n, financier }) =>
      change({
        caller,
        of: 'pledge.made',
        facts: (book) => ({ type: 'pledge.made', pledge: id, invoice: book.number(n) }),
        asked: { financier, salt: saltOf(id) },
        opens: (book) => [book.number(n)],
      }),
    );
  const releases = fc
    .record({ caller: mostly('company'), id: pledge, reason: fc.constantFrom('released', 'settled') })
    .map(({ caller, id, reason }) =>
      change({
        caller,
        of: 'pledge.released',
        facts: { type: 'pledge.released', pledge: id, reason },
        asked: { salt: saltOf(id) },
      }),
    );
  const rules = fc
    .record({ caller: mostly('bureau'), version: fc.constantFrom(...VERSIONS), right: fc.constantFrom(true, true, false) })
    .map(({ caller, version, right }) => {
      const digest = hasher().sha256(right ? RULES : 'another text');
      return change({
        caller,
        of: 'rules.published',
        facts: { type: 'rules.published', set: 'life', version, digest, text: RULES },
      });
    });
  const seals = fc
    .record({ caller: mostly('bureau'), number: fc.constantFrom(...SEALS), covers: fc.constantFrom(0, 5, 10), changes: fc.constantFrom(0, 2, 2000) })
    .map(({ caller, ...seal }): Operation => {
      const facts: EntryFacts = { type: 'status.sealed', ...seal, root: hasher().sha256(String(seal.number)) };
      return { caller, commands: [command(facts)] };
    }); // prettier-ignore
  return fc.oneof(
    { weight: 2, arbitrary: byBuyer('use.changed', 'use') },
    { weight: 2, arbitrary: byBuyer('booking.changed', 'booking') },
    { weight: 5, arbitrary: requests },
    { weight: 5, arbitrary: answers },
    { weight: 5, arbitrary: redInvoices(seller, correction, openingOf) },
    { weight: 5, arbitrary: completions },
    { weight: 5, arbitrary: reservations },
    { weight: 4, arbitrary: claimChanges },
    { weight: 2, arbitrary: pledges },
    { weight: 2, arbitrary: releases },
    { weight: 1, arbitrary: rules },
    { weight: 2, arbitrary: seals },
    { weight: 1, arbitrary: fc.constantFrom(...people).map((caller) => change({ caller, of: 'claim.changed', facts: { type: 'claim.changed', claim: 'nothing', event: 'settle', fence: 1 } })) },
  ); // prettier-ignore
}

/** The red invoice that a correction asks for, or one that nobody asked for. */
function redInvoices(
  seller: fc.Arbitrary<string>,
  correction: fc.Arbitrary<string>,
  openingOf: (id: string) => PartyOpening,
): fc.Arbitrary<Operation> {
  return fc.record({ caller: seller, id: correction, other: fc.constantFrom(false, false, false, true) }).map(({ caller, id, other }): Operation => {
    const make = (book: LifeBook): Command => {
      const asked = book.correction(id);
      const record = asked && book.record(asked.commitment);
      const text = record?.fields.find(({ name }) => name === 'red')?.text;
      const document = text === undefined ? {} : (JSON.parse(text) as Record<string, JsonValue>);
      const corrects = { correction: id, invoice: other ? book.number(0) : (asked?.invoice ?? book.number(0)) };
      return {
        type: 'invoice.issue',
        request: { ...document, till: 'till-a1', orderReference: `red:${id}`, corrects },
        seller: openingOf('shop-a'),
        seed: hasher().sha256(`red ${id}`),
        ...(record === undefined ? {} : { correction: record }),
      };
    };
    return { caller, commands: [{ type: 'attempt', of: 'invoice.issued/red', make }] };
  }); // prettier-ignore
}

/** Keys of the state that {@link randomLife} can write, but those of invoices, whose numbers nobody knows before. */
export function lifeKeys(): string[] {
  return [
    stateKeys.status,
    stateKeys.rules('life'),
    ...VERSIONS.map((version) => stateKeys.rulesVersion('life', version)),
    ...CORRECTIONS.map(stateKeys.correction),
    ...CLAIMS.map(stateKeys.claim),
    ...PLEDGES.map(stateKeys.pledge),
  ];
}
