export * from './check-provenance-record';
export * from './content-digest';
export * from './note-event';
export * from './provenance-entries';
export * from './provenance-state';
export * from './register-provenance';
export * from './source-key';
export * from './statement';
