export { MAX_DOCUMENT_BYTES } from './decode-xml-text';
export * from './imported-invoice';
export { readDocument } from './read-document';
export { readEInvoice } from './read-einvoice';
export { readRequestJson } from './read-request-json';
export { readUbl } from './read-ubl';
export { readXml } from './xml';
export { childrenOf, elementAt, textAt, type XmlElement } from './xml-element';
