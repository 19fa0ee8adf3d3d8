/** Yardstick: Express with its JSON parser, which sends back what it got; and a GET that answers a small object. */
import { createRequire } from 'node:module';

const express = createRequire(import.meta.url)('express');
const { port } = JSON.parse(process.argv[2]);
const app = express();
app.use(express.json({ limit: '1mb' }));
app.post('/echo', (request, response) => response.json(request.body));
app.get('/echo/:number', (request, response) => response.json({ number: request.params.number, status: 'issued' }));
app.listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
