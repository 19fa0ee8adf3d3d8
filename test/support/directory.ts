import { datumFingerprint, type CatalogueEntry, type CataloguePublished, type EntryFacts } from '@lianpiao/chaincode/domain';

/** One entry in somebody's name. */
export interface Said {
  readonly caller: string;
  readonly facts: EntryFacts;
}

/** The transaction for each type of entry of the directory. */
export const DIRECTORY_TRANSACTIONS: Readonly<Record<CatalogueEntry['type'], string>> = {
  'division.registered': 'catalogue:registerDivision',
  'organisation.placed': 'catalogue:placeOrganisation',
  'duty.assigned': 'catalogue:assignDuty',
  'schema.registered': 'catalogue:registerSchema',
  'catalogue.published': 'catalogue:publish',
  'catalogue.regraded': 'catalogue:regrade',
  'catalogue.transferred': 'catalogue:transfer',
  'catalogue.approved': 'catalogue:approve',
  'catalogue.placed': 'catalogue:placeResource',
  'catalogue.quarantined': 'catalogue:quarantine',
  'catalogue.released': 'catalogue:release',
  'feedback.given': 'catalogue:giveFeedback',
  'feedback.answered': 'catalogue:answerFeedback',
  'feedback.closed': 'catalogue:closeFeedback',
  'supervision.stated': 'catalogue:stateSupervision',
  'supervision.looked': 'catalogue:lookAt',
};

type EntryFactsOf<Type extends EntryFacts['type']> = Extract<EntryFacts, { readonly type: Type }>;

/** A catalogue entry of the mildest kind, whose owner has proven its title. */
export function published(owner: string, more: Partial<CataloguePublished> = {}): EntryFactsOf<'catalogue.published'> {
  return {
    type: 'catalogue.published',
    entry: 'entry-1',
    version: 1,
    duty: `duty-of-${owner}`,
    owner,
    steward: owner,
    datum: datumFingerprint(more.entry ?? 'entry-1'),
    grade: 1,
    class: 'public-service',
    openness: 'conditional',
    sector: 'city',
    stage: 'shared',
    evidence: 'e'.repeat(64) as never,
    ...more,
  };
}

/** What the bureau does first: a division, the organisations in it, and a duty for each. */
export function placedWithDuties(...organisations: readonly string[]): Said[] {
  return [
    { caller: 'bureau', facts: { type: 'division.registered', division: '110000' } },
    ...organisations.flatMap((organisation): Said[] => [
      { caller: 'bureau', facts: { type: 'organisation.placed', organisation, division: '110000' } },
      {
        caller: 'bureau',
        facts: { type: 'duty.assigned', duty: `duty-of-${organisation}`, version: 1, organisation },
      },
    ]),
  ];
}

/** All that a registered resource needs before access to it can be granted. */
export function catalogued(controller: string, resource: string): Said[] {
  return [
    ...placedWithDuties(controller),
    { caller: controller, facts: published(controller) },
    { caller: controller, facts: { type: 'catalogue.placed', resource, entry: 'entry-1' } },
  ];
}
