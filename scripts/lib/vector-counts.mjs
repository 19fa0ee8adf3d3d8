// Sums the published cases that tests report by appending `folder<TAB>count` lines to LIANPIAO_VECTOR_COUNTS. A test that
// reads no file passes easily; the sums show that the cases were really there.
import fs from 'node:fs';
import path from 'node:path';

/** Folders of ../shared/vectors that our tests answer for; a folder joins when its tests do. */
export const TESTED_FOLDERS = [
  'cn-einvoice',
  'dataspace-protocol',
  'invoices-invalid',
  'invoices-ubl',
  'jcs',
  'merkle',
  'odrl',
  'prov-json',
  'signed-notes',
  'standard-webhooks',
  'tlog-tiles',
];

/** Prints the sums; returns what is wrong with them. Only the whole suite must reach every folder. */
export function countVectors(root, lines, mode) {
  // The same place where test/support/vectors.ts looks.
  const published = process.env.LIANPIAO_VECTORS ?? path.join(root, '../shared/vectors');
  if (!fs.existsSync(published)) {
    console.log('\nPublished vectors: ../shared is absent, only our own cases ran.');
    return [];
  }
  const sums = new Map(mode === 'whole' ? TESTED_FOLDERS.map((folder) => [folder, 0]) : []);
  for (const [folder, count] of lines) sums.set(folder, (sums.get(folder) ?? 0) + Number(count));
  if (sums.size === 0) return [];
  const sorted = [...sums].sort(([left], [right]) => (left < right ? -1 : 1));
  console.log(`\nPublished vectors, cases by folder:\n${sorted.map(([folder, count]) => `  ${folder}: ${count}`).join('\n')}`);
  return sorted.filter(([, count]) => !(count > 0)).map(([folder]) => `no vector case ran: ${folder}`);
}
