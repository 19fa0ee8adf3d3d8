export * from './delivery/deliverer';
export * from './indexing/index-entries';
export * from './sealing/log-sealer';
