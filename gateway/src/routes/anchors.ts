import { Router } from 'express';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { ANCHOR_ALARMS, isAnchorAlarmCode } from '../stores/anchor-alarms';
import type { AnchorAlarm, ConfirmedAnchor } from '../stores/anchor-records';
import { alarmQuery } from './anchor-schemas';
import { page } from './schemas';

/** Where the log's checkpoints were anchored: for anyone. What is wrong with anchoring: for those who watch over it. */
export function anchorRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/v1/anchors', (request, response) => {
    const { after, limit } = parseWith(page, request.query);
    const items = gateway.anchors.confirmed(Number(after ?? 0), limit);
    const last = items.at(-1);
    const next = items.length < limit || last === undefined ? null : String(last.size + 1);
    response.json({ items: items.map(anchorAnswer), next });
  });

  router.get('/v1/anchors/status', (request, response) => {
    requirePrincipal(request, 'anchor.watch');
    const { alarms, limit } = parseWith(alarmQuery, request.query);
    const newest = gateway.anchors.newest();
    response.json({
      logSize: gateway.log.latest()?.size ?? 0,
      newest: newest === undefined ? null : anchorAnswer(newest),
      alarms: gateway.anchors.alarms(alarms, limit).map(alarmAnswer),
    });
  });

  return router;
}

function anchorAnswer({ size, root, chainId, contract, transaction, block, confirmedAt }: ConfirmedAnchor): object {
  const time = new Date(confirmedAt).toISOString();
  return { size, root: `sha256:${root}`, chainId, contract, transaction, block, confirmedAt: time };
}

function alarmAnswer({ code, detail, since, closedAt }: AnchorAlarm): object {
  const { en, zh } = isAnchorAlarmCode(code) ? ANCHOR_ALARMS[code] : { en: code, zh: code };
  const closed = closedAt === null ? null : new Date(closedAt).toISOString();
  return { code, title: en, titleZh: zh, detail, since: new Date(since).toISOString(), closedAt: closed };
}
