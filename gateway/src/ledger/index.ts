export * from './block';
export * from './embedded/block-store';
export * from './embedded/embedded-ledger';
export * from './embedded/embedded-ledger-reader';
export * from './ledger';
export * from './receipt';
