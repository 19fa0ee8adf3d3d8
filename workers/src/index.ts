export * from './indexing/index-entries';
export * from './reconciliation';
export * from './sealing/log-sealer';
