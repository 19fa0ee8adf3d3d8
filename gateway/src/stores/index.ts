export * from './access-store';
export * from './audit-store';
export * from './index-store';
export * from './log-store';
export * from './payload-store';
export * from '../crypto/log-keys';
export * from '../crypto/native-hasher';
export * from './project-invoice';
