import {
  canonicalJson,
  LedgerError,
  parseStrictJson,
  stateKeys,
  type CatalogueEntryState,
  type JsonValue,
} from '@lianpiao/chaincode/domain';
import { Router, type Response } from 'express';
import type { Publication } from '../catalogue/directory-desk';
import { incompleteCsv } from '../catalogue/incomplete-csv';
import { readDcat, type ReadDataset } from '../catalogue/read-dcat';
import { writeDcat } from '../catalogue/write-dcat';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { readerOf, requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { toLedgerError } from '../middleware/problem';
import type { FoundEntry } from '../stores/directory-search';
import { dcatImport, idPage, openRead } from './directory-schemas';
import { conditions } from './grant-schemas';

/** Datasets of an import that wait for the ledger together. */
const SIDE_BY_SIDE = 128;

type Defaults = ReturnType<(typeof dcatImport)['parse']>['defaults'];

/** The directory as DCAT 3, in and out; what is incomplete as CSV; open data without a grant. */
export function dcatRoutes(gateway: Gateway): Router {
  const router = Router();
  const { desk, reader, openReads } = gateway.sharing.directory;
  const base = gateway.config.publicUrl;
  /** What a catalogue does not speak of stays as it is, when an entry is imported again. */
  const keptOf = (entry: string): Partial<CatalogueEntryState> =>
    (gateway.ledger.state(stateKeys.catalogue(entry)) as CatalogueEntryState | undefined) ?? {};

  router.get('/v1/catalogue/dcat', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { after = '', limit } = parseWith(idPage, request.query);
    const entries = reader.list(after, limit);
    const url = new URL('/v1/catalogue/dcat', base).href;
    const resourcesOf = (entry: string): string[] => reader.resources(entry).map(({ resource }) => resource);
    linkNext(response, url, entries, limit);
    response.type('application/ld+json').send(JSON.stringify(writeDcat(entries, { url, title: '数据目录', resourcesOf })));
  });

  router.post('/v1/catalogue/dcat', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'catalogue.publish');
    const { catalogue, defaults, document, reason } = parseWith(dcatImport, request.body);
    const importOne = async (dataset: ReadDataset): Promise<object> => {
      const { id, entry } = dataset;
      try {
        const kept = keptOf(entry);
        const publication = publicationOf(dataset, catalogue, { ...defaults, ...kept });
        const before = kept.owner === organisation ? reader.entry(entry) : undefined;
        // An import that is repeated publishes nothing twice.
        const same = before !== undefined && said(publication) === said({ ...before.state, about: before.about });
        const { sequence } = same ? before.published : await desk.publish(organisation, publication, { keyId, why: reason });
        return { id, entry, sequence };
      } catch (error) {
        // One that is refused harms no neighbour; a fault of ours ends the import.
        if (!(error instanceof LedgerError)) throw error;
        const { code, detail } = toLedgerError(error);
        return { id, entry, code, ...(detail.path === undefined ? {} : { path: detail.path }) };
      }
    };
    const items: object[] = [];
    for (const run of runsOf(readDcat(document, catalogue))) items.push(...(await Promise.all(run.map(importOne))));
    response.json({ items });
  });

  router.get('/v1/catalogue/incomplete', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { after = '', limit } = parseWith(idPage, request.query);
    const entries = reader.list(after, limit);
    const placed = new Map(entries.map(({ entry }) => [entry, reader.resources(entry)]));
    linkNext(response, new URL('/v1/catalogue/incomplete', base).href, entries, limit);
    const text = incompleteCsv(entries, {
      hasResource: (entry) => (placed.get(entry) ?? []).length > 0,
      works: (entry) => (placed.get(entry) ?? []).some(({ probe, quarantined }) => probe?.outcome === 'works' && !quarantined),
    });
    response.type('text/csv; charset=utf-8').send(text);
  });

  router.get('/v1/catalogue/:resource/rows', async (request, response) => {
    const principal = readerOf(request);
    const { fields, where, after, limit } = parseWith(openRead, request.query);
    const { rows, next } = await openReads.page({
      resource: request.params.resource,
      principal,
      fields: fields?.split(','),
      where: where === undefined ? [] : parseWith(conditions, readWhere(where)),
      after,
      limit,
    });
    // The rows are JSON texts already.
    response.type('application/json').send(`{"items":[${rows.join(',')}],"next":${JSON.stringify(next ?? null)}}`);
  });

  router.use(auditRefusals(gateway, 'sharing'));
  return router;
}

/** What a catalogue says of an entry, to be compared; the rest stays as it is ({@link publicationOf}). */
function said(of: Pick<Publication, 'about' | 'class' | 'grade' | 'sector'>): string {
  return canonicalJson([of.class, of.grade, of.sector, of.about as unknown as JsonValue]);
}

/** RFC 8288: where a document has no place for a cursor of ours, the header has. */
function linkNext(response: Response, url: string, entries: readonly FoundEntry[], limit: number): void {
  const last = entries.at(-1);
  if (entries.length < limit || last === undefined) return;
  response.set('Link', `<${url}?after=${last.entry}&limit=${String(limit)}>; rel="next"`);
}

/** Datasets that are published side by side, in one ledger transaction where the ledger has that; an entry's next version comes after. */
function runsOf(datasets: readonly ReadDataset[]): ReadDataset[][] {
  const runs: ReadDataset[][] = [];
  let entries = new Set<string>();
  for (const dataset of datasets) {
    if (runs.length === 0 || entries.size >= SIDE_BY_SIDE || entries.has(dataset.entry)) {
      runs.push([]);
      entries = new Set();
    }
    entries.add(dataset.entry);
    runs.at(-1)?.push(dataset);
  }
  return runs;
}

function publicationOf(dataset: ReadDataset, catalogue: string, defaults: Defaults & Partial<CatalogueEntryState>): Publication {
  return {
    entry: dataset.entry,
    version: undefined,
    duty: defaults.duty,
    steward: defaults.steward,
    source: defaults.source,
    grade: dataset.grade ?? defaults.grade,
    class: dataset.class ?? defaults.class,
    openness: defaults.openness,
    sector: dataset.sector ?? defaults.sector,
    stage: defaults.stage ?? 'shared',
    schema: defaults.schema,
    schemaVersion: defaults.schemaVersion,
    evidence: defaults.evidence,
    about: {
      title: dataset.title,
      description: dataset.description,
      tags: dataset.tags ?? defaults.tags,
      datum: dataset.datum ?? `${catalogue} ${dataset.id}`,
      imported: { catalogue, id: dataset.id },
    },
  };
}

function readWhere(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (cause) {
    throw new LedgerError('FILTER_INVALID', { path: '/where', wanted: 'a list of conditions as JSON text' }, { cause });
  }
}
