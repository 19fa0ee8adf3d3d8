// Writes gateway/client/api.ts: the types of the API, from docs/openapi.json.
//
//   node scripts/lib/generate-client.mjs [--check]
import fs from 'node:fs';
import path from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';

const root = path.resolve(import.meta.dirname, '../..');
const target = path.join(root, 'gateway/client/api.ts');
const document = JSON.parse(fs.readFileSync(path.join(root, 'docs/openapi.json'), 'utf8'));
// What each refusal means stands in docs/errors.md: it would be two thirds of the file. Refusals that many operations share are
// written once: they would be half of the rest.
const refusals = new Map();
document.components.responses = {};
for (const operations of Object.values(document.paths)) {
  for (const { responses } of Object.values(operations)) {
    for (const [status, response] of Object.entries(responses)) {
      response.description = '';
      if (response.content?.['application/problem+json'] !== undefined) responses[status] = refusal(status, response);
    }
  }
}

/** A reference to the one copy of a refusal. */
function refusal(status, response) {
  const text = JSON.stringify(response);
  if (!refusals.has(text)) {
    const name = `Refusal${status}n${refusals.size + 1}`;
    refusals.set(text, name);
    document.components.responses[name] = response;
  }
  return { $ref: `#/components/responses/${refusals.get(text)}` };
}
const head = '// Made from docs/openapi.json by scripts/lib/generate-client.mjs: changes here are lost.\n\n';
const types = astToString(await openapiTypescript(document));
// Deep nesting: with spaces, half of the file would be indentation.
const wanted = head + types.replace(/^(?: {4})+/gm, (indent) => '\t'.repeat(indent.length / 4));

if (!process.argv.includes('--check')) {
  fs.writeFileSync(target, wanted);
} else if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== wanted) {
  console.error('gateway/client/api.ts is out of date: run node scripts/lib/generate-client.mjs');
  process.exitCode = 1;
}
