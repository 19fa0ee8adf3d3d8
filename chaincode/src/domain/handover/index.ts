export * from './hand-over';
export * from './handover';
export * from './handover-value';
export * from './reference-page-key';
