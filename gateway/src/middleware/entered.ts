import type { RequestHandler, Router } from 'express';

/** What stands for something else in a path of path-to-regexp. */
const PATTERN = /[:*{}()\\]/;

/**
 * A router that only requests enter whose path begins with the first two steps of one of its routes (`/v1/data`). The app
 * has some two hundred routes in half a hundred routers, and a request used to be held against every route before its own:
 * a fifth of what a claim cost (docs/performance.md). What a router matches, it still decides itself.
 */
export function entered(router: Router): RequestHandler {
  const begun = new Set<string>();
  for (const { route, handle } of router.stack) {
    // Errors come only of routes that were entered; any other middleware is for every request.
    const isErrorHandler = route === undefined && handle.length > 3;
    if (isErrorHandler) continue;
    const paths: unknown[] = [route?.path].flat();
    for (const path of paths) {
      const beginning = typeof path === 'string' ? beginningOf(path) : ':';
      if (PATTERN.test(beginning)) return router;
      begun.add(beginning);
    }
  }
  const enter: RequestHandler = (request, response, next) => {
    if (begun.has(beginningOf(request.path))) router(request, response, next);
    else next();
  };
  // For whoever lists the routes that there are.
  return Object.assign(enter, { stack: router.stack });
}

/** The first two steps; case and a slash at the end make no difference, as in Express. */
function beginningOf(path: string): string {
  return path
    .toLowerCase()
    .split('/', 3)
    .filter((step) => step !== '')
    .join('/');
}
