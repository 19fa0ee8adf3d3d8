/** The public-chain anchor and its typed client. */
export type {
  AnchorChain,
  AnchorCheckpoint,
  AnchoredCheckpoint,
  AnchorReader,
  BlockReference,
  CheckpointAnchored,
  IncludedTransaction,
  Inclusion,
  SignedTransaction,
} from './anchor-chain';
export { ANCHOR_ERRORS, AnchorError } from './anchor-errors';
export type { AnchorErrorCode, Retry } from './anchor-errors';
export { deployAnchor } from './deploy';
export type { DeployOptions, Deployment } from './deploy';
export { ANCHOR_GAS_LIMIT, EthersAnchorChain } from './ethers-anchor-chain';
export type { AnchorChainOptions } from './ethers-anchor-chain';
export { EthersAnchorReader } from './ethers-anchor-reader';
export type { AnchorReaderOptions } from './ethers-anchor-reader';
export { DEFAULT_FEE_CAP, nextFees } from './fee-policy';
export type { FeeDecision, Fees } from './fee-policy';
export { DEFAULT_DEADLINE_MS } from './json-rpc';
export type { NodeOptions } from './json-rpc';
export { EMPTY_TREE_ROOT, hashOrigin, MAX_SIZE, parseAddress, parseBytes32, parseChainHash } from './values';
export type { Address, Bytes32, ChainHash } from './values';
