import { LedgerError } from '@lianpiao/chaincode/domain';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeXmlText, malformed } from './decode-xml-text';
import { resolveElement, type ParsedNode, type XmlElement } from './xml-element';

/** Nothing is interpreted: 20-digit numbers stay texts, entities stay as written until they are decoded here. */
const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 64,
});

/**
 * Reads an XML document into elements with resolved namespaces. Without DOCTYPE there are no entities but the five of
 * XML itself and character references.
 * @throws LedgerError DOCUMENT_MALFORMED (not well-formed, not UTF-8, DOCTYPE), BODY_TOO_LARGE.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const nodes = parse(decodeXmlText(bytes));
  const [root, ...others] = nodes.filter((node) => node['#text'] === undefined);
  if (root === undefined || others.length > 0) throw malformed('not exactly one root element');
  return resolveElement(root, new Map());
}

function parse(text: string): readonly ParsedNode[] {
  const verdict = attempt(() => XMLValidator.validate(text));
  if (verdict !== true) throw malformed(`XML that is not well-formed, line ${String(verdict.err.line)}`);
  return attempt(() => PARSER.parse(text) as readonly ParsedNode[]);
}

/** What the parser throws (too deep, a comment without end, a reserved name) says that the document is malformed. */
function attempt<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new LedgerError('DOCUMENT_MALFORMED', { found: 'XML that is not well-formed' }, { cause });
  }
}
