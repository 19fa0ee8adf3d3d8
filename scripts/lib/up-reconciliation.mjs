/** The demonstration's bureau has everything compared with everything else, down to the values. */
import { createRequire } from 'node:module';

const services = createRequire(import.meta.url)('./services.cjs');
const DEADLINE_MS = 60_000;

/** @returns true when a full pass and the running comparison have nothing to object. */
export async function demonstrateReconciliation({ url, apiKey, say }) {
  const run = await services.call(url, 'POST', '/v1/reconciliation/runs', { apiKey, body: { reason: 'demonstration' } });
  let state;
  const isDone = async () => {
    state = await services.call(url, 'GET', '/v1/reconciliation', { apiKey });
    return state.lastFullPass !== null && state.lastFullPass.id >= run.id && state.height === state.ledger;
  };
  await services.until(isDone, 'a full pass of reconciliation', DEADLINE_MS);
  const { lastFullPass: pass, height, openFindings } = state;
  const seconds = (Date.parse(pass.finishedAt) - Date.parse(pass.startedAt)) / 1000;
  say(
    `reconciled ${height} entries with payloads, index, log and anchors: ${openFindings} findings; full pass ${pass.result} in ${seconds} s`,
  );
  if (openFindings === 0) return true;
  const { items } = await services.call(url, 'GET', '/v1/reconciliation/findings?open=true', { apiKey });
  for (const { code, part, repair } of items) say(`           ${code} in ${part}: ${repair.en}`);
  return false;
}
