import { GRANT_RIGHTS } from '../access/grant';
import { isDivision } from '../catalogue/catalogue-forms';
import {
  DATA_CLASSES,
  DATA_GRADES,
  FEEDBACK_KINDS,
  FEEDBACK_OUTCOMES,
  OPENNESS,
  SECTORS,
  STAGES,
  SUPERVISION_FINDINGS,
  SUPERVISION_METHODS,
} from '../catalogue/vocabulary';
import { isIdentifier } from '../encoding/identifier';
import { count, digest, ID, object, oneOf, optional, time, type Check, type Form } from './checks';

const grade: Check = (value) => (DATA_GRADES as readonly unknown[]).includes(value);
const loosening = object({ grade, class: oneOf(DATA_CLASSES), by: oneOf(['bureau', 'owner']) });
const entry = object({
  version: count,
  duty: isIdentifier,
  owner: isIdentifier,
  steward: isIdentifier,
  datum: digest,
  source: optional(isIdentifier),
  grade,
  class: oneOf(DATA_CLASSES),
  openness: oneOf(OPENNESS),
  sector: oneOf(SECTORS),
  stage: oneOf(STAGES),
  schema: optional(isIdentifier),
  schemaVersion: optional(count),
  evidence: optional(digest),
  loosening: optional(loosening),
});
const feedback = object({
  entry: isIdentifier,
  from: isIdentifier,
  kind: oneOf(FEEDBACK_KINDS),
  version: count,
  due: time,
  status: oneOf(['answered', 'closed', 'open']),
  outcome: optional(oneOf(FEEDBACK_OUTCOMES)),
});

const supervision = object({
  intervalDays: count,
  since: time,
  looks: count,
  looked: optional(time),
  finding: optional(oneOf(SUPERVISION_FINDINGS)),
});

/** The directory of data: divisions, duties, entries, schemas, feedback. */
export const DIRECTORY_FORMS: readonly Form[] = [
  [/^division\/\d{6}$/, object({ parent: optional(isDivision) })],
  [new RegExp(`^placement/${ID}$`), object({ division: isDivision, superior: optional(isIdentifier) })],
  [new RegExp(`^duty/${ID}$`), object({ version: count, organisation: isIdentifier })],
  [new RegExp(`^schema/${ID}$`), object({ version: count, owner: isIdentifier, digest })],
  [new RegExp(`^catalogue/${ID}$`), entry],
  [/^datum\/[0-9a-f]{64}$/, object({ entry: optional(isIdentifier) })],
  [new RegExp(`^resource-place/${ID}$`), object({ entry: isIdentifier })],
  [new RegExp(`^quarantine/${ID}$`), object({ schema: optional(isIdentifier), version: optional(count) })],
  [new RegExp(`^approval/${ID}/${ID}/(?:${GRANT_RIGHTS.join('|')})$`), object({ until: time })],
  [new RegExp(`^feedback/${ID}$`), feedback],
  [new RegExp(`^supervision/${ID}/${ID}/(?:${SUPERVISION_METHODS.join('|')})$`), supervision],
];
