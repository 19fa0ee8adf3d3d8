/** Verifies bundles on one core, as a program that has many of them would: says how many a second, and that none slipped. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { benchLog, domain, makeBundles } from './proof-bundles.mjs';

const require = createRequire(import.meta.url);
const room = (name) => require(fileURLToPath(new URL(`../../../${name}`, import.meta.url)));
const { nodeSignatures, installNativeHasher } = room('gateway/dist/stores/index.js');

const {
  shared,
  parsed = false,
  portable = false,
  withheld = false,
  seconds,
  count = 2000,
  tamperEvery = 10,
} = JSON.parse(process.argv[2]);
if (!portable) installNativeHasher();
const log = benchLog();
const texts = makeBundles(log, { count, shared, tamperEvery, hide: () => withheld });
const inputs = parsed ? texts.map((text) => JSON.parse(text)) : texts;

/** One pass over all bundles; each pass of the unshared ones starts without memory, as for a stranger's bundles. */
function pass(verifier) {
  let valid = 0;
  for (const input of inputs) {
    if (verifier.verify(parsed ? input : JSON.parse(input)).result === 'valid') valid += 1;
  }
  return valid;
}

process.stdin.once('data', () => {
  const remembering = new domain.BundleVerifier(log.trust, nodeSignatures);
  const verifier = () => (shared ? remembering : new domain.BundleVerifier(log.trust, nodeSignatures));
  pass(verifier());
  const started = performance.now();
  let done = 0;
  let accepted = 0;
  while (performance.now() - started < seconds * 1000) {
    accepted += pass(verifier());
    done += inputs.length;
  }
  const rate = (done / (performance.now() - started)) * 1000;
  const wrong = accepted - (done / inputs.length) * (count - Math.floor(count / tamperEvery));
  process.stdout.write(`${JSON.stringify({ rate, done, wrong, bytes: texts[0].length })}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
