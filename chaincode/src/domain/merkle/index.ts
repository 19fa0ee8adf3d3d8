export * from './compact-range';
export * from './prove';
export * from './tree';
export * from './verify-consistency';
export * from './verify-inclusion';
