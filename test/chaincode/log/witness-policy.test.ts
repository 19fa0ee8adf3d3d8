import { formatVerifierKey, SIGNATURE_TYPE } from '../../../chaincode/src/domain/log';
import { isWitnessed, parseWitnessPolicy } from '../../../chaincode/src/domain/log/witness-policy';
import { testKey } from '../../support/node-signatures';

const LOG = formatVerifierKey('log.example', testKey('log').publicKey);
const vkey = (name: string): string => formatVerifierKey(`${name}.example`, testKey(name).publicKey, SIGNATURE_TYPE.cosignature);
const WITNESSES = ['A', 'B', 'C', 'D'].map((name) => `witness ${name} ${vkey(name)} http://${name}.example/`).join('\n');

const witnessedBy = (policy: string, ...names: string[]): boolean =>
  isWitnessed(parseWitnessPolicy(policy), ({ name }) => names.includes(name.replace('.example', '')));

function refusal(policy: string): unknown {
  try {
    return parseWitnessPolicy(policy);
  } catch (error) {
    return (error as { code: string; detail: { path: string } }).detail.path;
  }
}

describe('a witness policy (C2SP tlog-policy)', () => {
  it('reads logs, witnesses with addresses, and passes over comments and blank lines', () => {
    const policy = parseWitnessPolicy(`# who\n\n\t log  ${LOG} https://log.example/ \n${WITNESSES}\nquorum A\n`);
    expect(policy.logs.map(({ key, url }) => [key.name, url])).toEqual([['log.example', 'https://log.example/']]);
    expect([...policy.witnesses.keys()]).toEqual(['A', 'B', 'C', 'D']);
    expect(policy.witnesses.get('B')?.url).toBe('http://B.example/');
  });

  it('asks for nobody when the quorum is none', () => {
    expect(witnessedBy('quorum none')).toBe(true);
  });

  it.each([
    ['quorum A', ['A'], ['B', 'C', 'D']],
    ['group G 2 A B C\nquorum G', ['A', 'C'], ['A', 'D']],
    ['group G any A B\nquorum G', ['B'], ['C', 'D']],
    ['group G all A B\nquorum G', ['A', 'B'], ['A', 'C', 'D']],
    ['group G 2 A B\ngroup H any C D\ngroup Both all G H\nquorum Both', ['A', 'B', 'D'], ['A', 'C', 'D']],
  ])('%s holds with %j and not with %j', (rule, enough, lacking) => {
    expect(witnessedBy(`${WITNESSES}\n${rule}`, ...enough)).toBe(true);
    expect(witnessedBy(`${WITNESSES}\n${rule}`, ...lacking)).toBe(false);
  });

  it.each([
    ['no quorum', WITNESSES, 'line 4'],
    ['two quorums', `${WITNESSES}\nquorum A\nquorum B`, 'line 6'],
    ['an unknown word', 'logs x', 'line 1'],
    ['a name before it is defined', `quorum A\n${WITNESSES}`, 'line 1'],
    ['a group that names itself', `${WITNESSES}\ngroup G any G\nquorum G`, 'line 5'],
    ['a member of two groups', `${WITNESSES}\ngroup G any A\ngroup H any A\nquorum G`, 'line 6'],
    ['a member twice', `${WITNESSES}\ngroup G 2 A A\nquorum G`, 'line 5'],
    ['a threshold above its members', `${WITNESSES}\ngroup G 3 A B\nquorum G`, 'line 5'],
    ['a threshold of nought', `${WITNESSES}\ngroup G 0 A B\nquorum G`, 'line 5'],
    ['a threshold with a zero in front', `${WITNESSES}\ngroup G 01 A B\nquorum G`, 'line 5'],
    ['a group without members', `${WITNESSES}\ngroup G any\nquorum G`, 'line 5'],
    ['none as a name', `witness none ${vkey('A')}\nquorum none`, 'line 1'],
    ['none as a member', `${WITNESSES}\ngroup G any none\nquorum G`, 'line 5'],
    ['a name twice', `witness A ${vkey('A')}\nwitness A ${vkey('B')}\nquorum A`, 'line 2'],
    ['one key under two names', `witness A ${vkey('A')}\nwitness B ${vkey('A')}\nquorum A`, 'line 2'],
    ["a log's key for a witness", `witness A ${LOG}\nquorum A`, 'line 1'],
    ["a witness' key for a log", `log ${vkey('A')}\nquorum none`, 'line 1'],
    ['a control character', 'quorum\vnone', 'line 1'],
    ['a carriage return', 'quorum none\r', 'line 1'],
  ])('refuses %s and names the line', (_what, policy, line) => {
    expect(refusal(policy)).toBe(line);
  });

  it('takes the 32 witnesses and groups that the format asks for', () => {
    const names = Array.from({ length: 32 }, (_, index) => `w${String(index)}`);
    const lines = names.map((name) => `witness ${name} ${vkey(name)}\ngroup g-${name} any ${name}`);
    const policy = parseWitnessPolicy(
      `${lines.join('\n')}\ngroup all all ${names.map((name) => `g-${name}`).join(' ')}\nquorum all`,
    );
    expect(isWitnessed(policy, () => true)).toBe(true);
    expect(isWitnessed(policy, ({ name }) => name !== 'w7.example')).toBe(false);
  });
});
