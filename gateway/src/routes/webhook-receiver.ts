import { LedgerError } from '@lianpiao/chaincode/domain';
import type { ReceiverRules } from '../changes/receiver-rules';

const LOOKUP_DEADLINE_MS = 5000;

/**
 * Whether a webhook may lead to a URL, looked up now. Every connection is judged again: a name may lead elsewhere by then.
 * @throws LedgerError FIELD_INVALID, WEBHOOK_URL_FORBIDDEN or WEBHOOK_HOST_UNKNOWN.
 */
export async function admitReceiver(rules: ReceiverRules, text: string): Promise<void> {
  const url = rules.parseUrl(text);
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer from the name server in time')), LOOKUP_DEADLINE_MS);
  });
  try {
    await Promise.race([rules.admit(url), deadline]);
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError('WEBHOOK_HOST_UNKNOWN', { path: '/url' }, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
