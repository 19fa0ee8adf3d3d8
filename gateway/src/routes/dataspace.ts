import { ERROR_CODES, isIdentifier, LedgerError } from '@lianpiao/chaincode/domain';
import { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import {
  anyMessage,
  catalogueRequest,
  contractRequest,
  errorMessageOf,
  processMessageOf,
  readMessage,
  transferRequest,
} from '../dataspace/messages';
import { idsOf } from '../dataspace/process-desk';
import type { Process } from '../dataspace/process-store';
import {
  DSP_CONTEXT,
  DSP_PATH,
  DSP_VERSION,
  otherSide,
  PLURAL,
  STEPS,
  type Kind,
  type Step,
  type StepName,
} from '../dataspace/protocol';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { setRefusalHeaders, toLedgerError } from '../middleware/problem';
import { logFault } from '../middleware/request-log';
import { dataspacePage } from './negotiation-schemas';

const steps = Object.entries(STEPS) as [StepName, Step][];

/** The Dataspace Protocol 2025-1 over HTTP, for connectors of other organisations. Ours speak in negotiations.ts. */
export function dataspaceRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/.well-known/dspace-version', (_request, response) => {
    response.json({ protocolVersions: [{ version: DSP_VERSION, path: DSP_PATH, binding: 'HTTPS' }] });
  });

  router.post(`${DSP_PATH}/catalog/request`, (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    readMessage(catalogueRequest, 'CatalogRequestMessage', request.body);
    const { after = '' } = parseWith(dataspacePage, request.query);
    const { catalogue, next } = gateway.dataspace.catalogue.page(after);
    if (next !== undefined) response.setHeader('Link', `<${DSP_PATH}/catalog/request?after=${next}>; rel="next"`);
    response.json(catalogue);
  });

  router.get(`${DSP_PATH}/catalog/datasets/:dataset`, (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { dataset } = request.params;
    const found = isIdentifier(dataset) ? gateway.dataspace.catalogue.dataset(dataset) : undefined;
    if (found === undefined) throw new LedgerError('RESOURCE_UNKNOWN');
    response.json({ ...catalogueContext, ...found });
  });

  router.post(`${DSP_PATH}/negotiations/request`, (request, response) => {
    const { organisation } = requirePrincipal(request, 'negotiation.take-part');
    const message = readMessage(contractRequest, 'ContractRequestMessage', request.body);
    sendProcess(response, gateway.dataspace.negotiations.requested(organisation, message), 201);
  });

  router.post(`${DSP_PATH}/transfers/request`, (request, response) => {
    const principal = requirePrincipal(request, 'negotiation.take-part');
    const message = readMessage(transferRequest, 'TransferRequestMessage', request.body);
    sendProcess(response, gateway.dataspace.transfers.requested(principal, message), 201);
  });

  for (const kind of ['negotiation', 'transfer'] as const) {
    const base = `${DSP_PATH}/${PLURAL[kind]}/:${kind}`;
    router.get(base, (request, response) => {
      sendProcess(response, processOf(gateway, kind, request), 200);
    });
    for (const path of new Set(steps.filter(([, step]) => step.kind === kind).map(([, step]) => step.path))) {
      router.post(`${base}/${path}`, (request, response) => {
        const process = processOf(gateway, kind, request);
        response.locals['pids'] = idsOf(process);
        const name = stepOf(process, path, request);
        const message = readMessage(anyMessage, STEPS[name].message, request.body);
        const desk = kind === 'negotiation' ? gateway.dataspace.negotiations : gateway.dataspace.transfers;
        desk.received(process, name, message);
        response.status(200).end();
      });
    }
  }

  router.use(DSP_PATH, auditRefusals(gateway, 'sharing'), refuseInProtocol(gateway));
  return router;
}

const catalogueContext = { '@context': [DSP_CONTEXT] } as const;

/** A process of one of our organisations with the caller on the other side. */
function processOf(gateway: Gateway, kind: Kind, request: Request): Process {
  const { organisation } = requirePrincipal(request, 'negotiation.take-part');
  return gateway.dataspace.processes.ofPeer(kind, organisation, String(request.params[kind]));
}

/** Which step the other side takes: events share a path. @throws LedgerError FIELD_INVALID. */
function stepOf(process: Process, path: string, request: Request): StepName {
  const event = (request.body as { readonly eventType?: unknown } | undefined)?.eventType;
  const theirs = otherSide(process.side);
  const found = steps.find(
    ([, step]) =>
      step.kind === process.kind &&
      step.path === path &&
      theirs in step.from &&
      (step.event === undefined || step.event === event),
  );
  if (found === undefined)
    throw new LedgerError('MESSAGE_MISMATCH', { path: '/eventType', wanted: `a message of the ${theirs}` });
  return found[0];
}

function sendProcess(response: Response, process: Process, status: number): void {
  response.status(status).json(processMessageOf(process.kind, idsOf(process), process.state));
}

/** Refusals in the protocol's own form, with our code and both languages. */
function refuseInProtocol(gateway: Gateway): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const refusal = toLedgerError(error);
    if (refusal.code === 'INTERNAL') logFault(gateway.logger, request, error);
    const { status, en, zh } = ERROR_CODES[refusal.code];
    const kind = request.path.startsWith('/negotiations') ? 'negotiation' : 'transfer';
    const pids = (response.locals['pids'] ?? {}) as { providerPid?: string; consumerPid?: string };
    const detail = Object.keys(refusal.detail).length === 0 ? [] : [JSON.stringify(refusal.detail)];
    const of = request.path.startsWith('/catalog') ? 'catalogue' : kind;
    setRefusalHeaders(request, response, refusal.code);
    response.status(status).json(errorMessageOf(of, refusal.code, [en, zh, ...detail], pids));
  };
}
