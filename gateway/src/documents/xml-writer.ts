import { XMLBuilder } from 'fast-xml-parser';

/** Content of an element: text, children by name in their order (a list repeats the name), or nothing when undefined. */
export type XmlContent = string | undefined | { readonly [name: string]: XmlContent | readonly XmlContent[] };

const BUILDER = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  format: true,
  indentBy: '  ',
  suppressEmptyNode: true,
  // Texts are escaped here, since the builder knows nothing of line ends.
  processEntities: false,
});

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Writes a document in UTF-8. A name that begins with `@` is an attribute. What XML 1.0 does not have (2.2) becomes U+FFFD;
 * tabs and line ends are written as references, which no reader turns into something else (2.11, 3.3.3).
 */
export function writeXml(root: string, content: XmlContent): Uint8Array {
  const text = BUILDER.build({ [root]: escaped(content) });
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
}

/** A text with attributes. */
export function textWith(text: string, attributes: Readonly<Record<string, string>>): XmlContent {
  return { ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`@${name}`, value])), '#text': text };
}

function escaped(content: XmlContent | readonly XmlContent[]): unknown {
  if (typeof content === 'string') return escapeText(content);
  if (content === undefined) return undefined;
  if (Array.isArray(content)) return (content as readonly XmlContent[]).map(escaped);
  return Object.fromEntries(
    Object.entries(content)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, escaped(value)]),
  );
}

function escapeText(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => REFERENCES[character] ?? '')
    .replace(/[\t\n\r]/g, (character) => `&#${String(character.charCodeAt(0))};`)
    .replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
