import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PolicyFile, readWitnessPolicy } from '../../../gateway/src/witness/read-policy';
import { TestWitness } from '../../support/witnesses';

const folder = mkdtempSync(join(tmpdir(), 'lianpiao-policy-'));
const file = join(folder, 'policy');
const [first, second] = ['a.example/witness', 'b.example/witness'].map((name) => new TestWitness(name, [])) as [
  TestWitness,
  TestWitness,
];
afterAll(async () => {
  for (const witness of [first, second]) await witness.remove();
  rmSync(folder, { recursive: true, force: true });
});

function write(text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

describe('a witness policy that changes while a process runs', () => {
  it('is read again, and stays in force when the new one cannot be used', () => {
    write(`witness w ${first.key.vkey}\nquorum w\n`);
    const faults: unknown[] = [];
    const policy = new PolicyFile(file, readWitnessPolicy(file)!, (error) => faults.push(error));
    const names = (): string[] => [...policy.current().witnesses.values()].map(({ key }) => key.name);
    const before = policy.current();
    expect(policy.current()).toBe(before);

    write(`witness w ${second.key.vkey}\nquorum w\n`);
    expect(names()).toEqual([second.key.name]);
    const wrong = ['witness', 'quorum none\n', `witness w ${first.key.vkey}\n`];
    for (const text of wrong) {
      write(text);
      expect(names()).toEqual([second.key.name]);
      expect(names()).toEqual([second.key.name]);
    }
    rmSync(file);
    expect(names()).toEqual([second.key.name]);
    expect(faults).toHaveLength(wrong.length + 1);
    write(`witness w ${first.key.vkey}\nquorum w\n`);
    expect(names()).toEqual([first.key.name]);
  });
});
