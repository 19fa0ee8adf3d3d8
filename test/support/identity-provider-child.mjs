// An identity provider on loopback, in a process of its own: its library is an ES module, which jest does not load. Whoever asks to
// sign in is signed in at once, as the person that was named last.
//   PUT  /person          claims of whoever signs in next
//   POST /access-token    { header, claims, without, expiresIn } -> an access token (RFC 9068), with what is given instead of what is right
// The address of the provider and of these two are printed as JSON.
import { createServer } from 'node:http';
import { OAuth2Server } from 'oauth2-mock-server';

const DAY_S = 86_400;
const provider = new OAuth2Server();
await provider.issuer.keys.generate('RS256');
await provider.start(0, '127.0.0.1');

let person = { sub: 'nobody' };
provider.service.on('beforeTokenSigning', ({ payload }) => {
  Object.assign(payload, person);
});

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

const control = createServer(async (request, response) => {
  const body = await bodyOf(request);
  if (request.url === '/person') {
    person = body;
    response.end();
    return;
  }
  const token = await provider.issuer.buildToken({
    expiresIn: body.expiresIn ?? DAY_S,
    scopesOrTransform: (header, payload) => {
      Object.assign(header, { typ: 'at+jwt', ...body.header });
      Object.assign(payload, { client_id: 'cli', jti: 'one', ...body.claims });
      for (const name of body.without ?? []) delete payload[name];
    },
  });
  response.end(token);
});
control.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ issuer: provider.issuer.url, control: `http://127.0.0.1:${control.address().port}` }));
});
process.once('SIGTERM', () => process.exit(0));
