import { TAG_FAMILIES, type DataClass, type DataGrade, type Openness, type Sector, type Stage } from '@lianpiao/chaincode/domain';
import type { components } from '@lianpiao/gateway/client';
import type { EntryDetail } from '../directory/types';

export type Publication = components['schemas']['CataloguePublication'];
export type Tags = Publication['tags'];

/** What the form of an entry holds. */
export interface EntryDraft {
  readonly duty: string;
  readonly entry: string;
  readonly title: string;
  readonly description?: string;
  readonly datum: string;
  readonly source?: string;
  readonly class: DataClass;
  readonly grade: DataGrade;
  readonly openness: Openness;
  readonly sector: Sector;
  readonly stage: Stage;
  readonly tags: Tags;
  readonly schema?: string;
  readonly schemaVersion?: number | null;
  readonly reason: string;
}

/** A new entry that says nothing yet. */
export const BLANK: Partial<EntryDraft> = {
  class: 'public-service',
  grade: 2,
  openness: 'conditional',
  stage: 'shared',
  tags: { technology: [], industry: [], management: [] },
};

/** An entry as it stands, to be corrected. */
export function draftOf(known: EntryDetail): Partial<EntryDraft> {
  const { duty, entry, title, datum, openness, sector, stage, tags, description, source, schema, schemaVersion } = known;
  return {
    ...{ duty, entry, title, datum, openness, sector, stage, tags, schemaVersion, class: known.class },
    grade: known.grade as DataGrade,
    description: description ?? '',
    source: source ?? '',
    schema: schema ?? '',
  };
}

/**
 * The draft as the API takes it: version 1 of a new entry, or the next version of one that is known. The version is named, so
 * that a repetition is no further version.
 */
export function publicationOf(draft: EntryDraft, known: EntryDetail | undefined, evidence: string | undefined): Publication {
  const { description, source, schema, schemaVersion, tags, ...rest } = draft;
  return {
    ...rest,
    title: draft.title.trim(),
    datum: draft.datum.trim(),
    reason: draft.reason.trim(),
    version: (known?.version ?? 0) + 1,
    tags: trimmed(tags),
    ...given({ steward: known?.steward, description: description?.trim(), source, schema }),
    ...given({ schemaVersion, evidence: evidence ?? known?.evidence }),
  };
}

type Given<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** What has been filled in. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(filled) as Given<Fields>;
}

function trimmed(tags: Tags): Tags {
  const of = (family: keyof Tags): string[] => tags[family].map((tag) => tag.trim()).filter((tag) => tag !== '');
  return Object.fromEntries(TAG_FAMILIES.map((family) => [family, of(family)])) as unknown as Tags;
}
