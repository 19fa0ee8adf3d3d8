import type { JsonValue } from '../encoding/canonical-json';
import { parseTime } from '../encoding/time';
import { isContentDigest } from '../provenance/content-digest';
import { isParentList } from '../provenance/provenance-entries';
import type { DisclosedField } from '../record/commitment';
import { openObject } from './bundle';
import type { ProvenanceSummary } from './verdict';

/** Texts of the field `what`, and of the statement, that a summary tells. */
const PUBLIC_TEXTS = ['kind', 'registrant', 'event', 'organisation', 'to'] as const;
const STATED_TEXTS = ['source', 'method'] as const;

/** What a bundle about a content says: from its facts, and from the source's statement when that is disclosed. */
export function summarizeProvenance(fields: readonly DisclosedField[]): ProvenanceSummary {
  const what = openObject(fields, 'what') ?? {};
  const statement = openObject(fields, 'statement') ?? {};
  const { digest, parents } = what as { digest?: JsonValue; parents?: JsonValue };
  const { madeAt } = statement as { madeAt?: JsonValue };
  return {
    ...(isContentDigest(digest) ? { digest } : {}),
    ...texts(what, PUBLIC_TEXTS),
    ...(isParentList(parents) ? { parents } : {}),
    ...texts(statement, STATED_TEXTS),
    ...(typeof madeAt === 'string' && parseTime(madeAt) !== undefined ? { madeAt } : {}),
  };
}

function texts<Name extends string>(
  object: Readonly<Record<string, JsonValue | undefined>>,
  names: readonly Name[],
): Partial<Readonly<Record<Name, string>>> {
  const found = names.flatMap((name) => (typeof object[name] === 'string' ? [[name, object[name]] as const] : []));
  return Object.fromEntries(found) as Partial<Readonly<Record<Name, string>>>;
}
