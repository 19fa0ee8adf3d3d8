import { ApiProblem } from './problem';

/** A call that may find its work done: an attempt before got no answer. @param code what it is refused with then. */
export async function unless(code: string, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.code !== code) throw error;
  }
}
