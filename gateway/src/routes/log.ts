import {
  encodeEntryBundle,
  ENTRIES,
  formatVerifierKey,
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
    response.type('text/plain').send(`${newestKey(gateway)}\n`);
  });

  router.get('/log/checkpoint', (_request, response) => {
    const checkpoint = gateway.log.published();
    if (checkpoint === undefined) throw new LedgerError('NOT_FOUND');
    response.setHeader('Cache-Control', 'no-cache');
    response.type('text/plain; charset=utf-8').send(checkpoint.note);
  });

  router.get('/log/blocks/vkey', (_request, response) => {
    response.type('text/plain').send(`${gateway.attestations.vkey}\n`);
  });

  router.get('/log/blocks/:number', (request, response) => {
    const number = /^[1-9]\d{0,15}$/.test(request.params.number) ? Number(request.params.number) : Number.NaN;
    if (!Number.isSafeInteger(number)) throw new LedgerError('NOT_FOUND');
    const note = gateway.attestations.note(number);
    response.setHeader('Cache-Control', FOREVER);
    response.type('text/plain; charset=utf-8').send(note);
  });

  router.get('/log/status/:number', async (request, response) => {
    const number = /^[1-9]\d{0,15}$/.test(request.params.number) ? Number(request.params.number) : Number.NaN;
    if (!Number.isSafeInteger(number)) throw new LedgerError('NOT_FOUND');
    response.json(await gateway.status.desk.sealBundle(number, (name) => name === 'what' || name === 'changes'));
  });

  router.get('/v1/witnesses', (_request, response) => {
    response.json({ items: witnessAnswers(gateway) });
  });

  router.get('/log/tile/*path', (request, response) => {
    const tile = parseTilePath(request.path.slice('/log/'.length));
    const size = gateway.log.published()?.size ?? 0;
    if (tile === undefined || tile.width > tileWidth(tile.level === ENTRIES ? 0 : tile.level, tile.index, size)) {
      throw new LedgerError('NOT_FOUND');
    }
    if (endOf(tile) <= Math.min(gateway.config.logMinimumIndex, size)) throw new LedgerError('LOG_PRUNED');
    response.setHeader('Cache-Control', FOREVER);
    response.type('application/octet-stream').send(Buffer.from(tileBytes(gateway, tile)));
  });

  return router;
}

/** The key that goes on signing, when two of them sign; all of them stand in `/v1/trust`. */
function newestKey({ logKeys, clock }: Gateway): string {
  const newest = logKeys.signers(clock()).at(-1);
  if (newest === undefined) throw new LedgerError('NOT_FOUND');
  return newest.vkey;
}

/** Index behind the last entry that the full version of a tile spans. */
function endOf({ level, index }: Tile): number {
  return (index + 1) * TILE_WIDTH ** (level === ENTRIES ? 1 : level + 1);
}

function tileBytes(gateway: Gateway, { level, index, width }: Tile): Uint8Array {
  if (level !== ENTRIES) return gateway.log.tile(level, index, width);
  const entries = gateway.ledger.read(index * TILE_WIDTH, width);
  return encodeEntryBundle(entries.map(({ entry }) => Buffer.from(leafText(entry))));
}

/** The witnesses of the policy; there are at most a few dozen, so this list needs no pages. */
function witnessAnswers({ witnessPolicy, log }: Gateway): object[] {
  const states = new Map(log.witnesses().map((state) => [state.name, state]));
  return [...(witnessPolicy?.current().witnesses ?? [])].map(([name, { key }]) => {
    const state = states.get(name);
    return {
      name,
      vkey: formatVerifierKey(key.name, key.publicKey, key.type),
      size: state?.size ?? 0,
      answeredAt: state === undefined ? null : new Date(state.answeredAt).toISOString(),
      trouble: state?.trouble ?? null,
    };
  });
}
