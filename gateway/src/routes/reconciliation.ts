import { Router } from 'express';
import { formatTime } from '@lianpiao/chaincode/domain';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { StoredFinding, StoredPass, StoredRepair } from '../stores/reconciliation-store';
import { findingsQuery } from './books-schemas';
import { page, reasonOnly } from './schemas';

/** What reconciliation knows: how far it has come, what is wrong, what it repaired; and asking it for a full pass. */
export function reconciliationRoutes(gateway: Gateway): Router {
  const router = Router();
  const store = gateway.reconciliation;

  router.get('/v1/reconciliation', (request, response) => {
    requirePrincipal(request, 'reconciliation.read');
    const lookedAt = store.fact('looked-at');
    response.json({
      height: store.height(),
      ledger: gateway.ledger.length(),
      lookedAt: timeOrNull(lookedAt === undefined ? null : Number(lookedAt)),
      openFindings: store.openCount(),
      lastTimeToDetectSeconds: store.lastTimeToDetect() ?? null,
      lastFullPass: passOrNull(store.lastPass()),
      waitingPass: passOrNull(store.waitingPass()),
    });
  });

  router.get('/v1/reconciliation/findings', (request, response) => {
    requirePrincipal(request, 'reconciliation.read');
    const { after, limit, open } = parseWith(findingsQuery, request.query);
    const found = store.findings({ ...before(after), limit, openOnly: open === 'true' });
    response.json({ items: found.map(findingAnswer), next: nextOf(found, limit) });
  });

  router.get('/v1/reconciliation/repairs', (request, response) => {
    requirePrincipal(request, 'reconciliation.read');
    const { after, limit } = parseWith(page, request.query);
    const repairs = store.repairs(before(after).before ?? Number.MAX_SAFE_INTEGER, limit);
    response.json({ items: repairs.map(repairAnswer), next: nextOf(repairs, limit) });
  });

  router.post('/v1/reconciliation/runs', (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'reconciliation.run');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    response.status(202).json(passOrNull(store.requestPass(`${organisation}/${keyId}: ${reason}`, gateway.clock())));
  });

  return router;
}

function before(after: string | undefined): { readonly before?: number } {
  return after === undefined ? {} : { before: Number(after) };
}

function nextOf(items: readonly { readonly id: number }[], limit: number): string | null {
  return items.length < limit ? null : String(items.at(-1)?.id ?? 0);
}

function timeOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : formatTime(milliseconds);
}

function findingAnswer({ scope: _scope, soundAt, detectedAt, seenAt, resolvedAt, ...finding }: StoredFinding): object {
  return {
    ...finding,
    soundAt: formatTime(soundAt),
    detectedAt: formatTime(detectedAt),
    seenAt: formatTime(seenAt),
    resolvedAt: timeOrNull(resolvedAt),
    timeToDetectSeconds: (detectedAt - soundAt) / 1000,
  };
}

function repairAnswer({ repairedAt, ...repair }: StoredRepair): object {
  return { ...repair, repairedAt: formatTime(repairedAt) };
}

function passOrNull(pass: StoredPass | undefined): object | null {
  if (pass === undefined) return null;
  const { requestedAt, startedAt, finishedAt, report, ...rest } = pass;
  return {
    ...rest,
    requestedAt: formatTime(requestedAt),
    startedAt: timeOrNull(startedAt),
    finishedAt: timeOrNull(finishedAt),
    report: report === null ? null : (JSON.parse(report) as unknown),
  };
}
