import type { Language } from '../shared/language';

/** RFC 9457, as the gateway writes it. */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly titleZh: string;
  readonly status: number;
  readonly requestId?: string;
  /** JSON Pointer of the field that is wrong. */
  readonly path?: string;
  readonly wanted?: string;
  readonly found?: string;
}

/** The API refused. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ApiProblem';
  }

  titleIn(language: Language): string {
    return language === 'zh' ? this.problem.titleZh : this.problem.title;
  }
}

/** No answer came: the network is gone, or the gateway is. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

/** What came back instead of an answer; something else than a problem, from a proxy say, is named by its status. */
export async function readProblem(response: Response): Promise<Problem> {
  const unknown = {
    code: `HTTP_${String(response.status)}`,
    title: `The gateway answered ${String(response.status)}.`,
    titleZh: `网关返回 ${String(response.status)}。`,
    status: response.status,
  };
  try {
    const body: unknown = await response.clone().json();
    return typeof body === 'object' && body !== null && 'code' in body ? (body as Problem) : unknown;
  } catch {
    return unknown;
  }
}

/** True when the same request may well succeed a moment later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  return error instanceof ApiProblem && (error.problem.status === 429 || error.problem.status >= 502);
}
