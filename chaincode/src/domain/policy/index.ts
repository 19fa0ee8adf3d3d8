export * from './check-policy';
export * from './compose-policy';
export * from './evaluate-policy';
export * from './parse-policy';
export * from './policy';
export * from './sentences';
