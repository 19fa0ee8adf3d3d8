export * from './checkpoint';
export * from './entry-bundle';
export * from './prove-from-tiles';
export * from './signed-note';
export * from './tile-reader';
export * from './tiles';
export * from './tlog-proof';
export * from './verifier-key';
