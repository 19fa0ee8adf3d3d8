import { TAG_FAMILIES, type Openness } from '@lianpiao/chaincode/domain';
import type { FoundEntry } from '../stores/directory-search';

/** Prefixes of the document; it names no context of elsewhere, so nobody has to fetch one to read it. */
export const DCAT_CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  lp: 'urn:lianpiao:directory:',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** Access rights in the words of the EU's authority table, which DCAT application profiles use. */
const ACCESS = 'http://publications.europa.eu/resource/authority/access-right/';
const ACCESS_RIGHTS: Readonly<Record<Openness, string>> = {
  open: 'PUBLIC',
  conditional: 'RESTRICTED',
  closed: 'NON_PUBLIC',
};

/** A page of the directory as a `dcat:Catalog` (W3C DCAT 3, Recommendation 2024-08-22) in JSON-LD 1.1. */
export function writeDcat(
  entries: readonly FoundEntry[],
  options: { readonly url: string; readonly title: string; readonly resourcesOf: (entry: string) => readonly string[] },
): object {
  return {
    '@context': DCAT_CONTEXT,
    '@id': options.url,
    '@type': 'dcat:Catalog',
    'dct:title': options.title,
    'dcat:dataset': entries.map((entry) => datasetOf(entry, options.url, options.resourcesOf(entry.entry))),
  };
}

function datasetOf({ entry, state, about, updated }: FoundEntry, url: string, resources: readonly string[]): object {
  return {
    '@id': entryIri(entry),
    '@type': 'dcat:Dataset',
    'dct:identifier': entry,
    'dct:title': { '@value': about.title, '@language': 'zh' },
    ...(about.description === null ? {} : { 'dct:description': { '@value': about.description, '@language': 'zh' } }),
    'dct:publisher': { '@id': `urn:lianpiao:organisation:${state.owner}` },
    'dct:modified': { '@value': updated, '@type': 'xsd:dateTime' },
    'dct:accessRights': { '@id': `${ACCESS}${ACCESS_RIGHTS[state.openness]}` },
    'dcat:version': String(state.version),
    'dcat:theme': { '@id': `urn:lianpiao:sector:${state.sector}` },
    'dcat:keyword': TAG_FAMILIES.flatMap((family) => about.tags[family]),
    ...(state.source === undefined ? {} : { 'dct:source': { '@id': entryIri(state.source) } }),
    ...(state.schema === undefined
      ? {}
      : { 'dct:conformsTo': { '@id': `urn:lianpiao:schema:${state.schema}:${String(state.schemaVersion ?? 1)}` } }),
    'dcat:distribution': resources.map((resource) => ({
      '@type': 'dcat:Distribution',
      'dct:identifier': resource,
      'dcat:accessURL': { '@id': new URL(`/v1/catalogue/${resource}`, url).href },
    })),
    'lp:datum': about.datum,
    'lp:duty': state.duty,
    'lp:grade': state.grade,
    'lp:class': state.class,
    'lp:stage': state.stage,
    ...Object.fromEntries(TAG_FAMILIES.map((family) => [`lp:${family}`, about.tags[family]])),
  };
}

function entryIri(entry: string): string {
  return `urn:lianpiao:entry:${entry}`;
}
