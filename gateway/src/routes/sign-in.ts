import { LedgerError, type ErrorCode } from '@lianpiao/chaincode/domain';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Gateway } from '../gateway';
import { hasBody } from '../middleware/read-json';
import { readText } from '../middleware/read-text';
import { cookieIn, SESSION_COOKIE, setCookie, SIGN_IN_COOKIE, type CookieKind } from '../sign-in/cookies';
import type { Attempt } from '../sign-in/identity-provider';
import type { People } from '../sign-in/people';
import { requireSameOrigin } from '../sign-in/same-origin';

/** Pages of the console, as its address has them. */
const PAGE = /^#\/[A-Za-z0-9/_-]{0,200}$/;
const FIRST_PAGE = '#/';
const FORM = 'application/x-www-form-urlencoded';
const FORM_BYTES = 16 * 1024;

/** Signing in and out at the identity provider, for the console; without one there is only the word that there is none. */
export function signInRoutes(gateway: Gateway): Router {
  const { people } = gateway;
  if (people !== undefined) return providerRoutes(gateway, people);
  return Router().get('/auth/provider', (_request, response) => {
    response.json({ issuer: null, signedIn: false, dataSubject: false });
  });
}

function providerRoutes({ config, logger, clock }: Gateway, people: People): Router {
  const router = Router();
  const { publicUrl } = config;
  const put = (response: Response, kind: CookieKind, value: string): void => {
    response.append('Set-Cookie', setCookie(kind, value, publicUrl));
  };
  router.use('/auth', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });

  router.get('/auth/provider', (request, response) => {
    const [signedIn, dataSubject] = [people.sessionOf(request) !== undefined, people.pseudonymsOf(request) !== undefined];
    response.json({ issuer: people.provider.issuer, signedIn, dataSubject });
  });

  router.get('/auth/sign-in', async (request, response) => {
    const to = typeof request.query['to'] === 'string' && PAGE.test(request.query['to']) ? request.query['to'] : FIRST_PAGE;
    try {
      const { url, attempt } = await people.provider.begin(to);
      put(response, SIGN_IN_COOKIE, await people.attempts.seal(attempt));
      response.redirect(302, url);
    } catch (error) {
      refuse(response, error);
    }
  });

  router.get('/auth/callback', async (request, response) => {
    put(response, SIGN_IN_COOKIE, '');
    try {
      const attempt = await attemptOf(people, request, publicUrl);
      const query = new URL(request.originalUrl, publicUrl).search;
      const person = people.personOf(await people.provider.finish(query, attempt));
      const before = cookieIn(request.headers.cookie, SESSION_COOKIE, publicUrl);
      if (before !== undefined) people.sessions.end(before);
      put(response, SESSION_COOKIE, people.sessions.open(person, clock()));
      response.redirect(303, `/${attempt.to}`);
    } catch (error) {
      refuse(response, error);
    }
  });

  router.post('/auth/sign-out', async (request, response) => {
    // Also without the cookie, which a page of another site does not bring along: the answer would still remove it.
    requireSameOrigin(request, publicUrl);
    const token = cookieIn(request.headers.cookie, SESSION_COOKIE, publicUrl);
    if (token !== undefined) people.sessions.end(token);
    put(response, SESSION_COOKIE, '');
    response.json({ provider: (await people.provider.signOutUrl(`${publicUrl}/`)) ?? null });
  });
  // OpenID Connect Back-Channel Logout 1.0, §2.5 and §2.8: by the provider itself, which shows no cookie and no origin.
  router.post('/auth/back-channel-logout', async (request, response) => {
    const form = hasBody(request) ? new URLSearchParams(await readText(request, FORM, FORM_BYTES)) : undefined;
    const [token, another] = form?.getAll('logout_token') ?? [];
    if (token === undefined || another !== undefined) throw new LedgerError('LOGOUT_TOKEN_INVALID');
    await people.endByProvider(token);
    response.status(200).end();
  });
  return router;

  /** A person gets a page that says what is wrong; its cause is for the log. */
  function refuse(response: Response, error: unknown): void {
    if (!(error instanceof LedgerError)) throw error;
    logger.warn({ err: error, code: error.code }, 'somebody could not sign in');
    response.redirect(303, `/?sign-in=${error.code satisfies ErrorCode}`);
  }
}

/** @throws LedgerError SIGN_IN_FAILED when this browser did not begin it, or too long ago. */
async function attemptOf(people: People, request: Request, publicUrl: string): Promise<Attempt> {
  const sealed = cookieIn(request.headers.cookie, SIGN_IN_COOKIE, publicUrl);
  const attempt = sealed === undefined ? undefined : await people.attempts.open(sealed);
  if (attempt === undefined) throw new LedgerError('SIGN_IN_FAILED', { found: 'no attempt of this browser' });
  return attempt;
}

/** Gives the browser another token now and then: one that was copied does not serve for long, and ends the session when it is shown. */
export function renewSessions({ people, config, clock }: Gateway): RequestHandler {
  return (request, response, next) => {
    if (people?.sessionOf(request)?.isStale === true) {
      const token = cookieIn(request.headers.cookie, SESSION_COOKIE, config.publicUrl) ?? '';
      const renewed = people.sessions.rotate(token, clock());
      if (renewed !== undefined) response.append('Set-Cookie', setCookie(SESSION_COOKIE, renewed, config.publicUrl));
    }
    next();
  };
}
