// Writes docs/openapi.json: the document that the gateway serves at /openapi.json.
//
//   node scripts/lib/generate-openapi.mjs [--check]
//
// The document comes from the compiled gateway (run `npm run build` first).
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const root = path.resolve(import.meta.dirname, '../..');
const target = path.join(root, 'docs/openapi.json');
const { openApiDocument } = createRequire(import.meta.url)(path.join(root, 'gateway/dist/openapi.js'));
const wanted = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  fs.writeFileSync(target, wanted);
} else if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== wanted) {
  console.error('docs/openapi.json is out of date: run node scripts/lib/generate-openapi.mjs');
  process.exitCode = 1;
}
