import { LedgerError } from '@lianpiao/chaincode/domain';
import type { RequestHandler } from 'express';

/** Paths with templates such as `/v1/tills/{till}`, each with its methods in lower case. */
export type PathTable = Readonly<Record<string, object>>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * Answers OPTIONS, and refuses a method that a known path does not have, with the list of those it has. The table is the
 * served description of the API, so the two cannot differ.
 */
export function refuseUnknownMethods(table: PathTable): RequestHandler {
  const paths = Object.entries(table)
    .map(([template, operations]) => ({
      template,
      pattern: patternOf(template),
      allow: allowOf(METHODS.filter((method) => method in operations)),
    }))
    // A literal path stands before a template that would match it too: `/v1/invoices/batch` is no invoice number.
    .sort((left, right) => Number(left.template.includes('{')) - Number(right.template.includes('{')));
  return (request, response, next) => {
    const allow = paths.find(({ pattern }) => pattern.test(request.path))?.allow;
    if (allow === undefined || (allow.includes(request.method) && request.method !== 'OPTIONS')) {
      next();
      return;
    }
    response.setHeader('Allow', allow.join(', '));
    if (request.method !== 'OPTIONS') throw new LedgerError('METHOD_NOT_ALLOWED');
    response.status(204).end();
  };
}

/** The router's reading of paths: letter case does not count, nor does a slash at the end. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}/?$`, 'i');
}

function allowOf(methods: readonly string[]): string[] {
  const names = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  return [...names, 'OPTIONS'];
}
