import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { negotiationView } from '../dataspace/negotiation-desk';
import { policyOf } from '../dataspace/offer';
import type { Offer } from '../dataspace/offer-store';
import type { Kind, StepName } from '../dataspace/protocol';
import { transferView } from '../dataspace/transfer-desk';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { termsOf } from './grants';
import { negotiationRequest, offerPage, offerRequest, stepRequest, transferStart } from './negotiation-schemas';
import { page, reasonOnly } from './schemas';

/** The words of our own API for the steps of the protocol. */
export const NEGOTIATION_WORDS = {
  counter: 'counter',
  accept: 'accept',
  verify: 'verify',
  offer: 'offer',
  agree: 'agree',
  finalize: 'finalize',
  terminate: 'terminateNegotiation',
} as const satisfies Readonly<Record<string, StepName>>;
export const TRANSFER_WORDS = {
  start: 'start',
  suspend: 'suspend',
  complete: 'complete',
  terminate: 'terminateTransfer',
} as const satisfies Readonly<Record<string, StepName>>;

const VIEWS = { negotiation: negotiationView, transfer: transferView } as const;

/** Offers, and what an organisation's own people decide about negotiations and transfers; the other side speaks in dataspace.ts. */
export function negotiationRoutes(gateway: Gateway): Router {
  const router = Router();

  router.post('/v1/offers', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'offer.publish');
    const { offer, resource, reason, ...asked } = parseWith(offerRequest, request.body);
    const wanted = termsOf(asked);
    const made = await gateway.dataspace.offers.publish(organisation, offer, resource, wanted, { keyId, why: reason });
    response.status(201).json(offerView(made));
  });

  router.get('/v1/offers', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { resource } = parseWith(offerPage, request.query);
    // One resource has few offers (MAX_OFFERS): there is no second page.
    response.json({ items: gateway.dataspace.offers.ofResource(resource).map(offerView), next: null });
  });

  router.post('/v1/offers/:offer/withdraw', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'offer.publish');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    await gateway.dataspace.offers.withdraw(organisation, request.params.offer, { keyId, why: reason });
    response.json({ offer: request.params.offer, withdrawn: true });
  });

  router.post('/v1/negotiations', async (request, response) => {
    const { organisation } = requirePrincipal(request, 'negotiation.take-part');
    const asked = parseWith(negotiationRequest, request.body);
    response.status(201).json(negotiationView(await gateway.dataspace.negotiations.request(organisation, asked)));
  });

  router.post('/v1/transfers', async (request, response) => {
    const { organisation } = requirePrincipal(request, 'negotiation.take-part');
    const asked = parseWith(transferStart, request.body);
    response.status(201).json(transferView(await gateway.dataspace.transfers.request(organisation, asked)));
  });

  for (const [word, name] of Object.entries(NEGOTIATION_WORDS)) {
    router.post(`/v1/negotiations/:negotiation/${word}`, async (request, response) => {
      const { organisation, keyId } = requirePrincipal(request, 'negotiation.take-part');
      const words = parseWith(stepRequest, request.body);
      const { processes, negotiations } = gateway.dataspace;
      const process = processes.own('negotiation', organisation, request.params.negotiation);
      await negotiations.take(process, name, words, { keyId, why: words.reason });
      response.json(negotiationView(processes.own('negotiation', organisation, process.pid)));
    });
  }

  for (const [word, name] of Object.entries(TRANSFER_WORDS)) {
    router.post(`/v1/transfers/:transfer/${word}`, async (request, response) => {
      const { organisation } = requirePrincipal(request, 'negotiation.take-part');
      const { reason } = parseWith(reasonOnly, request.body);
      const { processes, transfers } = gateway.dataspace;
      const process = processes.own('transfer', organisation, request.params.transfer);
      await transfers.take(process, name, reason);
      response.json(transferView(processes.own('transfer', organisation, process.pid)));
    });
  }

  const show = (kind: Kind, plural: string): void => {
    router.get(`/v1/${plural}`, (request, response) => {
      const { organisation } = requirePrincipal(request, 'negotiation.take-part');
      const { after, limit } = parseWith(page, request.query);
      const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after);
      const found = gateway.dataspace.store.list(kind, organisation, before, limit);
      const next = found.length < limit ? null : String(found.at(-1)?.place);
      response.json({ items: found.map(({ place: _, ...process }) => VIEWS[kind](process)), next });
    });
    router.get(`/v1/${plural}/:${kind}`, (request, response) => {
      const { organisation } = requirePrincipal(request, 'negotiation.take-part');
      const pid = (request.params as Readonly<Record<string, string>>)[kind];
      if (pid === undefined) throw new LedgerError('FIELD_INVALID', { path: `/${kind}` });
      response.json(VIEWS[kind](gateway.dataspace.processes.own(kind, organisation, pid)));
    });
  };
  show('negotiation', 'negotiations');
  show('transfer', 'transfers');

  router.use(auditRefusals(gateway, 'sharing'));
  return router;
}

function offerView({ offer, provider, resource, terms, sequence }: Offer): Readonly<Record<string, unknown>> {
  const { right, until, terms: private_ } = terms;
  return { offer, provider, resource, right, until, terms: private_, policy: policyOf(terms), sequence };
}
