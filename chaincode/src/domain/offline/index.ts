export * from './apply-offline';
export * from './check-device-signature';
export * from './issue-offline';
export * from './offline-entries';
export type { OfflineSlip } from './open-slip';
export { FIRST_OFFLINE_HOURS, offlineLease } from './require-in-time';
export * from './slip';
export * from './statement';
export { deviceKeyId } from './till-key';
