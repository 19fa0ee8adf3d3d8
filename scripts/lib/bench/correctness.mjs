/** A benchmark of sales whose sales are not all right has no figures: it fails, and says which check did. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { referenceFingerprint } = require('@lianpiao/chaincode/domain');
const { BlockStore, EmbeddedLedgerReader } = require('@lianpiao/gateway/ledger');

const PAGE = 5000;

/** Runs a piece of work on the ledger (or its mirror) in a folder of data, read by this process beside whoever writes it. */
function reading(data, work) {
  const ledger = new EmbeddedLedgerReader(new BlockStore(data, { readonly: true }));
  try {
    return work(ledger);
  } finally {
    ledger.close();
  }
}

/** How many entries the ledger of an instance has. */
export function ledgerEnd({ data }) {
  return reading(data, (ledger) => ledger.length());
}

/** The invoices from an entry on. @returns numbers, and fingerprints of order references, one an invoice. */
function invoicesFrom({ data }, from) {
  return reading(data, (ledger) => {
    const [numbers, references] = [[], []];
    for (let at = from, page; (page = ledger.read(at, PAGE)).length > 0; at += page.length) {
      for (const { entry } of page) {
        if (entry.type !== 'invoice.issued') continue;
        numbers.push(entry.number);
        references.push(entry.reference);
      }
    }
    return { numbers, references };
  });
}

const repeated = (values) => values.length - new Set(values).size;
const missing = (wanted, found) => {
  const there = new Set(found);
  return wanted.filter((one) => !there.has(one)).length;
};

/** Fingerprints of the order references of a round of batches (rounds.mjs). */
function batchReferences({ sellers }, { invoices, perBatch, seed }) {
  return Array.from({ length: invoices }, (_, index) => {
    const { organisation } = sellers[Math.floor(index / perBatch) % sellers.length];
    return referenceFingerprint(organisation, `B-${seed}-${index}`);
  });
}

/**
 * What is wrong with sales that clients have sent.
 * @param numbers those that clients were told of, one a sale; `references`: fingerprints of what they have sold.
 * @param found the invoices that the ledger got meanwhile, those of others too.
 * @param refused how often each refusal was heard; `unanswered`: sales of which nobody heard again.
 */
export function problemsOf({ numbers = [], references = [], found, refused = {}, unanswered = 0 }) {
  const refusals = Object.entries(refused);
  return {
    lost: missing(numbers, found.numbers) + missing(references, found.references),
    doubled: repeated(numbers) + repeated(found.numbers) + repeated(found.references),
    refused: refusals.reduce((sum, [, count]) => sum + count, 0),
    unanswered,
    ...(refusals.length === 0 ? {} : { such_as: refusals[0][0] }),
  };
}

/** @throws Error that names the benchmark and each check that failed. */
export function demand(name, { such_as: example, ...problems }) {
  const failed = Object.entries(problems).filter(([, count]) => count > 0);
  if (failed.length === 0) return;
  const texts = failed.map(([check, count]) => `${count} sales ${check}`);
  throw new Error(`${name} is not correct: ${texts.join(', ')}${example === undefined ? '' : `, such as: ${example}`}`);
}

/** Runs a load of sales and demands that each was answered once and stands in the ledger once. @returns the load's result. */
export async function correctly(name, instance, load) {
  const from = ledgerEnd(instance);
  const { numbers, ...result } = await load();
  const { refused, unanswered } = result;
  demand(name, problemsOf({ numbers, refused, unanswered, found: invoicesFrom(instance, from) }));
  return result;
}

/** What is wrong with a round of batches, in the ledger as it is now from an entry on. */
export function batchProblems(instance, from, round) {
  return problemsOf({ references: batchReferences(instance, round), found: invoicesFrom(instance, from) });
}

/** How many invoices of the whole ledger stand there twice. */
export function problemsOfAll(instance) {
  return problemsOf({ found: invoicesFrom(instance, 0) });
}
