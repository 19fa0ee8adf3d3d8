import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckName } from './findings';

/** A build broken on purpose: the fault tests are worth what they find in these. */
export interface Mutant {
  readonly name: string;
  readonly what: string;
  /** Checks of which at least one must find it. */
  readonly caughtBy: readonly CheckName[];
  /** Changes a copy of the build. @throws Error when the text to change is not there any more. */
  apply(root: string): void;
}

interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const LEDGER = 'gateway/dist/ledger/embedded/embedded-ledger.js';
const COMMITS = 'gateway/dist/stores/exclusive.js';
const PREPARE = 'chaincode/dist/domain/invoice/prepare-invoice.js';
const DESK = 'gateway/dist/issuing/issue-desk.js';
const INDEXING = 'workers/dist/indexing/index-entries.js';
const SEALING = 'workers/dist/sealing/log-sealer.js';
const ADMIT = 'chaincode/dist/domain/invoice/admit-invoice.js';

export const MUTANTS: readonly Mutant[] = [
  mutant(
    'answers-early',
    'answers before the commit, which comes 30 ms later',
    ['lost'],
    [
      {
        file: COMMITS,
        from: "database.exec('BEGIN IMMEDIATE');",
        to: "if (!database.inTransaction) database.exec('BEGIN IMMEDIATE');",
      },
      {
        file: COMMITS,
        from: "database.exec('COMMIT');",
        to: "setTimeout(() => { if (database.inTransaction) database.exec('COMMIT'); }, 30);",
      },
    ],
  ),
  mutant(
    'no-duplicate-check',
    'does not look whether an order reference was used',
    ['doubled'],
    [
      {
        file: PREPARE,
        from: 'if (state.get(state_keys_1.stateKeys.reference(reference)) !== undefined)',
        to: 'if (false)',
      },
      {
        file: ADMIT,
        from: 'if (state.get(state_keys_1.stateKeys.reference(entry.reference)) !== undefined)',
        to: 'if (false)',
      },
    ],
  ),
  mutant(
    'payload-late',
    'commits the ledger first and stores the payloads 30 ms later',
    ['content'],
    [
      {
        file: LEDGER,
        from: 'this.#options.payloads.append(this.#end.length, records);',
        to: 'const at = this.#end.length; setTimeout(() => this.#options.payloads.append(at, records), 30);',
      },
    ],
  ),
  mutant(
    'number-reused',
    'does not advance a till’s number every fiftieth time',
    ['doubled'],
    [{ file: ADMIT, from: 'next: range.next + 1 }', to: 'next: range.next + (place.counter % 50 === 0 ? 0 : 1) }' }],
  ),
  mutant(
    'conflict-unseen',
    'takes a conflicting request for a repetition',
    ['content'],
    [{ file: DESK, from: 'if ((0, domain_1.asksForInvoice)(request, record))', to: 'if (true)' }],
  ),
  mutant(
    'row-skipped',
    'leaves every five hundredth invoice out of the index',
    ['index'],
    [
      {
        file: INDEXING,
        from: "if (entry.type === 'invoice.issued')",
        to: "if (entry.type === 'invoice.issued' && sequence % 500 !== 0)",
      },
    ],
  ),
  mutant(
    'leaf-changed',
    'seals another leaf for every five hundredth entry',
    ['log'],
    [
      {
        file: SEALING,
        from: '.leafHash((0, domain_1.leafOfText)(text)), collect)',
        to: ".leafHash((0, domain_1.leafOfText)(text) + (this.#range.size % 500 === 499 ? ' ' : '')), collect)",
      },
    ],
  ),
];

function mutant(name: string, what: string, caughtBy: readonly CheckName[], changes: readonly Change[]): Mutant {
  return {
    name,
    what,
    caughtBy,
    apply(root) {
      for (const { file, from, to } of changes) {
        const path = join(root, file);
        const text = readFileSync(path, 'utf8');
        if (text.split(from).length !== 2) throw new Error(`${name}: ${file} does not hold exactly once: ${from}`);
        writeFileSync(
          path,
          text.replace(from, () => to),
        );
      }
    },
  };
}
