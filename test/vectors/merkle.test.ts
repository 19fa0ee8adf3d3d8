import { hasher, type Digest } from '../../chaincode/src/domain/encoding/digest';
import {
  consistencyPath,
  inclusionPath,
  merkleRoot,
  verifyConsistency,
  verifyInclusion,
} from '../../chaincode/src/domain/merkle';
import { countVectors, vectorCases, vectorFolder } from '../support/vectors';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface InclusionCase {
  readonly file: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string | null;
  readonly leafHash: string | null;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

interface ConsistencyCase {
  readonly file: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string | null;
  readonly root2: string | null;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

interface WholeTree {
  readonly leavesHex: readonly string[];
  readonly rootsBySize: Readonly<Record<string, Digest>>;
  readonly inclusion: readonly { leafIndex: number; treeSize: number; leafHash: Digest; proof: Digest[] }[];
  readonly consistency: readonly Readonly<Record<string, unknown>>[];
}

/** Also for bytes that are no digest: a verifier has to refuse them. */
function claimed(base64: string | null): Digest {
  return Buffer.from(base64 ?? '', 'base64').toString('hex') as Digest;
}

const leaf = hasher().leafHash('');
const own = { leaf: Buffer.from(leaf, 'hex').toString('base64'), empty: Buffer.from(merkleRoot([]), 'hex').toString('base64') };

const OWN_INCLUSION: InclusionCase[] = [
  { file: 'own: one leaf', leafIdx: 0, treeSize: 1, root: own.leaf, leafHash: own.leaf, proof: [], wantErr: false },
  { file: 'own: one leaf, wrong root', leafIdx: 0, treeSize: 1, root: own.empty, leafHash: own.leaf, proof: [], wantErr: true },
  { file: 'own: index beyond', leafIdx: 1, treeSize: 1, root: own.leaf, leafHash: own.leaf, proof: [], wantErr: true },
];
const OWN_CONSISTENCY: ConsistencyCase[] = [
  { file: 'own: same tree', size1: 1, size2: 1, root1: own.leaf, root2: own.leaf, proof: [], wantErr: false },
  { file: 'own: shrunk', size1: 2, size2: 1, root1: own.leaf, root2: own.leaf, proof: [], wantErr: true },
  {
    file: 'own: from nothing, with a path',
    size1: 0,
    size2: 1,
    root1: own.empty,
    root2: own.leaf,
    proof: [own.leaf],
    wantErr: true,
  },
];

const inclusion = vectorCases<InclusionCase>('merkle', 'inclusion.json');
const consistency = vectorCases<ConsistencyCase>('merkle', 'consistency.json');

describe('inclusion vectors', () => {
  it.each([...OWN_INCLUSION, ...inclusion])('$file', ({ leafIdx, treeSize, root, leafHash, proof, wantErr }) => {
    const claim = {
      index: leafIdx,
      size: treeSize,
      leafHash: claimed(leafHash),
      root: claimed(root),
      path: (proof ?? []).map(claimed),
    };
    expect(verifyInclusion(claim)).toBe(!wantErr);
  });
});

describe('consistency vectors', () => {
  it.each([...OWN_CONSISTENCY, ...consistency])('$file', ({ size1, size2, root1, root2, proof, wantErr }) => {
    const claim = {
      oldSize: size1,
      newSize: size2,
      oldRoot: claimed(root1),
      newRoot: claimed(root2),
      path: (proof ?? []).map(claimed),
    };
    expect(verifyConsistency(claim)).toBe(!wantErr);
  });
});

/** Every root and every proof of whole trees. */
interface TreeCase {
  readonly name: string;
  readonly found: () => unknown;
  readonly wanted: unknown;
}

function treeCases(): TreeCase[] {
  const folder = vectorFolder('merkle');
  if (folder === undefined) return [];
  const tree = JSON.parse(readFileSync(join(folder, 'rfc6962-ct-eight-leaves.json'), 'utf8')) as WholeTree;
  const hashes = tree.leavesHex.map((hex) => hasher().leafHash(Buffer.from(hex, 'hex')));
  return [
    ...Object.entries(tree.rootsBySize).map(([size, wanted]) => ({
      name: `root of ${size}`,
      found: () => merkleRoot(hashes.slice(0, Number(size))),
      wanted,
    })),
    ...tree.inclusion.map(({ leafIndex, treeSize, proof }) => ({
      name: `inclusion of ${String(leafIndex)} in ${String(treeSize)}`,
      found: () => inclusionPath(hashes.slice(0, treeSize), leafIndex),
      wanted: proof,
    })),
    ...tree.consistency.map((item) => {
      const [oldSize, newSize] = Object.values(item).filter((value) => typeof value === 'number');
      return {
        name: `consistency of ${String(oldSize)} with ${String(newSize)}`,
        found: () => consistencyPath(hashes.slice(0, newSize), oldSize as number),
        wanted: item['proof'],
      };
    }),
  ];
}

describe('whole trees', () => {
  const cases = treeCases();
  afterAll(() => {
    countVectors('merkle', inclusion.length + consistency.length + cases.length);
  });

  it.each([{ name: 'own: root of nothing', found: (): unknown => merkleRoot([]), wanted: claimed(own.empty) }, ...cases])(
    '$name',
    ({ found, wanted }) => {
      expect(found()).toEqual(wanted);
    },
  );
});
