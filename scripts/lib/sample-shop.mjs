/**
 * The sample shop and its payment provider, beside a running gateway, until Ctrl-C:
 *
 *   node scripts/lib/sample-shop.mjs [CREDENTIALS]     (./data/demo-credentials.json when absent; till demo-till-1)
 *
 * It says how to order and how to pay.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { startPaymentProvider } = require('./sample-shop/payment-provider.cjs');
const { startSampleShop } = require('./sample-shop/shop.cjs');

const [file = './data/demo-credentials.json'] = process.argv.slice(2);
const { gateway, merchant } = JSON.parse(readFileSync(file, 'utf8'));
const secret = `whsec_${randomBytes(32).toString('base64')}`;
const shop = await startSampleShop({ gateway, apiKey: merchant.apiKey, till: 'demo-till-1', secret });
const provider = await startPaymentProvider({ webhook: shop.webhook, secret, copies: 2 });
const json = `-H 'content-type: application/json'`;
console.log(`order   curl -s ${shop.url}/orders ${json} -d '{"items":[{"goods":"rice","quantity":"2"}]}'`);
console.log(`pay     curl -s ${provider.url}/payments ${json} -d '{"order":"ID","amount":"109.00"}'`);
console.log(`see     curl -s ${shop.url}/orders/ID`);
process.on('SIGINT', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
