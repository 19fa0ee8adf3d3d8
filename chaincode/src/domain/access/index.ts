export * from './apply-access';
export * from './change-grant';
export * from './check-grant';
export * from './grant';
export * from './grant-access';
export * from './register-resource';
export * from './resource';
export * from './seal-audit';
