import { z } from 'zod';
import { figuresRequest, publicJwk } from '../routes/figures-schemas';
import type { Operation } from './operation';

const tag = 'reimbursement';
const HOLDER = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};

/** Figures for a financier, that the seller shows as far as it will. */
export const figuresOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/figures/key',
    id: 'readFiguresKey',
    tag,
    summary: 'The key that signs figures; a financier keeps it',
    access: 'open',
    answers: { 200: { description: 'The key', schema: publicJwk } },
  },
  {
    method: 'post',
    path: '/v1/figures',
    id: 'issueFigures',
    tag,
    summary: 'The own turnover as an SD-JWT (RFC 9901), of which its holder shows what it will, to whom it will',
    access: 'figures.issue',
    body: {
      schema: figuresRequest,
      examples: {
        example: { value: { from: '2025-11-22', to: '2026-11-21', currency: 'CNY', above: ['1000000.00'], holderKey: HOLDER } },
      },
    },
    answers: {
      201: { description: 'Signed', schema: z.strictObject({ figures: z.string() }).meta({ id: 'Figures' }) },
    },
    codes: ['FIGURES_MALFORMED', 'MONEY_MALFORMED', 'TIME_MALFORMED'],
  },
];
