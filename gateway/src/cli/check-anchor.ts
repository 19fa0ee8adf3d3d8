import {
  parseCheckpoint,
  parseNote,
  parseTlogProof,
  type AnchorPointer,
  type Bundle,
  type Checkpoint,
  type TrustedAnchor,
} from '@lianpiao/chaincode/domain';
import type { Address, ChainHash } from '@lianpiao/contracts';
import type { BundleReport } from './check-bundle-file';

const DEADLINE_MS = 10_000;

/** What may be said of an anchor besides the codes of the node. */
const FINDINGS = {
  ANCHOR_MISSING: { en: 'The bundle has no anchor.', zh: '凭证包中没有锚定。' },
  ANCHOR_UNTRUSTED: { en: 'No anchor is in a contract that you named.', zh: '没有位于您指定合约中的锚定。' },
  ANCHOR_PENDING: { en: 'The transaction is in no block of the chain.', zh: '交易不在链上。' },
  ANCHOR_WRONG: { en: 'The transaction does not show this state of the log.', zh: '交易内容与该日志状态不符。' },
} as const;

/** An anchor that the node shows, or the code of why there is none. */
type Finding = (AnchorPointer & { readonly confirmations: bigint }) | { readonly code: string };

/**
 * The report on a valid bundle with what one node says of its anchors. The verdict stays: anchors are pointers that anybody can
 * write into a bundle.
 * @param trusted the anchor contracts of the trust file, or one address, on whatever chain the node serves.
 */
export async function withAnchorCheck(
  report: BundleReport,
  bundle: Bundle,
  rpcUrl: string,
  trusted: readonly TrustedAnchor[] | string,
): Promise<BundleReport> {
  const finding = await checkAnchors(bundle, rpcUrl, trusted);
  const anchored = !('code' in finding);
  const texts = anchored ? shownTexts(finding) : await codeTexts(finding.code);
  const checks = report.checks.map((check) => (check.id === 'anchors' ? { id: check.id, ok: anchored, ...texts } : check));
  return { ...report, checks, anchored };
}

function shownTexts({ chainId, contract, block, confirmations }: Extract<Finding, AnchorPointer>): { en: string; zh: string } {
  const place = `${String(chainId)}/${contract}`;
  return {
    en: `Anchored in block ${String(block)}, ${String(confirmations)} deep, of ${place}.`,
    zh: `已锚定于区块 ${String(block)}，确认数 ${String(confirmations)}。`,
  };
}

async function codeTexts(code: string): Promise<{ en: string; zh: string }> {
  if (Object.hasOwn(FINDINGS, code)) {
    const { en, zh } = FINDINGS[code as keyof typeof FINDINGS];
    return { en: `${code}: ${en}`, zh };
  }
  const { ANCHOR_ERRORS } = await import('@lianpiao/contracts');
  const known = Object.hasOwn(ANCHOR_ERRORS, code) ? ANCHOR_ERRORS[code as keyof typeof ANCHOR_ERRORS].text : '';
  return { en: `${code}: ${known}`, zh: '节点无法证实锚定。' };
}

/** Looks up the bundle's anchors until the node shows one. */
async function checkAnchors(bundle: Bundle, rpcUrl: string, trusted: readonly TrustedAnchor[] | string): Promise<Finding> {
  const checkpoint = parseCheckpoint(parseNote(parseTlogProof(bundle.proof).checkpoint).text);
  let finding: Finding = { code: bundle.anchors.length === 0 ? 'ANCHOR_MISSING' : 'ANCHOR_UNTRUSTED' };
  for (const pointer of bundle.anchors.filter((anchor) => isTrusted(anchor, trusted))) {
    finding = await lookUp(pointer, checkpoint, rpcUrl).catch(codeOf);
    if (!('code' in finding)) return finding;
  }
  return finding;
}

/** What the client of the chain refused with. A fault without a code is ours and goes through. */
function codeOf(error: unknown): { readonly code: string } {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') throw error;
  return { code };
}

function isTrusted({ chainId, contract }: AnchorPointer, trusted: readonly TrustedAnchor[] | string): boolean {
  const same = (address: string): boolean => address.toLowerCase() === contract.toLowerCase();
  if (typeof trusted === 'string') return same(trusted);
  return trusted.some((anchor) => anchor.chainId === chainId && same(anchor.contract));
}

async function lookUp(pointer: AnchorPointer, checkpoint: Checkpoint, rpcUrl: string): Promise<Finding> {
  // Loaded only here: who verifies offline loads nothing that could reach a network.
  const { EthersAnchorReader, hashOrigin, parseAddress } = await import('@lianpiao/contracts');
  const contract = parseAddress(pointer.contract.toLowerCase()) as Address;
  const reader = new EthersAnchorReader({ rpcUrl, contract, chainId: BigInt(pointer.chainId), deadlineMs: DEADLINE_MS });
  try {
    await reader.verifyTarget();
    const inclusion = await reader.inclusion(pointer.transaction as ChainHash);
    if (inclusion.state === 'pending' || inclusion.state === 'unknown') return { code: 'ANCHOR_PENDING' };
    const events = inclusion.state === 'included' ? inclusion.events : [];
    const shown = events.some(
      ({ origin, size, root, block }) =>
        origin === hashOrigin(checkpoint.origin) &&
        size === BigInt(checkpoint.size) &&
        root === String(checkpoint.root) &&
        block.number === BigInt(pointer.block),
    );
    if (!shown || inclusion.state !== 'included') return { code: 'ANCHOR_WRONG' };
    return { ...pointer, confirmations: inclusion.confirmations };
  } finally {
    reader.close();
  }
}
