import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BUNDLE_MEDIA_TYPE,
  COMMITTED_BUNDLE_MEDIA_TYPE,
  openNames,
  parseStrictJson,
  parseTrustFile,
  verifyBundle,
  withholdFields,
  type Bundle,
} from '@lianpiao/chaincode/domain';
import { hiddenNames } from '../../../chaincode/src/domain/verification/hidden-names';
import type { DisclosedField } from '../../../chaincode/src/domain';
import { nodeSignatures } from '../../../gateway/src/crypto/log-keys';
import { CORPUS } from '../../support/corpus';

const read = (file: string): never => parseStrictJson(readFileSync(join(CORPUS, file), 'utf8')) as never;
const bundle: Bundle = read('bundles/commit.lianpiao.json');
const trust = parseTrustFile(read('trust/attesters.json'));
const namesOf = ({ document }: Bundle): (string | undefined)[] =>
  document.fields.map((field) => ('name' in field ? field.name : undefined));

describe('a bundle with fields withheld by its holder', () => {
  it.each<[string, Parameters<typeof withholdFields>[1], (string | undefined)[]]>([
    ['one named', { hide: ['seller'] }, ['header', undefined, 'orderReference', 'totals', 'line/1']],
    ['a whole group', { hide: ['line', 'totals'] }, ['header', 'seller', 'orderReference', undefined, undefined]],
    ['all but those named', { only: ['header', 'line/1'] }, ['header', undefined, undefined, undefined, 'line/1']],
    ['all', { only: [] }, [undefined, undefined, undefined, undefined, undefined]],
  ])('shows the rest and still verifies: %s', (_, withholding, shown) => {
    const less = withholdFields(bundle, withholding);
    expect(namesOf(less)).toEqual(shown);
    expect(verifyBundle(less, trust, nodeSignatures)).toMatchObject({ result: 'valid', summary: { commit: { block: 40 } } });
    const hidden = bundle.document.fields.filter((_field, place) => shown[place] === undefined);
    for (const field of hidden) {
      const { salt, value } = field as Extract<DisclosedField, { salt: string }>;
      expect(JSON.stringify(less)).not.toContain(salt);
      expect(JSON.stringify(less.document)).not.toContain(JSON.stringify(value));
    }
  });

  it('refuses a name that no open field has, so that nothing stays visible by a slip of the pen', () => {
    expect(() => withholdFields(bundle, { hide: ['sellers'] })).toThrow('FIELD_UNKNOWN');
    expect(() => withholdFields(withholdFields(bundle, { hide: ['seller'] }), { hide: ['seller'] })).toThrow('FIELD_UNKNOWN');
    expect(() => withholdFields(bundle, { only: ['header', 'buyer'] })).toThrow('FIELD_UNKNOWN');
  });
});

describe('a bundle with a status, shown less of by its holder', () => {
  const changed: Bundle = read('bundles/status.lianpiao.json');
  const absent: Bundle = read('bundles/status-empty.lianpiao.json');
  const trustOfStatus = parseTrustFile(read('trust/log.json'));
  const axesOf = (shown: Bundle): unknown => verifyBundle(shown, trustOfStatus, nodeSignatures).summary.status?.axes;

  it('keeps the axes that are named, and the proof holds for them', () => {
    const less = withholdFields(changed, { only: ['header', 'status/document'] });
    expect(verifyBundle(less, trustOfStatus, nodeSignatures).result).toBe('valid');
    expect(Object.keys(axesOf(less) as object)).toEqual(['document']);
    const hidden = withholdFields(changed, { hide: ['status/claim', 'status/amounts'] });
    expect(Object.keys(axesOf(hidden) as object).sort()).toEqual(['booking', 'correction', 'document', 'pledge', 'use']);
    const claim = changed.status?.fields?.find((field) => 'name' in field && field.name === 'claim') as { salt: string };
    expect(JSON.stringify(changed)).toContain(claim.salt);
    expect(JSON.stringify(hidden)).not.toContain(claim.salt);
  });

  it.each<[string, Bundle, Parameters<typeof withholdFields>[1]]>([
    ['hidden by its name', changed, { hide: ['status'] }],
    ['not among what stays', changed, { only: ['header'] }],
    ['of an invoice to which nothing happened', absent, { hide: ['status'] }],
  ])('is of the version before when the status goes as a whole: %s', (_, bundle3, withholding) => {
    const less = withholdFields(bundle3, withholding);
    expect(less).not.toHaveProperty('status');
    expect(less.mediaType).toBe(bundle3.commit === undefined ? BUNDLE_MEDIA_TYPE : COMMITTED_BUNDLE_MEDIA_TYPE);
    expect(verifyBundle(less, trustOfStatus, nodeSignatures)).toMatchObject({ result: 'valid' });
  });

  it('shows that nothing happened on all axes or on none: one alone cannot be asked for', () => {
    expect(openNames(absent)).toContain('status');
    expect(withholdFields(absent, { only: ['status'] })).toMatchObject({ status: absent.status });
    expect(() => withholdFields(absent, { hide: ['status/claim'] })).toThrow('FIELD_UNKNOWN');
    expect(() => withholdFields(changed, { hide: ['status/colour'] })).toThrow('FIELD_UNKNOWN');
  });
});

describe('names of withheld fields', () => {
  const hidden: DisclosedField = { digest: '0'.repeat(64) as never };
  const open = (name: string): DisclosedField => ({ name, salt: '', value: null });
  /** Fields by their names; `?` for a withheld one. */
  const fields = (text: string): DisclosedField[] => text.split(' ').map((name) => (name === '?' ? hidden : open(name)));

  it.each<[string, string, string[]]>([
    ['the first three stand fast', '? ? ? ? ?', ['header', 'seller', 'orderReference', 'totals', 'line/1']],
    ['six may be six things', '? ? ? ? ? ?', ['header', 'seller', 'orderReference']],
    ['a buyer between its neighbours', 'header seller orderReference ? totals line/1', ['buyer']],
    ['lines between others', 'header seller orderReference totals ? ? line/3', ['line/1', 'line/2']],
    ['a last one is a line or a note', 'header seller orderReference totals line/1 ?', []],
    ['a note behind the last line stays open', 'header seller orderReference totals ? note', ['line/1']],
    ['adjustments before the breakdown', 'header seller orderReference totals ? taxBreakdown line/1', ['adjustments']],
    ['no known order', 'note header ?', []],
    ['too few', '? ?', []],
  ])('of an invoice: %s', (_, text, names) => {
    expect(hiddenNames('invoice.issued', fields(text))).toEqual(names);
  });

  it('are told for layouts that the format fixes, and for no others', () => {
    expect(hiddenNames('provenance.registered', fields('? what ? ? signature'))).toEqual(['who', 'why', 'statement']);
    expect(hiddenNames('provenance.event', fields('? ? ? ?'))).toEqual(['who', 'what', 'why', 'terms']);
    expect(hiddenNames('act.recorded', fields('? ? ?'))).toEqual([]);
    expect(hiddenNames('constructor', fields('? ? ?'))).toEqual([]);
  });

  it('take no time for as many fields as there may be', () => {
    const many = Array<DisclosedField>(20_000).fill(hidden);
    const started = performance.now();
    expect(hiddenNames('invoice.issued', many)).toEqual(['header', 'seller', 'orderReference']);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
