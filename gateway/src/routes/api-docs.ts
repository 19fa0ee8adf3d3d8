import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router } from 'express';

/**
 * Nothing comes from elsewhere, and nothing written into the page runs. Redoc adds two `style` elements of its own, one of
 * them empty: these and no others are let in, by their digests.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>链票接口文档 Lianpiao API</title></head>
<body><div id="docs"><p>正在载入 Loading… <a href="/openapi.json">/openapi.json</a></p></div>
<script src="/docs/redoc.js"></script><script src="/docs/start.js"></script></body>
</html>
`;
/** Its search runs in a worker made of text, which the policy does not let in. */
const START = `Redoc.init('/openapi.json', { disableSearch: true, nativeScrollbars: true, hideDownloadButton: true }, document.getElementById('docs'));
`;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The description of the API as a page for people: Redoc from our own server over the served document. */
export function apiDocsRoutes(): Router {
  const router = Router();

  router.get('/docs', (_request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.type('html').send(PAGE);
  });

  router.get('/docs/:asset', (request, response) => {
    switch (request.params.asset) {
      case 'start.js':
        response.type('text/javascript').send(START);
        return;
      case 'redoc.js':
        response.sendFile(require.resolve('redoc/bundles/redoc.standalone.js'), { dotfiles: 'allow', maxAge: DAY_MS });
        return;
      default:
        throw new LedgerError('NOT_FOUND');
    }
  });

  return router;
}
