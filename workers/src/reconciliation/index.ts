export * from './anchor-watch';
export * from './check-anchors';
export * from './full-pass';
export * from './pace';
export * from './reconciler';
export * from './repairer';
export * from './seals';
export * from './stretch-table';
