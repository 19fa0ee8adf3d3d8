import { randomBytes } from 'node:crypto';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router, type Request, type Response } from 'express';
import { ConsoleFiles, type ConsoleFile } from '../console/console-files';
import { BUILT_PAGES, offlinePage } from '../console/offline-page';
import { pagePolicy, PERMISSIONS } from '../console/page-policy';
import type { Gateway } from '../gateway';

const HASHED_FOR_S = 365 * 24 * 60 * 60;
const NONCE_BYTES = 16;
/** What the build leaves in the pages for us to fill in. */
const NONCE_PLACE = '__CSP_NONCE__';

/** The web pages: the console, the public pages, and the verifier that works from a saved file. */
export function consoleRoutes(gateway: Gateway, folder = BUILT_PAGES): Router {
  const router = Router();
  const files = new ConsoleFiles(folder);
  const send = (name: string, policy?: string) => (request: Request, response: Response) => {
    const file = files.find(name);
    if (file === undefined) throw new LedgerError('NOT_FOUND');
    if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Permissions-Policy', PERMISSIONS);
    sendFile(request, response, file, 'no-cache');
  };

  router.get('/', (_request, response) => {
    const page = files.find('console.html');
    if (page === undefined) throw new LedgerError('NOT_FOUND');
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    response.setHeader('Content-Security-Policy', pagePolicy(nonce));
    response.setHeader('Permissions-Policy', PERMISSIONS);
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page.plain.toString('utf8').replace(NONCE_PLACE, nonce));
  });
  router.get('/verify', send('verify.html', pagePolicy()));
  router.get('/verify-figures', send('figures.html', pagePolicy()));
  router.get('/c/:code', send('phone.html', pagePolicy()));

  router.get('/verify-offline.html', (_request, response) => {
    const page = offlinePage(files, gateway.trust.newest().json);
    if (page === undefined) throw new LedgerError('NOT_FOUND');
    response.setHeader('Content-Disposition', 'attachment; filename="lianpiao-verify.html"');
    response.type('html').send(page);
  });

  router.get('/assets/:name', (request, response) => {
    const file = files.find(`assets/${request.params.name}`);
    if (file === undefined) throw new LedgerError('NOT_FOUND');
    sendFile(request, response, file, `public, max-age=${String(HASHED_FOR_S)}, immutable`);
  });
  return router;
}

function sendFile(request: Request, response: Response, file: ConsoleFile, caching: string): void {
  response.setHeader('Cache-Control', caching);
  response.setHeader('ETag', file.etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === file.etag) {
    response.status(304).end();
    return;
  }
  const [encoding, body] = encodedFor(request, file);
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Type', file.type);
  response.end(body);
}

function encodedFor(request: Request, { plain, br, gzip }: ConsoleFile): readonly [encoding: string | undefined, body: Buffer] {
  const accepted = request.acceptsEncodings();
  if (br !== undefined && accepted.includes('br')) return ['br', br];
  if (gzip !== undefined && accepted.includes('gzip')) return ['gzip', gzip];
  return [undefined, plain];
}
