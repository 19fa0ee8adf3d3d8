import { createPublicKey } from 'node:crypto';
import { formatUnits, LedgerError, minorUnits, startOfChinaDay, type JsonValue } from '@lianpiao/chaincode/domain';
import type { SigningKey } from '../crypto/keys';
import type { RegistryReader } from '../issuing/registry-reader';
import { firstSince } from '../stores/day-totals';
import type { IndexStore } from '../stores/index-store';
import { isOnCurve, jwkOf } from './holder-key';
import { issueSdJwt, type PublicJwk } from './sd-jwt';

export interface FiguresRequest {
  /** Days in China, YYYY-MM-DD, both inside. */
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  /** Amounts of which it is said whether the turnover is above. */
  readonly above: readonly string[];
  /** By which the holder will bind what it shows. */
  readonly holderKey: PublicJwk;
}

export interface FiguresDeskParts {
  readonly index: IndexStore;
  readonly registry: RegistryReader;
  readonly key: () => SigningKey;
  readonly issuer: string;
  readonly clock: () => number;
}

const PAGE = 2000;
const SCALE = 2;
const DAY_MS = 86_400_000;
/** Rows stand in the ledger's order, whose times may differ by this. */
const DISORDER_MS = 120_000;
const MAX_DAYS = 731;
const VALID_SECONDS = 30 * 86_400;

/** Figures of a seller's own books, signed for whoever the seller chooses to show them to. */
export class FiguresDesk {
  readonly #parts: FiguresDeskParts;

  constructor(parts: FiguresDeskParts) {
    this.#parts = parts;
  }

  /** By which anybody checks what {@link issue} signs. */
  issuerKey(): PublicJwk {
    return jwkOf(createPublicKey({ key: Buffer.from(this.#parts.key().publicKey, 'base64'), format: 'der', type: 'spki' }));
  }

  /**
   * The turnover of a seller: the sum of its invoices' gross totals (tax inside) by the day of issue, red ones taken off, test
   * invoices and erased ones left out.
   * The figures are those of the first `entries` entries of the ledger.
   * @returns an SD-JWT of which the holder shows what it will (RFC 9901).
   * @throws LedgerError FIELD_INVALID for a period that ends before it begins, or is too long; MONEY_MALFORMED; FIGURES_MALFORMED for a key that is none.
   */
  async issue(seller: string, { from, to, currency, above, holderKey }: FiguresRequest): Promise<string> {
    const { registry, key, issuer, clock, index } = this.#parts;
    if (!isOnCurve(holderKey)) throw new LedgerError('FIGURES_MALFORMED', { wanted: 'a public key on P-256 as JWK' });
    const [start, end] = [startOfChinaDay(from), startOfChinaDay(to) + DAY_MS];
    if (end <= start || end - start > MAX_DAYS * DAY_MS)
      throw new LedgerError('FIELD_INVALID', { path: '/to', wanted: `${String(MAX_DAYS)} days` });
    const entries = index.height();
    const { count, units } = await this.#turnover(seller, currency, start, end);
    const party = registry.party(seller);
    const now = Math.floor(clock() / 1000);
    const open = {
      iss: issuer,
      iat: now,
      exp: now + VALID_SECONDS,
      cnf: { jwk: holderKey },
      figures: 'turnover-v1',
      from,
      to,
      currency,
      entries,
    };
    const hidden: Record<string, JsonValue> = { turnover: formatUnits(units, SCALE), invoices: count };
    if (party !== undefined)
      Object.assign(hidden, { name: party.name, ...(party.taxId === undefined ? {} : { taxId: party.taxId }) });
    for (const amount of above) hidden[`turnover-above-${amount}`] = units > minorUnits(amount, '/above');
    return issueSdJwt(key().keyId, open, hidden, (text) => Buffer.from(key().sign(text), 'base64').toString('base64url'));
  }

  /** A page at a time: other requests go on between. */
  async #turnover(seller: string, currency: string, start: number, end: number): Promise<{ count: number; units: bigint }> {
    const { index } = this.#parts;
    let [count, units, from] = [0, 0n, firstSince(index, start - DISORDER_MS)];
    for (;;) {
      const rows = index.list({ sellers: [seller] }, from, PAGE);
      const counted = rows.filter(
        (row) => row.currency === currency && row.test === 0 && row.issuedAt >= start && row.issuedAt < end,
      );
      for (const { gross } of counted) units += minorUnits(gross, '/currency');
      count += counted.length;
      const last = rows.at(-1);
      if (last === undefined || last.issuedAt > end + DISORDER_MS) return { count, units };
      from = last.sequence + 1;
      await new Promise(setImmediate);
    }
  }
}
