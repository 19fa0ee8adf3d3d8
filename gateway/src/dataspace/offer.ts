import { composePolicy, type JsonValue } from '@lianpiao/chaincode/domain';
import type { GrantRequest } from '../access/grant-desk';

/** What a grant made from an offer would be. */
export type OfferTerms = Pick<GrantRequest, 'bounds' | 'right' | 'terms' | 'until'>;

/** The rules of an offer or a grant in ODRL 2.2. */
export function policyOf({ right, until, terms, bounds }: OfferTerms): Readonly<Record<string, JsonValue>> {
  const { purpose, fields, conditions } = terms;
  const bound =
    conditions === undefined
      ? {}
      : {
          modes: conditions.modes,
          frequency: conditions.frequency,
          basis: conditions.basis.kind,
          keepDays: bounds?.keepDays,
          region: bounds?.region,
        };
  return composePolicy({ right, until, purpose, fields, ...bound });
}
