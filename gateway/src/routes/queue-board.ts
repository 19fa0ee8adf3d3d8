import { Router, urlencoded, type Request, type RequestHandler, type Response } from 'express';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { requireAction } from '../access-policy';
import type { Gateway } from '../gateway';
import { requireRightCredentials } from '../middleware/authenticate';
import { certified } from '../middleware/client-certificate';
import type { CountRequest } from '../middleware/rate-limit';
import { BoardSessions, SESSION_MS } from '../queue-board/board-session';
import { queueBoard } from '../queue-board/queue-board';
import { SIGN_IN_POLICY, signInPage } from '../queue-board/sign-in-page';

const PATH = '/queues';
const COOKIE = 'lianpiao_queues';
const FORM_LIMIT = '2kb';
/** bull-board's page: scripts and styles of its own files, and styles that it writes at run time. */
const BOARD_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The workers' queues, for the bureau's operator to look at: behind a session that an API key opens. */
export function queueBoardRoutes(gateway: Gateway, count: CountRequest): Router {
  const router = Router();
  // Made when they are first wanted: nearly no process ever shows the queues.
  let made: { sessions: BoardSessions; board: ReturnType<typeof queueBoard> } | undefined;
  const parts = (): NonNullable<typeof made> => {
    made ??= open(gateway);
    return made;
  };

  router.get(`${PATH}/sign-in`, (_request, response) => {
    sendSignIn(response, 200, false);
  });

  router.post(`${PATH}/session`, urlencoded({ extended: false, limit: FORM_LIMIT }), (request, response, next) => {
    // Guessing is limited as for every other request.
    count(request, response)
      .then(() => {
        const keyId = bureauKeyOf(gateway, request);
        if (keyId === undefined) {
          sendSignIn(response, 401, true);
          return;
        }
        const secure = gateway.config.publicUrl.startsWith('https:') ? '; Secure' : '';
        const attributes = `Path=${PATH}; Max-Age=${String(SESSION_MS / 1000)}; HttpOnly; SameSite=Strict${secure}`;
        response.setHeader('Set-Cookie', `${COOKIE}=${parts().sessions.make(keyId)}; ${attributes}`);
        response.redirect(303, PATH);
      })
      .catch(next);
  });

  const guard: RequestHandler = (request, response, next) => {
    requireRightCredentials(request);
    if (parts().sessions.isOpen(cookieOf(request))) {
      response.setHeader('Content-Security-Policy', BOARD_POLICY);
      next();
    } else if (request.method === 'GET' && request.accepts(['json', 'html']) === 'html') {
      response.redirect(303, `${PATH}/sign-in`);
    } else throw new LedgerError('CREDENTIALS_MISSING');
  };
  router.use(PATH, guard, (request, response, next) => {
    // To look at only, whatever the page offers.
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new LedgerError('ACTION_FORBIDDEN', { rule: 'queues.read-only' });
    parts().board.serve(request, response, next);
  });
  return router;
}

function open(gateway: Gateway): { sessions: BoardSessions; board: ReturnType<typeof queueBoard> } {
  const { config, access, clock, redis } = gateway;
  const board = queueBoard(redis, config.queuePrefix, PATH);
  gateway.stopping.signal.addEventListener('abort', () => void board.close().catch(() => undefined));
  return { sessions: new BoardSessions(config.dataFolder, access, clock), board };
}

/** The id of the key in the form, when it is a live one and its role may look. */
function bureauKeyOf({ access }: Gateway, request: Request): string | undefined {
  const { key } = (request.body ?? {}) as { key?: unknown };
  const principal = typeof key === 'string' ? access.authenticate(key.trim()) : undefined;
  if (principal === undefined) return undefined;
  try {
    requireAction(certified(principal, request), 'queue.watch');
    return principal.keyId;
  } catch {
    return undefined;
  }
}

function cookieOf({ headers: { cookie = '' } }: Request): string {
  for (const one of cookie.split(';')) {
    const [name, value = ''] = one.trim().split('=');
    if (name === COOKIE) return value;
  }
  return '';
}

function sendSignIn(response: Response, status: number, refused: boolean): void {
  response.setHeader('Content-Security-Policy', SIGN_IN_POLICY);
  response.setHeader('Cache-Control', 'no-store');
  response.status(status).type('html').send(signInPage(refused));
}
