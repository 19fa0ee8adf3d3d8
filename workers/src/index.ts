export * from './delivery/deliverer';
export * from './anchoring/anchorer';
export * from './anchoring/decide';
export * from './anchoring/situation';
export * from './indexing/index-entries';
export * from './indexing/sharer';
export * from './reconciliation';
export * from './sealing/log-sealer';
