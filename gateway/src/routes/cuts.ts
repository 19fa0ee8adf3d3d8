import { chinaDate, LedgerError } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { cutQuery, MAX_DAYS } from './books-schemas';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Sums of the whole ledger by region, trade, rate or day, for those who watch over it. */
export function cutRoutes(gateway: Gateway): Router {
  const router = Router();
  router.get('/v1/stats/cuts', (request, response) => {
    requirePrincipal(request, 'stats.cut');
    const today = chinaDate(gateway.clock());
    const { by, from = today, to = today, limit } = parseWith(cutQuery, request.query);
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    if (days < 1 || days > MAX_DAYS) {
      throw new LedgerError('FIELD_INVALID', { path: '/from', wanted: `1 to ${String(MAX_DAYS)} days` });
    }
    const sums = by === 'day' ? gateway.cuts.days(from, to) : gateway.cuts.cut(by, from, to);
    response.json({
      by,
      from,
      to,
      height: gateway.cuts.height(),
      items: sums.slice(0, limit),
      rest: Math.max(0, sums.length - limit),
    });
  });
  return router;
}
