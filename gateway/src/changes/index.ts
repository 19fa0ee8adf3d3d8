export * from './change-feed';
export * from './concerned-organisations';
export * from './message-id';
export * from './receiver-rules';
export { RegistryReader } from '../issuing/registry-reader';
