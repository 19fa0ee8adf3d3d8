import { isErrorCode, LedgerError, type EntryFacts, type ErrorDetail } from '@lianpiao/chaincode/domain';
import type { Access } from './credentials';
import { callApi, callLines } from './http-call';
import type { ReportAnswer, ReportSink, TillBook } from '../till';

const WHY = 'reported by the till';

interface AnswerLine {
  readonly invoice?: { readonly number: string; readonly receipt: { readonly entry: string } };
  readonly error?: Readonly<Record<string, unknown>>;
}

/** The gateway as a till reaches it over the network. */
export function gatewaySink({ gateway, apiKey }: Access, till: string): ReportSink {
  const url = `${gateway}/v1/tills/${till}`;
  return {
    async send(lines) {
      const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      const { text } = await callLines({ url: `${url}/reports`, apiKey, body });
      const answers = text.split('\n').filter((line) => line !== '');
      return answers.map((line) => answerOf(JSON.parse(line) as AnswerLine));
    },
    async close(facts) {
      const { type: _, till: __, ...body } = facts as Extract<EntryFacts, { readonly type: 'outage.closed' }>;
      await callApi({ method: 'POST', url: `${url}/outages`, apiKey, body: { ...body, reason: WHY } });
    },
    book: () => fetchBook({ gateway, apiKey }, till),
  };
}

/** What a till has to know of the ledger. @throws LedgerError of a refusal, or DEADLINE_EXCEEDED. */
export async function fetchBook({ gateway, apiKey }: Access, till: string): Promise<TillBook> {
  const { text } = await callApi({ method: 'GET', url: `${gateway}/v1/tills/${till}/book`, apiKey });
  return JSON.parse(text) as TillBook;
}

/** @throws LedgerError for a fault of the server: the invoice may be sent again. */
function answerOf({ invoice, error }: AnswerLine): ReportAnswer {
  if (invoice !== undefined) {
    const { time } = JSON.parse(invoice.receipt.entry) as { readonly time: string };
    return { number: invoice.number, recordedAt: time };
  }
  const code = error?.['code'];
  if (typeof code !== 'string' || !isErrorCode(code)) throw new LedgerError('INTERNAL', { found: 'an answer without a code' });
  const detail: ErrorDetail = Object.fromEntries(
    (['path', 'rule', 'found', 'wanted'] as const).flatMap((name) =>
      typeof error?.[name] === 'string' ? [[name, error[name]]] : [],
    ),
  );
  const refusal = new LedgerError(code, detail);
  // No verdict on the invoice: another try may bring one.
  if (refusal.status >= 500) throw refusal;
  return { code, detail };
}
