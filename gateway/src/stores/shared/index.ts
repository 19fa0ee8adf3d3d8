export * from './local-record-store';
export * from './local-search-index';
export * from './open-shared';
export { scrub } from './partitions';
export * from './postgres-record-store';
export * from './postgres-search-index';
export type { RecordStore } from './record-store';
export type { IndexPage, SearchIndex } from './search-index';
export { SharedDatabase } from './shared-database';
