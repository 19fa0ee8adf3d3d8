import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { Router, type ErrorRequestHandler, type RequestHandler } from 'express';
import { entered } from '../../../gateway/src/middleware/entered';

const say =
  (what: string): RequestHandler =>
  (request, response) => {
    response.json({ what, params: request.params });
  };

function routers(): readonly Router[] {
  const things = Router();
  things.get('/v1/things', say('things'));
  things.get('/v1/things/:id', say('thing'));
  things.get('/v1/other/:id{.json}', say('other'));
  things.get('/v1/broken', () => {
    throw new Error('broken');
  });
  const mended: ErrorRequestHandler = (_error, _request, response, _next) => {
    response.status(418).json({ what: 'mended' });
  };
  things.use(mended);
  const top = Router();
  top.get('/metrics', say('metrics'));
  const open = Router();
  open.get('/:any/leaves', say('leaves'));
  const everywhere = Router();
  everywhere.use((_request, response, next) => {
    response.setHeader('x-seen', 'yes');
    next();
  });
  const late = Router();
  late.get('/v1/things/:id/late', say('late'));
  return [things, top, open, everywhere, late];
}

describe('a router that is entered by its first steps', () => {
  const servers: Server[] = [];
  const urls: string[] = [];
  beforeAll(async () => {
    for (const wrap of [(router: Router) => router, entered]) {
      const app = express();
      for (const router of routers()) app.use(wrap(router));
      const server = createServer(app).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      servers.push(server);
      urls.push(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    }
  });
  afterAll(() => servers.forEach((server) => server.close()));

  it.each([
    ['/v1/things', 200],
    ['/v1/things/', 200],
    ['/V1/Things/7', 200],
    ['/v1/things/7?x=/v1/other', 200],
    ['/v1/things/%E4%B8%AD', 200],
    ['/v1/things/%ZZ', 418],
    ['/v1/things/7/late', 200],
    ['/v1/other/7.json', 200],
    ['/v1/broken', 418],
    ['/metrics', 200],
    ['/metrics/', 200],
    ['/tree/leaves', 200],
    ['/v1', 404],
    ['/v1//things', 404],
    ['//v1/things', 404],
    ['/nothing/here', 404],
  ])('answers %s as without', async (path, status) => {
    const [plain, wrapped] = await Promise.all(
      urls.map(async (url) => {
        const answer = await fetch(url + path);
        return { status: answer.status, seen: answer.headers.get('x-seen'), text: await answer.text() };
      }),
    );
    expect(plain?.status).toBe(status);
    expect(wrapped).toEqual(plain);
  });

  it('leaves a router as it is that takes every request', () => {
    const all = Router();
    all.use((_request, _response, next) => next());
    expect(entered(all)).toBe(all);
    const some = Router().get('/v1/some', say('some'));
    expect(entered(some)).not.toBe(some);
  });
});
