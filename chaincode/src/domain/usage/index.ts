export * from './apply-usage';
export * from './approve-template';
export * from './permit-export';
export * from './sign-receipts';
export * from './usage-entries';
export * from './usage-state';
