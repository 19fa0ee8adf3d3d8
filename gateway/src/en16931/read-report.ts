import { readXml } from '../documents/xml';
import type { XmlElement } from '../documents/xml-element';
import type { BrokenRule } from './official-rules';

const SVRL = 'http://purl.oclc.org/dsdl/svrl';
/** The prefixes by which people know these namespaces. */
const PREFIXES: readonly (readonly [ending: string, prefix: string])[] = [
  ['CommonAggregateComponents-2', 'cac:'],
  ['CommonBasicComponents-2', 'cbc:'],
  ['CommonExtensionComponents-2', 'ext:'],
];
/** The rules' own code, kilobytes each: nobody reads it. */
const TEST = /\stest="[^"]*"/g;
const STEP = /\*:([\w.-]+)\[namespace-uri\(\)='([^']*)'\](\[\d+\])?/g;

/**
 * Reads a report of Schematron (ISO/IEC 19757-3, annex D: SVRL).
 * @throws Error for one in which no rule was looked at: it would be a report of nothing.
 */
export function readReport(svrl: string): readonly BrokenRule[] {
  const { children } = readXml(new TextEncoder().encode(svrl.replaceAll(TEST, '')));
  const found = (name: string): readonly XmlElement[] =>
    children.filter((child) => child.namespace === SVRL && child.name === name);
  if (found('fired-rule').length === 0) throw new Error('the rules of EN 16931 did not run');
  return found('failed-assert').map((failed) => ({
    rule: failed.attributes.get('id') ?? '',
    severity: failed.attributes.get('flag') === 'warning' ? 'warning' : 'fatal',
    path: shortPath(failed.attributes.get('location') ?? ''),
    text: (failed.children.find(({ name }) => name === 'text')?.text ?? '').replaceAll(/\s+/g, ' '),
  }));
}

/** The XPath of a report, which spells every namespace out, as people write it: /Invoice/cac:InvoiceLine[2]. */
function shortPath(location: string): string {
  return location.replaceAll(STEP, (_step, name: string, namespace: string, place = '') => {
    const prefix = PREFIXES.find(([ending]) => namespace.endsWith(ending))?.[1] ?? '';
    return `${prefix}${name}${String(place)}`;
  });
}
