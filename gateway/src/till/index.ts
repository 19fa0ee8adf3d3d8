export * from './device-key';
export * from './offline-till';
export type { Paper } from './paper';
export * from './report-journal';
export { requireClock, type TillBook } from './till-book';
export { bookOf } from './book-desk';
