export * from './bundle';
export * from './check-log';
export * from './make-bundle';
export * from './parse-leaf';
export * from './trust-file';
export * from './verdict';
export * from './verify-bundle';
