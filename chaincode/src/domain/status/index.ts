export * from './seal-status';
export * from './status-node';
export * from './status-of-life';
export * from './status-proof';
export * from './status-record';
export * from './status-sealed';
export * from './status-tree';
