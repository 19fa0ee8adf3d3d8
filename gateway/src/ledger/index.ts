export * from './block';
export * from './embedded/block-store';
export { OPERATOR_KEY } from './embedded/build-blocks';
export * from './embedded/embedded-ledger';
export * from './embedded/embedded-ledger-reader';
export * from './ledger';
export * from './ledger-settings';
export * from './open-ledger';
export * from './receipt';
