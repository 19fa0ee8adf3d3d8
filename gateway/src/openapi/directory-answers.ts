import {
  DATA_CLASSES,
  FEEDBACK_KINDS,
  FEEDBACK_OUTCOMES,
  OPENNESS,
  SECTORS,
  STAGES,
  SUPERVISION_FINDINGS,
  SUPERVISION_METHODS,
} from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { directoryEntries, divisionCode, gradeNumber, versionNumber } from './directory-entries';
import { digest, instant } from './entry-parts';

/** What the routes of the directory answer. */
const next = z.string().nullable().meta({ description: 'Pass it as `after` for the next page; null at the end' });
const count = z.int().min(0);
const sequence = z.int().min(0);

const indexed = z.int().min(0).meta({
  description:
    'The index is complete below this sequence: what an act answered with a `sequence` from here on is not in the list yet',
});

export const divisionList = z.strictObject({
  indexed,
  items: z.array(
    z.strictObject({ division: divisionCode, parent: divisionCode.nullable(), name: z.string() }).meta({ id: 'Division' }),
  ),
  next,
});

export const departmentList = z.strictObject({
  indexed,
  items: z.array(
    z
      .strictObject({
        organisation: identifier,
        name: z.string().nullable(),
        division: divisionCode,
        superior: identifier.nullable(),
        registered: count.meta({ description: 'Entries that are not retired' }),
        connected: count.meta({ description: 'Of these, with a resource under them' }),
        working: count.meta({ description: 'Of these, with a resource whose last probe was good' }),
        linked: count.meta({ description: 'Of the registered, copies of another source' }),
        overdue: count.meta({ description: 'Feedback that nobody answered in time' }),
        supervised: count.meta({ description: 'Ways in which somebody is to look at it; 0: nobody does' }),
      })
      .meta({ id: 'Department' }),
  ),
  next,
});

export const dutyList = z.strictObject({
  indexed,
  items: z.array(
    z
      .strictObject({ duty: identifier, version: versionNumber, organisation: identifier, name: z.string(), basis: z.string() })
      .meta({ id: 'Duty' }),
  ),
  next,
});

const tags = z.strictObject({
  technology: z.array(z.string()),
  industry: z.array(z.string()),
  management: z.array(z.string()),
});
const entryFields = {
  entry: identifier,
  version: versionNumber,
  duty: identifier,
  owner: identifier,
  steward: identifier,
  grade: gradeNumber,
  class: z.enum(DATA_CLASSES),
  openness: z.enum(OPENNESS),
  sector: z.enum(SECTORS),
  stage: z.enum(STAGES),
  source: identifier.nullable(),
  schema: identifier.nullable(),
  schemaVersion: versionNumber.nullable(),
  evidence: digest.nullable(),
  fingerprint: digest.meta({ description: 'Of the datum' }),
  title: z.string(),
  description: z.string().nullable(),
  tags,
  datum: z.string(),
  updated: instant,
};
export const entryList = z.strictObject({ items: z.array(z.strictObject(entryFields).meta({ id: 'DirectoryEntry' })), next });

const probe = z.strictObject({
  at: instant,
  outcome: z.enum(['works', 'away', 'changed', 'misfit']),
  code: z.string().nullable(),
  ms: count,
});
export const entryDetail = z
  .strictObject({
    ...entryFields,
    loosening: z
      .strictObject({ grade: gradeNumber, class: z.enum(DATA_CLASSES), by: z.enum(['bureau', 'owner']) })
      .nullable()
      .meta({ description: 'A looser grade that one side has endorsed' }),
    sequence,
    division: divisionCode.nullable(),
    resources: z.array(z.strictObject({ resource: identifier, quarantined: z.boolean(), probe: probe.nullable() })),
    history: z
      .array(
        z.strictObject({
          sequence,
          who: z.looseObject({ key: z.string(), organisation: identifier }).nullable(),
          why: z.string().nullable(),
          act: z.union(directoryEntries),
        }),
      )
      .meta({ description: 'Newest first' }),
  })
  .meta({ id: 'DirectoryEntryDetail' });

export const feedbackList = z.strictObject({
  items: z.array(
    z
      .strictObject({
        feedback: identifier,
        entry: identifier,
        owner: identifier.nullable(),
        from: identifier,
        kind: z.enum(FEEDBACK_KINDS),
        version: versionNumber.meta({ description: 'Of the entry, when the feedback was given' }),
        due: instant,
        status: z.enum(['open', 'answered', 'closed']),
        outcome: z.enum(FEEDBACK_OUTCOMES).nullable(),
        overdue: z.boolean(),
        text: z.string().nullable(),
        answer: z.string().nullable(),
      })
      .meta({ id: 'FeedbackState' }),
  ),
  next,
});

export const supervisionList = z.strictObject({
  indexed,
  items: z.array(
    z
      .strictObject({
        authority: identifier,
        object: identifier,
        method: z.enum(SUPERVISION_METHODS),
        intervalDays: z.int().min(1),
        since: instant.meta({ description: 'When it was first stated' }),
        looks: count.meta({ description: 'How many there were' }),
        lastLook: instant.nullable(),
        finding: z.enum(SUPERVISION_FINDINGS).nullable().meta({ description: 'Of the last look' }),
        due: instant.meta({ description: 'Of the next look' }),
        overdue: z.boolean(),
      })
      .meta({ id: 'Supervision' }),
  ),
  next,
});

export const schemaAnswer = z
  .strictObject({ schema: identifier, version: versionNumber, owner: identifier, document: z.record(z.string(), z.unknown()) })
  .meta({ id: 'DataSchema' });

export const probeAnswer = z.strictObject({ resource: identifier, ...probe.shape }).meta({ id: 'Probe' });

export const dcatAnswer = z.looseObject({
  '@context': z.record(z.string(), z.string()),
  '@type': z.literal('dcat:Catalog'),
  'dcat:dataset': z.array(z.record(z.string(), z.unknown())),
});

export const importAnswer = z.strictObject({
  items: z.array(
    z.union([
      z.strictObject({ id: z.string(), entry: identifier, sequence }),
      z.strictObject({ id: z.string(), entry: identifier, code: z.string(), path: z.string().optional() }),
    ]),
  ),
});
