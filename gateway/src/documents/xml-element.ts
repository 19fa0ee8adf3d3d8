import { malformed } from './decode-xml-text';

/** A node as fast-xml-parser gives it with preserveOrder: one member named after the tag, and `:@` for attributes. */
export type ParsedNode = Readonly<Record<string, unknown>>;

/** An element with its namespace resolved. */
export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** Namespace name; empty for none. */
  readonly namespace: string;
  /** By the name as written. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Text of the element itself, trimmed; comments and children left out. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

type Scope = ReadonlyMap<string, string>;

const MAX_NAMESPACES = 100;

const QUALIFIED_NAME = /^(?:([^:]+):)?([^:]+)$/;

/** Resolves an element and all below it. @throws LedgerError DOCUMENT_MALFORMED for an undeclared prefix. */
export function resolveElement(node: ParsedNode, outer: Scope): XmlElement {
  const tag = Object.keys(node).find((key) => key !== ':@') ?? '';
  const attributes = new Map(
    Object.entries((node[':@'] ?? {}) as Record<string, string>).map(([key, value]) => [key, decode(value)]),
  );
  const scope = innerScope(attributes, outer);
  const [, prefix = '', name] = QUALIFIED_NAME.exec(tag) ?? [];
  const namespace = scope.get(prefix) ?? (prefix === '' ? '' : undefined);
  if (name === undefined || namespace === undefined) throw malformed('a name whose prefix is not declared');
  const content = (node[tag] ?? []) as readonly ParsedNode[];
  return {
    name,
    namespace,
    attributes,
    text: content.map(ownText).join('').trim(),
    children: content.filter((child) => !isText(child)).map((child) => resolveElement(child, scope)),
  };
}

/** Children of a local name; elements of foreign namespaces are not seen. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first element at a path of local names. */
export function elementAt(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((found, name) => childrenOf(found, name)[0], element);
}

/** The text at a path of local names; undefined when absent or empty. */
export function textAt(element: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  const text = elementAt(element, ...names)?.text;
  return text === '' ? undefined : text;
}

/** The element without descendants of namespaces that are not accepted, such as extensions. */
export function withinNamespaces(element: XmlElement, accepted: ReadonlySet<string>): XmlElement {
  const children = element.children.filter((child) => accepted.has(child.namespace));
  return { ...element, children: children.map((child) => withinNamespaces(child, accepted)) };
}

function isText(node: ParsedNode): boolean {
  return node['#text'] !== undefined || node['#cdata'] !== undefined;
}

function ownText(node: ParsedNode): string {
  const { '#text': text, '#cdata': cdata } = node;
  if (typeof text === 'string') return decode(text);
  // In CDATA nothing is a reference.
  return Array.isArray(cdata)
    ? (cdata as readonly { readonly '#text'?: string }[]).map((part) => part['#text'] ?? '').join('')
    : '';
}

function innerScope(attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
  const declarations = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (declarations.length === 0) return outer;
  const inner = new Map([...outer, ...declarations.map(([key, value]): [string, string] => [key.slice(6), value])]);
  // Every scope is a copy of the one around it: without a limit a document could make us copy for minutes.
  if (inner.size > MAX_NAMESPACES) throw malformed('too many namespaces');
  return inner;
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces the references that XML itself has (4.1, 4.6); no others can be declared here. */
function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[^;&\s]{0,40});?/gi, (whole, name: string) => {
    const character = whole.endsWith(';') ? (characterOf(name) ?? PREDEFINED[name]) : undefined;
    if (character === undefined) throw malformed('a reference to an entity that is not declared');
    return character;
  });
}

function characterOf(name: string): string | undefined {
  const match = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  const allowed = code >= 0x20 ? code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) : [9, 10, 13].includes(code);
  return allowed ? String.fromCodePoint(code) : undefined;
}
