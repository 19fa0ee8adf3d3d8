// Reads the change feed to its end. Keep the cursor in your database, in the same transaction as what you made of the changes.
import { createClient } from '@lianpiao/gateway/client';

const { GATEWAY = 'http://localhost:3000', KEY = '', CURSOR = '0' } = process.env;
const client = createClient({ gateway: GATEWAY, apiKey: KEY });

async function main(): Promise<void> {
  let after = CURSOR;
  for (let more = true; more;) {
    const { data, error } = await client.GET('/v1/changes', { params: { query: { after } } });
    if (error !== undefined) throw new Error(error.code);
    for (const change of data.items) console.log(`${change.cursor} ${change.type}`);
    after = data.cursor;
    more = data.more;
  }
  console.log(`cursor ${after}`);
}

void main();
