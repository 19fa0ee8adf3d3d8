import http from 'node:http';
import type { Findings } from './findings';
import { saleKey, type Operation, type Sale } from './sales';

/** A final answer that a client got. */
export interface Told {
  readonly sale: Sale;
  readonly status: 200 | 201 | 409;
  /** Text of the invoice; of the existing one for a conflict. */
  readonly invoice: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const REFUSED_PAUSE_MS = 20;
const BUSY_PAUSE_MS = 50;
const ANSWER_DEADLINE_MS = 15_000;
const IN_FLIGHT = 64;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Answer {
  readonly status: number;
  readonly text: string;
  /** True when the connection broke before the answer's end. */
  readonly broken: boolean;
}

/** The tills of the sellers: they send what is due, repeat what broke until it is answered, and remember every answer. */
export class Clients {
  readonly told: Told[] = [];
  /** The first invoice text told for a seller's reference: everything later is compared with it. */
  readonly invoices = new Map<string, string>();
  freshSent = 0;
  linesSent = 0;
  retries = 0;
  mostWaiting = 0;

  readonly #url: URL;
  readonly #apiKeys: readonly string[];
  readonly #findings: Findings;
  readonly #agent = new http.Agent({ keepAlive: true });
  readonly #inFlightLimit: number;
  readonly #waiting: Operation[] = [];
  /** References whose creation was told: any further answer says that it was there. */
  readonly #created = new Set<string>();
  #inFlight = 0;
  #stopped = false;

  /** @param inFlight how many operations are under way at most, a connection each. */
  constructor(url: string, apiKeys: readonly string[], findings: Findings, inFlight = IN_FLIGHT) {
    this.#inFlightLimit = inFlight;
    this.#url = new URL(url);
    this.#apiKeys = apiKeys;
    this.#findings = findings;
  }

  /** Takes an operation that is due; it is sent as soon as a connection is free. */
  take(operation: Operation): void {
    this.freshSent += operation.fresh;
    this.linesSent += operation.sales.length;
    this.#waiting.push(operation);
    this.mostWaiting = Math.max(this.mostWaiting, this.#waiting.length);
    this.#pump();
  }

  /** Waits until everything taken is answered; false when no answer comes any more for so long. */
  async drain(deadlineMs: number): Promise<boolean> {
    let end = Date.now() + deadlineMs;
    let answered = this.told.length;
    while ((this.#waiting.length > 0 || this.#inFlight > 0) && Date.now() < end) {
      await pause(20);
      if (this.told.length > answered) end = Date.now() + deadlineMs;
      answered = this.told.length;
    }
    return this.#waiting.length === 0 && this.#inFlight === 0;
  }

  /** What was not answered is given up. */
  stop(): number {
    const left = this.#waiting.length + this.#inFlight;
    this.#stopped = true;
    this.#waiting.length = 0;
    this.#agent.destroy();
    return left;
  }

  /** Reads as a seller: the answer's text, undefined when it is no success. */
  async read(seller: number, path: string): Promise<string | undefined> {
    const answer = await this.#send('GET', path, seller, undefined, 'application/json');
    return answer.status === 200 && !answer.broken ? answer.text : undefined;
  }

  #pump(): void {
    while (this.#inFlight < this.#inFlightLimit && this.#waiting.length > 0) {
      const operation = this.#waiting.shift()!;
      this.#inFlight += 1;
      void this.#perform(operation).finally(() => {
        this.#inFlight -= 1;
        this.#pump();
      });
    }
  }

  async #perform(operation: Operation): Promise<void> {
    for (let attempt = 1; !this.#stopped; attempt += 1) {
      if (attempt > 1) this.retries += 1;
      const answer = await (operation.batch ? this.#batch(operation) : this.#single(operation));
      if (answer.status === 0 && answer.text === 'ECONNREFUSED') await pause(REFUSED_PAUSE_MS);
      else if (answer.status === 503) await pause(BUSY_PAUSE_MS);
      else if (answer.status !== 0 && !answer.broken) return;
    }
  }

  async #single({ seller, sales }: Operation): Promise<Answer> {
    const sale = sales[0]!;
    const answer = await this.#send('POST', '/v1/invoices', seller, sale.body, 'application/json');
    if (answer.status === 0 || answer.broken || answer.status === 503) return answer;
    const { status, text } = answer;
    if (status === 200 || status === 201) this.#note(sale, status, text);
    else this.#noteRefusal(sale, status, text);
    return answer;
  }

  async #batch({ seller, sales }: Operation): Promise<Answer> {
    const body = sales.map((sale) => sale.body).join('\n');
    const answer = await this.#send('POST', '/v1/invoices/batch', seller, body, 'application/x-ndjson');
    if (answer.status !== 200) {
      if (answer.status !== 0 && answer.status !== 503)
        this.#findings.add('refused', `a batch: ${String(answer.status)} ${answer.text.slice(0, 200)}`);
      return answer;
    }
    // A line that arrived whole was told, even when the connection broke after it.
    const lines = answer.text.split('\n').slice(0, -1);
    let busy = false;
    lines.forEach((line, index) => {
      const sale = sales[index];
      const status = Number(/^\{"line":\d+,"status":(\d+)/.exec(line)?.[1]);
      if (sale === undefined) this.#findings.add('answer', `a batch has more answers than lines: ${line.slice(0, 200)}`);
      else if (status === 200 || status === 201) this.#note(sale, status, memberAtEnd(line, 'invoice'));
      else if (status === 503) busy = true;
      else this.#noteRefusal(sale, status, line);
    });
    if (!answer.broken && lines.length < sales.length) this.#findings.add('answer', 'a batch has fewer answers than lines');
    return busy ? { ...answer, status: 503 } : answer;
  }

  #note(sale: Sale, status: 200 | 201, text: string): void {
    const key = saleKey(sale);
    const known = this.invoices.get(key);
    if (known === undefined) this.invoices.set(key, text);
    else if (known !== text) this.#findings.add('answer', `${key}: first ${known.slice(0, 120)} … then ${text.slice(0, 120)} …`);
    if (status === 201) {
      if (this.#created.has(key)) this.#findings.add('doubled', `${key} was told to be created twice`);
      this.#created.add(key);
    }
    this.told.push({ sale, status, invoice: known === text ? known : text, at: Date.now() });
  }

  #noteRefusal(sale: Sale, status: number, text: string): void {
    if (status === 409 && text.includes('"code":"INVOICE_CONFLICT"') && text.includes(',"existing":{')) {
      const existing = memberAtEnd(text, 'existing');
      const known = this.invoices.get(saleKey(sale));
      this.told.push({ sale, status, invoice: known === existing ? known : existing, at: Date.now() });
    } else this.#findings.add('refused', `${saleKey(sale)} from ${sale.till}: ${String(status)} ${text.slice(0, 300)}`);
  }

  #send(method: string, path: string, seller: number, body: string | undefined, type: string): Promise<Answer> {
    return new Promise((resolve) => {
      const headers = {
        authorization: `Bearer ${this.#apiKeys[seller] ?? ''}`,
        ...(body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
      };
      const { hostname, port } = this.#url;
      const request = http.request({ method, path, hostname, port, headers, agent: this.#agent }, (response) => {
        const status = response.statusCode ?? 0;
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        const finish = (broken: boolean) => (): void => resolve({ status, text: Buffer.concat(chunks).toString('utf8'), broken });
        response.on('end', () => finish(!response.complete)());
        response.on('error', finish(true));
        response.on('close', finish(true));
      });
      request.setTimeout(ANSWER_DEADLINE_MS, () => request.destroy());
      request.on('error', (error: NodeJS.ErrnoException) => resolve({ status: 0, text: error.code ?? '', broken: true }));
      request.end(body);
    });
  }
}

/** The text of the last member of an object, when it is an object and written last. */
function memberAtEnd(text: string, name: string): string {
  const start = text.indexOf(`,"${name}":{`);
  return start < 0 ? '' : text.slice(start + name.length + 4, -1);
}
