import {
  encodeEntryBundle,
  ENTRIES,
  leafText,
  LedgerError,
  parseTilePath,
  TILE_WIDTH,
  tileWidth,
  type Tile,
} from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { Gateway } from '../gateway';

const FOREVER = 'public, max-age=31536000, immutable';

/** The transparency log as C2SP tlog-tiles: anyone may read it, nothing in it says who trades with whom. */
export function logRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/log/vkey', (_request, response) => {
    response.type('text/plain').send(`${gateway.logKey.vkey}\n`);
  });

  router.get('/log/checkpoint', (_request, response) => {
    const checkpoint = gateway.log.latest();
    if (checkpoint === undefined) throw new LedgerError('NOT_FOUND');
    response.setHeader('Cache-Control', 'no-cache');
    response.type('text/plain; charset=utf-8').send(checkpoint.note);
  });

  router.get('/log/tile/*path', (request, response) => {
    const tile = parseTilePath(request.path.slice('/log/'.length));
    const size = gateway.log.latest()?.size ?? 0;
    if (tile === undefined || tile.width > tileWidth(tile.level === ENTRIES ? 0 : tile.level, tile.index, size)) {
      throw new LedgerError('NOT_FOUND');
    }
    response.setHeader('Cache-Control', FOREVER);
    response.type('application/octet-stream').send(Buffer.from(tileBytes(gateway, tile)));
  });

  return router;
}

function tileBytes(gateway: Gateway, { level, index, width }: Tile): Uint8Array {
  if (level !== ENTRIES) return gateway.log.tile(level, index, width);
  const entries = gateway.ledger.read(index * TILE_WIDTH, width);
  return encodeEntryBundle(entries.map(({ entry }) => Buffer.from(leafText(entry))));
}
