/**
 * A tiny payment provider: takes payments for orders and tells the shop by a signed webhook (Standard Webhooks), at least
 * once. A receiver that does not answer 2xx is told again, ever more slowly, and given up after a while.
 */
const { createServer } = require('node:http');
const { randomUUID } = require('node:crypto');
const { Webhook } = require('standardwebhooks');

const DEADLINE_MS = 10_000;
const FIRST_PAUSE_MS = 200;
const MAX_ATTEMPTS = 8;

/** @param options.webhook where payments are told, `secret` signs them (`whsec_…`), `copies` how often each is told. */
async function startPaymentProvider({ webhook, secret, copies = 1 }) {
  const payments = new Map();
  const underWay = new Set();
  let stopped = false;

  async function tell(message) {
    for (let attempt = 0; attempt < MAX_ATTEMPTS && !stopped; attempt += 1) {
      const at = new Date();
      const headers = {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(message.id, at, message.body),
      };
      const answer = await fetch(webhook, {
        method: 'POST',
        headers,
        body: message.body,
        signal: AbortSignal.timeout(DEADLINE_MS),
      }).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt));
    }
  }

  function tellLater(message) {
    const telling = tell(message).finally(() => underWay.delete(telling));
    underWay.add(telling);
  }

  /** The customer pays: `POST /payments` with order and amount. */
  function pay({ order, amount }) {
    const payment = { id: `pay_${randomUUID()}`, order, amount, paidAt: new Date().toISOString() };
    payments.set(payment.id, payment);
    const message = {
      id: `msg_${payment.id}`,
      body: JSON.stringify({ type: 'payment.succeeded', timestamp: payment.paidAt, data: payment }),
    };
    for (let copy = 0; copy < copies; copy += 1) tellLater(message);
    return payment;
  }

  const server = createServer(async (request, response) => {
    if (request.method !== 'POST' || request.url !== '/payments') return response.writeHead(404).end();
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    response.writeHead(201, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(pay(JSON.parse(Buffer.concat(chunks).toString('utf8')))));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    pay,
    /** Until every message was taken or given up. */
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: async () => {
      stopped = true;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

module.exports = { startPaymentProvider };
