// Cases of signed trust files that follow one another.
import { BEGIN, END, FIRST, logOf, rootMember, SECOND, signed, STOLEN, STRANGER, witnessOf } from './trust-cases.mjs';
import { base64, rootOf } from './world.mjs';

/** Trust files in pairs: whether the second may take the place of the first. */
export function updateCases({ log, newKey, witnesses: [witness] }) {
  const [CONFLICT, ROLLBACK, UNSIGNED] = ['TRUST_CONFLICT', 'TRUST_ROLLBACK', 'TRUST_UNSIGNED'];
  const base = {
    logs: [logOf(log.key, { from: '2026-01-01T00:00:00Z' })],
    witnesses: [witnessOf(witness)],
    version: 2,
    issuedAt: '2026-04-01T00:00:00Z',
  };
  const old = signed(base);
  const next = { ...base, version: 3, issuedAt: BEGIN };
  const logs = (window, more = []) => ({ ...next, logs: [logOf(log.key, window), ...more] });
  const from = '2026-01-01T00:00:00Z';
  const end = { size: 20, root: base64(rootOf(log.hashes.slice(0, 20))) };
  const ended = signed({ ...base, logs: [logOf(log.key, { from, until: BEGIN, compromisedAt: STOLEN, last: end })] });
  const cases = [];
  const one = (name, to, what, reason, first = old) => cases.push({ name, from: first, to, what, reason });
  one('same', old, 'the same file again');
  one('newer', signed(next), 'the next version');
  one('skipped', signed({ ...next, version: 9 }), 'a later version of the same roots');
  one('new-root', signed(next, [FIRST, SECOND], [SECOND]), 'a new root, which the old one has signed too');
  one('new-root-alone', signed(next, [SECOND], [SECOND]), 'a new root by its own word', UNSIGNED);
  one('old-root-wrong', wrongOldRoot(next), 'a wrong signature of the old root', UNSIGNED);
  one('stranger-adds', signed(next, [FIRST, STRANGER], [FIRST, STRANGER]), 'a root more, which the old one has signed');
  one('rollback', signed({ ...base, version: 1 }), 'an older version', ROLLBACK);
  one('same-version', signed({ ...base, issuedAt: BEGIN }), 'another file of the same version', ROLLBACK);
  one('other-name', signed({ ...next, name: 'another.example/trust' }), 'a trust file of another name', CONFLICT);
  one('issued-before', signed({ ...next, issuedAt: '2026-03-31T23:59:59Z' }), 'issued before the version before', CONFLICT);
  one('rotates', signed(logs({ from, until: END }, [logOf(newKey, { from: BEGIN })])), 'a key that ends, and a new one');
  one('ends-now', signed(logs({ from, until: BEGIN })), 'a key that ends when the file is issued');
  one('ends-in-the-past', signed(logs({ from, until: '2026-04-30T23:59:59Z' })), 'a key that ended before that', CONFLICT);
  one('begins-later', signed(logs({ from: '2026-01-01T00:00:01Z' })), 'a key that begins later than was said', CONFLICT);
  one('begins-earlier', signed(logs({})), 'a key that has no beginning any more');
  one('forgets-a-log', signed({ ...next, logs: [logOf(newKey)] }), 'a key of a log is forgotten', CONFLICT);
  one('forgets-a-witness', signed({ ...next, witnesses: [] }), 'a witness is forgotten', CONFLICT);
  one('compromised', signed(logs({ from, compromisedAt: '2026-02-01T00:00:00Z' })), 'a key that was in other hands long before');
  const later = (window) => signed(logs({ from, until: BEGIN, compromisedAt: STOLEN, last: end, ...window }));
  one('compromised-earlier', later({ compromisedAt: '2026-03-01T00:00:00Z' }), 'even longer before', undefined, ended);
  one('compromised-later', later({ compromisedAt: BEGIN }), 'not as long as was said', CONFLICT, ended);
  one('sound-again', signed(logs({ from, until: BEGIN, last: end })), 'a compromised key that is so no more', CONFLICT, ended);
  one('other-end', later({ last: { ...end, size: 21 } }), 'another end of a log', CONFLICT, ended);
  one('endless-again', signed(logs({ from, until: BEGIN, compromisedAt: STOLEN })), 'a log that ended goes on', CONFLICT, ended);
  one('longer', later({ until: END }), 'a key that counts longer than was said', undefined, ended);
  one('unusable', signed(next, []), 'a file that nobody signed', 'TRUST_UNUSABLE');
  return cases;
}

function wrongOldRoot(next) {
  const file = signed(next, [SECOND], [SECOND]);
  return { ...file, signatures: [...file.signatures, { ...rootMember(FIRST), value: base64(Buffer.alloc(64, 1)) }] };
}
