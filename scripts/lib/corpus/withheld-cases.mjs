// Cases of withheld fields' names, and of attestations that a record was erased.
import { attesters } from './commit-cases.mjs';
import { changed } from './form-cases.mjs';
import { base64, fieldsOf, leafOf, logLine, noteKey, noteOf, signatureLine, TYPE, withheld, witnessLine } from './world.mjs';

/** What a reader may say of the names of withheld fields: both verifiers have to agree, and no file says them. */
export function withheldCases(add, { log, solo }) {
  const shown = (bundle, ...names) =>
    changed(bundle, ({ document }) => {
      document.fields = document.fields.map((field) => (names.includes(field.name) ? field : withheld(field)));
    });
  const values = { header: {}, seller: {}, orderReference: 'A', buyer: {}, totals: {}, 'line/1': {}, 'line/2': {}, note: 'n' };
  const whole = solo(fieldsOf('withheld', values));
  const all = Object.keys(values);
  const but = (...hidden) => all.filter((name) => !hidden.includes(name));
  add('withheld-buyer', shown(whole, ...but('buyer')), 'the buyer is withheld, and its neighbours say so');
  add('withheld-lines', shown(whole, ...but('line/1', 'line/2')), 'lines are withheld between totals and note');
  add('withheld-note', shown(whole, ...but('note')), 'the last field is withheld: a line or a note');
  add('withheld-all', shown(whole), 'all are withheld: the first three have one place only');
  add('withheld-totals', shown(log.bundle(7), 'header', 'line/1'), 'totals are withheld, and a line follows');
  add('withheld-other-layout', shown(solo(fieldsOf('layout', { note: 1, header: 2, a: 3 })), 'note'), 'fields in no known order');
  const source = { who: {}, what: {}, why: 'w', statement: {}, signature: {}, description: 'd' };
  const ofType = (type) => {
    const fields = fieldsOf(`withheld ${type}`, source);
    return shown(solo(fields, leafOf(fields, type)), 'why');
  };
  add('withheld-source', ofType('provenance.registered'), 'a registration of which the reason alone is shown');
  add('withheld-unknown-type', ofType('act.recorded'), 'an entry whose layout the format does not fix');
}

/** Acts by which a holder of a record says that it has erased it. */
export function erasureCases(add, { log, solo }) {
  const text = (change = (lines) => lines) =>
    change(['lianpiao-erasure-v1', log.key.name, '7', base64(log.hashes[7]), 'payloads', 'private-data'])
      .map((line) => `${line}\n`)
      .join('');
  const [first, second] = attesters;
  const note = (body, ...lines) => noteOf(body, ...(lines.length === 0 ? [witnessLine(first, body)] : lines));
  const act = (attestation, type = 'act.recorded') => {
    const what = { act: 'erasure.attested', subject: 'erasure-7', type };
    const fields = fieldsOf('erasure', { who: {}, what, why: 'asked by the buyer', attestation });
    return solo(fields, leafOf(fields, type));
  };
  const good = note(text());
  add('erasure', act(good), 'a holder attests that it erased a record', undefined, 'known-attesters');
  add('erasure-nobody-known', act(good), 'the same where no organisation is known');
  add('erasure-two-sign', act(note(text(), witnessLine(first, text()), witnessLine(second, text()))), 'two holders sign one statement', undefined, 'known-attesters'); // prettier-ignore
  const hidden = changed(act(good), ({ document }) => (document.fields[3] = withheld(document.fields[3])));
  add('erasure-withheld', hidden, 'an act whose attestation is withheld', undefined, 'known-attesters');
  add('erasure-other-type', act('anything', 'till.registered'), 'a field of this name in an entry of another type');

  const wrong = (name, attestation, what) =>
    add(`erasure-${name}`, act(attestation), what, 'ERASURE_ATTESTATION_WRONG', 'known-attesters');
  const wrongLine = signatureLine(first.name, Buffer.concat([first.id, Buffer.alloc(72, 1)]));
  wrong('number', 1, 'a number for the attestation');
  wrong('no-note', 'erased', 'a text that is no note');
  wrong('signature', note(text(), wrongLine), 'a signature over nothing');
  wrong('bare', note(text(), logLine(first, text())), 'a signature without a time');
  wrong('other-text', note(text(), witnessLine(first, text().replace('\n7\n', '\n8\n'))), 'the signature of another statement');
  wrong('first-line', note(text((lines) => ['lianpiao-erasure-v2', ...lines.slice(1)])), 'a statement of another version');
  wrong('no-origin', note(text((lines) => [lines[0], '', ...lines.slice(2)])), 'no log');
  wrong('index', note(text((lines) => lines.with(2, '07'))), 'an index with a zero in front');
  wrong('leaf', note(text((lines) => lines.with(3, base64(log.hashes[7].subarray(1))))), 'a leaf hash of 31 bytes');
  wrong('no-stores', note(text((lines) => lines.slice(0, 4))), 'no store');
  wrong('store', note(text((lines) => lines.with(4, 'Payloads'))), 'a store with a capital');
  wrong('checkpoint', note(log.text(), witnessLine(first, log.text())), 'a checkpoint for a statement');
  const stranger = noteKey('stranger.attester.example', TYPE.witness);
  add('erasure-stranger', act(note(text(), witnessLine(stranger, text()))), 'a stranger attests', undefined, 'known-attesters');
}
