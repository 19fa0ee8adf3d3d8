/** Reads of papers: by turns one by number, and one verification by its facts, with Zipf's law over the papers. */
import { readFileSync } from 'node:fs';
import { random } from './sales.mjs';

/** @returns a function that gives the next request: method, path, headers and body. */
export function lookups({ seed, numbersFile, apiKey }) {
  const next = random(seed);
  const papers = JSON.parse(readFileSync(numbersFile, 'utf8'));
  /** Zipf (s = 1) over ranks by inverting the harmonic sum's approximation: a few papers are looked at again and again. */
  const rank = () => Math.min(papers.length - 1, Math.max(0, Math.floor(papers.length ** next()) - 1));
  let turn = 0;
  return () => {
    const { number, date, total } = papers[rank()];
    turn += 1;
    if (turn % 2 === 0) {
      const body = JSON.stringify({ number, date, total });
      return { method: 'POST', path: '/v1/verifications', headers: { 'content-type': 'application/json' }, body };
    }
    return { method: 'GET', path: `/v1/invoices/${number}`, headers: { authorization: `Bearer ${apiKey}` }, body: undefined };
  };
}
