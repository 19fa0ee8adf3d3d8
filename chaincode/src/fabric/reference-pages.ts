import {
  erasedPageKey,
  headAndPage,
  HEAD_KEY_PREFIX,
  invariant,
  isHeadKey,
  nameOnPage,
  referenceFingerprint,
  referencePageKey,
  referenceStem,
  REFERENCE_KEY_PREFIX,
  stateKeys,
  type Digest,
  type JsonValue,
  type OpenPage,
  type ReferenceNames,
} from '../domain';

/** What stands under the key of an open page: the till. No fingerprint has this name. */
type OpenElsewhere = { readonly openAt: string };

interface Place {
  readonly till: string;
  readonly page: string;
  readonly erased: string | undefined;
}

/** Committed values by key; throws when one is not at hand. */
type Committed = (key: string) => JsonValue | undefined;

/** Values as they are to be stored, by key. */
type Values = Map<string, JsonValue>;

/**
 * Order references that differ in their last two digits only stand on one page of the state: tills count, so a batch of
 * 500 touches six pages instead of 500 keys. A page has at most 101 names, which bounds what one invoice rewrites.
 *
 * The till that begins a page fills it beside its head, which every sale reads and writes anyway: each key more costs
 * messages between peer and chaincode, and two signatures that every peer verifies. When the till begins another page, or
 * another till sells under a reference of this one, the page moves to its own key and stays there. Two that do so at once
 * both read the head and write it, so one of them is void.
 */
export class ReferencePages {
  readonly #places = new Map<string, Place>();
  readonly #stems = new Map<string, string>();
  /** The pages beside the heads that were read, by till and by key. */
  readonly #openOf = new Map<string, OpenPage>();
  readonly #tillOf = new Map<string, string>();
  /** True on a ledger that took over references of erased invoices: those stand on pages of their own, which are read too. */
  hasErased = false;

  /** Learns of a reference that a till may use. @returns keys to fetch before a rule asks for it; the till's head was fetched. */
  place(till: string, seller: string, orderReference: string): readonly string[] {
    const stem = referenceStem(seller, orderReference);
    let page = this.#stems.get(stem);
    if (page === undefined) {
      page = referencePageKey(stem);
      this.#stems.set(stem, page);
    }
    const fingerprint = referenceFingerprint(seller, orderReference);
    const erased = this.hasErased ? erasedPageKey(seller, fingerprint) : undefined;
    this.#places.set(stateKeys.reference(fingerprint), { till, page, erased });
    return [...(this.#tillOf.has(page) ? [] : [page]), ...(erased === undefined ? [] : [erased])];
  }

  /** A head as the rules know it; the page beside it is kept here. */
  splitHead(key: string, stored: JsonValue): JsonValue {
    const { head, page } = headAndPage(stored);
    if (page !== undefined) {
      const till = key.slice(HEAD_KEY_PREFIX.length);
      this.#openOf.set(till, page);
      this.#tillOf.set(page.key, till);
    }
    return head;
  }

  /** The number of the invoice that has used a reference; undefined when none has. */
  numberOf(referenceKey: string, committed: Committed): string | undefined {
    const { page, erased } = this.#placeOf(referenceKey);
    const name = nameInPage(referenceKey);
    const found = this.#namesOn(page, committed)?.[name];
    return found ?? (erased === undefined ? undefined : (committed(erased) as ReferenceNames | undefined)?.[name]);
  }

  /** True for a page that lay beside a head: its key has been written before. */
  wasOpen(key: string): boolean {
    return this.#tillOf.has(key);
  }

  /** What the rules wrote as it is to be stored: references on their pages, open pages beside their heads. */
  store(written: ReadonlyMap<string, JsonValue>, committed: Committed): Values {
    const draft = new Draft(this.#openOf, committed);
    for (const [key, value] of written) {
      if (!isReferenceKey(key)) draft.put(key, value);
      else draft.note(this.#placeOf(key), nameInPage(key), value as string);
    }
    return draft.finished();
  }

  #namesOn(page: string, committed: Committed): ReferenceNames | undefined {
    const till = this.#tillOf.get(page);
    if (till !== undefined) return this.#openOf.get(till)?.names;
    const stored = committed(page) as ReferenceNames | OpenElsewhere | undefined;
    if (stored === undefined || !('openAt' in stored)) return stored;
    // Reading the other till's head brings its page here.
    committed(stateKeys.head((stored as OpenElsewhere).openAt));
    const other = this.#tillOf.get(page);
    invariant(other !== undefined, 'a page that lies open lies beside the head it names');
    return this.#openOf.get(other)?.names;
  }

  #placeOf(referenceKey: string): Place {
    const place = this.#places.get(referenceKey);
    invariant(place !== undefined, 'a reference is placed before a rule asks for it');
    return place;
  }
}

/** What one transaction makes of the pages. */
class Draft {
  readonly #values: Values = new Map();
  readonly #open = new Map<string, { readonly key: string; readonly names: Record<string, string> }>();
  readonly #tillOf = new Map<string, string>();
  /** Tills whose heads are stored anew. */
  readonly #changed = new Set<string>();
  readonly #committed: Committed;

  constructor(openOf: ReadonlyMap<string, OpenPage>, committed: Committed) {
    this.#committed = committed;
    for (const [till, { key, names }] of openOf) this.#begin(till, key, { ...names });
  }

  put(key: string, value: JsonValue): void {
    this.#values.set(key, value);
    if (isHeadKey(key)) this.#changed.add(key.slice(HEAD_KEY_PREFIX.length));
  }

  /** Notes a reference that a till has used. */
  note({ till, page }: Place, name: string, number: string): void {
    const holder = this.#tillOf.get(page);
    if (holder === undefined) {
      const names = this.#closedPage(page);
      if (names !== undefined) names[name] = number;
      else {
        this.#close(till);
        this.#begin(till, page, { [name]: number });
        this.#values.set(page, { openAt: till });
        this.#changed.add(till);
      }
      return;
    }
    const open = this.#open.get(holder);
    invariant(open !== undefined, 'a page that lies open lies beside a head');
    open.names[name] = number;
    this.#changed.add(holder);
    if (holder !== till) this.#close(holder);
  }

  /** The values, each head with its page. */
  finished(): Values {
    for (const till of this.#changed) {
      const [key, page] = [stateKeys.head(till), this.#open.get(till)];
      const head = (this.#values.get(key) ?? this.#committed(key)) as Readonly<Record<string, JsonValue>>;
      this.#values.set(key, page === undefined ? head : { ...head, page });
    }
    return this.#values;
  }

  #begin(till: string, key: string, names: Record<string, string>): void {
    this.#open.set(till, { key, names });
    this.#tillOf.set(key, till);
  }

  #close(till: string): void {
    const page = this.#open.get(till);
    if (page === undefined) return;
    this.#values.set(page.key, page.names);
    this.#changed.add(till);
    this.#open.delete(till);
    this.#tillOf.delete(page.key);
  }

  /** The names of a page that stands under its own key, to be written to; undefined for one that no till has begun. */
  #closedPage(page: string): Record<string, string> | undefined {
    if (!this.#values.has(page)) {
      const names = this.#committed(page) as ReferenceNames | undefined;
      if (names === undefined) return undefined;
      this.#values.set(page, { ...names });
    }
    return this.#values.get(page) as Record<string, string>;
  }
}

export function isReferenceKey(key: string): boolean {
  return key.startsWith(REFERENCE_KEY_PREFIX);
}

/** How a page names a reference. */
function nameInPage(referenceKey: string): string {
  return nameOnPage(referenceKey.slice(REFERENCE_KEY_PREFIX.length) as Digest);
}
