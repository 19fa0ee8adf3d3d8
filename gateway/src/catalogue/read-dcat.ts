import {
  DATA_CLASSES,
  DATA_GRADES,
  hasher,
  isIdentifier,
  LedgerError,
  SECTORS,
  TAG_FAMILIES,
  type DataClass,
  type DataGrade,
  type Sector,
  type TagFamily,
} from '@lianpiao/chaincode/domain';
import { DCAT_CONTEXT } from './write-dcat';

/** Datasets of one import. */
const MAX_DATASETS = 500;
const MAX_TEXT = 2000;
const MAX_TITLE = 200;
const MAX_TAGS = 20;

type Node = Readonly<Record<string, unknown>>;
type Tags = Readonly<Record<TagFamily, readonly string[]>>;

/** What a dataset of a foreign catalogue says of itself; what it does not say, the importer has to. */
export interface ReadDataset {
  /** Its identifier there. */
  readonly id: string;
  /** Its id here: its own where that is one, otherwise made of catalogue and identifier. */
  readonly entry: string;
  readonly title: string;
  readonly description: string | null;
  readonly datum: string | undefined;
  readonly grade: DataGrade | undefined;
  readonly class: DataClass | undefined;
  readonly sector: Sector | undefined;
  readonly tags: Tags | undefined;
}

/**
 * The datasets of a DCAT document in JSON-LD: a catalogue, a graph, or one dataset. Contexts are read where they stand
 * inside the document; one that stands elsewhere is refused, and never fetched.
 * @throws LedgerError DCAT_MALFORMED.
 */
export function readDcat(document: unknown, catalogue: string): ReadDataset[] {
  const top = nodeOf(document, '');
  const terms = termsOf(top['@context']);
  const nodes = [top, ...listOf(top['@graph'])].map((node) => expand(nodeOf(node, '/@graph'), terms));
  const datasets = nodes.flatMap((node) =>
    isA(node, 'Dataset', terms) ? [node] : listOf(node[DATASET]).map((each) => expand(nodeOf(each, '/dcat:dataset'), terms)),
  );
  const described = datasets.filter((node) => node[`${DCT}title`] !== undefined);
  if (described.length === 0) throw malformed('', 'a dataset with a title');
  if (described.length > MAX_DATASETS) throw malformed('', `at most ${String(MAX_DATASETS)} datasets`);
  return described.map((node, index) => datasetOf(node, catalogue, index));
}

const DCT = DCAT_CONTEXT.dct;
const DCAT = DCAT_CONTEXT.dcat;
const LP = DCAT_CONTEXT.lp;
const DATASET = `${DCAT}dataset`;

function datasetOf(node: Node, catalogue: string, index: number): ReadDataset {
  const title = textOf(node[`${DCT}title`]);
  if (title === undefined) throw malformed(`/${String(index)}/title`, 'a title');
  const id = textOf(node[`${DCT}identifier`]) ?? textOf(node['@id']) ?? title;
  const ours: boolean = isIdentifier(id);
  const grade = Number(textOf(node[`${LP}grade`]));
  const theme = textOf(node[`${DCAT}theme`])?.split(/[:/#]/).at(-1);
  const dataClass = textOf(node[`${LP}class`]);
  return {
    id,
    entry: ours ? id : `import-${hasher().sha256(`${catalogue}\n${id}`).slice(0, 24)}`,
    title: title.slice(0, MAX_TITLE),
    description: textOf(node[`${DCT}description`])?.slice(0, MAX_TEXT) ?? null,
    datum: textOf(node[`${LP}datum`]),
    grade: DATA_GRADES.find((each) => each === grade),
    class: DATA_CLASSES.find((each) => each === dataClass),
    sector: SECTORS.find((each) => each === theme),
    tags: tagsOf(node),
  };
}

/** Tags of our families; a foreign catalogue has none, and its keywords belong to none of them. */
function tagsOf(node: Node): Tags | undefined {
  const families = TAG_FAMILIES.map((family): [TagFamily, string[]] => [family, textsOf(node[`${LP}${family}`])]);
  return families.every(([, tags]) => tags.length > 0) ? (Object.fromEntries(families) as unknown as Tags) : undefined;
}

/** Terms and prefixes of contexts that stand in the document. */
function termsOf(context: unknown): ReadonlyMap<string, string> {
  const terms = new Map<string, string>(Object.entries(DCAT_CONTEXT));
  for (const part of listOf(context)) {
    if (typeof part !== 'object' || part === null) throw malformed('/@context', 'a context inside the document; none is fetched');
    for (const [term, meaning] of Object.entries(part)) {
      const iri = typeof meaning === 'string' ? meaning : (meaning as Node | null)?.['@id'];
      if (term === '@import') throw malformed('/@context', 'a context inside the document; none is fetched');
      if (typeof iri === 'string') terms.set(term, iri);
    }
  }
  return terms;
}

/** The node with its members under their full names (IRIs). */
function expand(node: Node, terms: ReadonlyMap<string, string>): Node {
  if (typeof node['@context'] === 'string') throw malformed('/@context', 'a context inside the document; none is fetched');
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [expandName(key, terms), value]));
}

function expandName(name: string, terms: ReadonlyMap<string, string>, depth = 0): string {
  if (name.startsWith('@') || depth > 2) return name;
  const known = terms.get(name);
  if (known !== undefined) return known === name ? name : expandName(known, terms, depth + 1);
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? undefined : terms.get(name.slice(0, colon));
  return prefix === undefined || name.startsWith('//', colon + 1) ? name : prefix + name.slice(colon + 1);
}

function isA(node: Node, kind: string, terms: ReadonlyMap<string, string>): boolean {
  return listOf(node['@type']).some((type) => typeof type === 'string' && expandName(type, terms) === `${DCAT}${kind}`);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** The texts of a value: plain, typed, by language (Chinese first), or the id of a node. */
function textsOf(value: unknown): string[] {
  const texts = listOf(value).flatMap((each) => {
    if (typeof each === 'string') return [each];
    if (typeof each === 'number') return [String(each)];
    const { '@value': plain, '@id': id } = (each ?? {}) as Node;
    return [plain ?? id].filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
  });
  return texts.filter((text) => text.trim() !== '' && text.isWellFormed()).slice(0, MAX_TAGS);
}

function textOf(value: unknown): string | undefined {
  const chinese = listOf(value).filter((each) => {
    const language = (each as Node | null)?.['@language'];
    return typeof language === 'string' && language.startsWith('zh');
  });
  return textsOf(chinese.length > 0 ? chinese : value)[0]?.trim();
}

function nodeOf(value: unknown, path: string): Node {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(path, 'an object');
  return value as Node;
}

function malformed(path: string, wanted: string): LedgerError {
  return new LedgerError('DCAT_MALFORMED', { path: `/document${path}`, wanted });
}
