import type { Answer } from '../../api/answers';

export type Correction = Answer<'readCorrection'>;
export type Status = Answer<'readInvoiceStatus'>;
export type Side = 'buyer' | 'seller';
