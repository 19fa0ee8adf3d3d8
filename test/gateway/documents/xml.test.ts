import { childrenOf, readXml, textAt } from '../../../gateway/src/documents';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): ReturnType<typeof readXml> => readXml(bytes(text));

describe('reading XML', () => {
  it('keeps long numbers, leading zeros and white space within', () => {
    const root = read('<a><n>26440000000000000017</n><z>007.10</z><t> x\n y </t><e/></a>');
    expect(textAt(root, 'n')).toBe('26440000000000000017');
    expect(textAt(root, 'z')).toBe('007.10');
    expect(textAt(root, 't')).toBe('x\n y');
    expect(textAt(root, 'e')).toBeUndefined();
  });

  it('resolves namespaces whatever the prefix', () => {
    const root = read('<p:a xmlns:p="urn:1" xmlns="urn:2"><b/><p:c xmlns:p="urn:3"><p:d/></p:c></p:a>');
    expect([root.name, root.namespace]).toEqual(['a', 'urn:1']);
    expect(root.children.map(({ name, namespace }) => [name, namespace])).toEqual([
      ['b', 'urn:2'],
      ['c', 'urn:3'],
    ]);
    expect(childrenOf(root, 'c')[0]?.children[0]?.namespace).toBe('urn:3');
  });

  it('decodes the references of XML, and none in CDATA', () => {
    const root = read('<a q="&quot;&#20013;"><b>R&amp;D &lt; &#x4E2D;</b><c><![CDATA[<&amp;>]]></c><!-- <d/> --></a>');
    expect(textAt(root, 'b')).toBe('R&D < 中');
    expect(textAt(root, 'c')).toBe('<&amp;>');
    expect(root.attributes.get('q')).toBe('"中');
    expect(root.children).toHaveLength(2);
  });

  it('takes a byte order mark and a declaration', () => {
    expect(read('\ufeff<?xml version="1.0" encoding="utf-8"?><a>x</a>').text).toBe('x');
  });

  it.each([
    ['nothing', ''],
    ['white space', '  \n'],
    ['no XML', 'abc'],
    ['a tag left open', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['many laughs', '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an undeclared prefix', '<p:a/>'],
    ['a doubled attribute', '<a b="1" b="2"/>'],
    ['a control character', '<a>\u0001</a>'],
    ['a reference to a control character', '<a>&#0;</a>'],
    ['a reference to a surrogate', '<a>&#xD800;</a>'],
    ['another encoding', '<?xml version="1.0" encoding="GBK"?><a/>'],
    ['UTF-16 declared', '<?xml version="1.0" encoding="UTF-16"?><a/>'],
    ['too many levels', '<a>'.repeat(200) + '</a>'.repeat(200)],
    ['a reserved name', '<a><__proto__>1</__proto__></a>'],
    ['thousands of namespaces', `<a ${Array.from({ length: 2000 }, (_, n) => `xmlns:n${String(n)}="urn:n"`).join(' ')}/>`],
    ['a comment without end', '<a><!-- </a>'],
  ])('refuses %s', (_what, text) => {
    expect(() => read(text)).toThrow('DOCUMENT_MALFORMED');
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(() => readXml(Uint8Array.of(0x3c, 0x61, 0x3e, 0xd6, 0xd0, 0x3c, 0x2f, 0x61, 0x3e))).toThrow('DOCUMENT_MALFORMED');
    expect(() => readXml(Uint8Array.of(0xff, 0xfe, 0x3c, 0x00, 0x61, 0x00))).toThrow('DOCUMENT_MALFORMED');
  });

  it('refuses more than 10 MB before it looks inside', () => {
    expect(() => readXml(new Uint8Array(10 * 1024 * 1024 + 1))).toThrow('BODY_TOO_LARGE');
  });
});
