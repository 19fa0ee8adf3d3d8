export * from './manifest';
export type { PackageSource } from './open-package';
export * from './verify-package';
