import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type JsonValue } from '../../chaincode/src/domain/encoding/canonical-json';
import { countVectors, vectorCases, vectorFolder } from '../support/vectors';

interface NumberCase {
  readonly ieee754: string;
  readonly expected: string | null;
}

interface FileCase {
  readonly name: string;
  readonly input: string;
  readonly hex: string;
}

const OWN_NUMBERS: NumberCase[] = [
  { ieee754: '8000000000000000', expected: '0' },
  { ieee754: '3ff8000000000000', expected: '1.5' },
  { ieee754: 'fff0000000000000', expected: null },
];
const OWN_FILES: FileCase[] = [
  {
    name: 'own: order by code units',
    input: '{"\\ufb33":1,"\\ud83d\\ude02":2,"a":[ ]}',
    hex: Buffer.from('{"a":[],"😂":2,"\ufb33":1}').toString('hex'),
  },
];

function fileCases(): FileCase[] {
  const folder = vectorFolder('jcs');
  if (folder === undefined) return [];
  return readdirSync(join(folder, 'input')).map((file) => {
    const hexFile = join(folder, 'outhex', file.replace('.json', '.txt'));
    const output = readFileSync(join(folder, 'output', file));
    const hex = existsSync(hexFile) ? readFileSync(hexFile, 'utf8').replace(/\s/g, '') : output.toString('hex');
    return { name: file, input: readFileSync(join(folder, 'input', file), 'utf8'), hex };
  });
}

function numberOf(ieee754: string): number {
  return Buffer.from(ieee754, 'hex').readDoubleBE();
}

const numbers = vectorCases<NumberCase>('jcs', 'rfc8785-appendix-b-numbers.json');
const files = fileCases();
afterAll(() => {
  countVectors('jcs', numbers.length + files.length);
});

describe('RFC 8785', () => {
  it.each([...OWN_NUMBERS, ...numbers])('writes the number $ieee754 as $expected', ({ ieee754, expected }) => {
    const number = numberOf(ieee754);
    if (Number.isFinite(number)) expect(canonicalJson(number)).toBe(expected);
    else expect(() => canonicalJson(number)).toThrow('FIELD_INVALID');
  });

  it.each([...OWN_FILES, ...files])('writes $name', ({ input, hex }) => {
    expect(Buffer.from(canonicalJson(JSON.parse(input) as JsonValue)).toString('hex')).toBe(hex);
  });
});
