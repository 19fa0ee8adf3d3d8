import { ROLES } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier, page, tillPage } from '../routes/schemas';
import { instant, sequence } from './entries';
import type { Operation } from './operation';

const tag = 'registry';
const count = z.int().min(0);
const next = z.string().nullable();
export const range = z
  .strictObject({ prefix: z.string(), next: count, to: count })
  .meta({ id: 'NumberRange', description: 'Numbers that are left: prefix, the next sequence, the last one' });
const organisation = z
  .strictObject({
    sequence,
    organisation: identifier,
    role: z.enum(ROLES),
    sandbox: z.boolean(),
    name: z.string().nullable(),
    taxId: z.string().nullable(),
    quota: count.nullable().meta({ description: 'Numbers a year, for whoever sells' }),
    allotted: z.record(z.string(), count).meta({ description: 'Numbers allotted, by two-digit year' }),
    left: count.meta({ description: "This year's numbers that no till has yet" }),
    registeredAt: instant,
  })
  .meta({ id: 'ListedOrganisation' });
const till = z
  .strictObject({
    sequence,
    till: identifier,
    seller: identifier,
    sellerName: z.string().nullable(),
    issued: count.meta({ description: 'Invoices of its chain' }),
    left: count.meta({ description: "This year's numbers that it has" }),
    ranges: z.array(range),
    registeredAt: instant,
  })
  .meta({ id: 'ListedTill' });

/** What is registered. */
export const registryListOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/organisations',
    id: 'listOrganisations',
    tag,
    summary: 'Registered organisations, newest first',
    access: 'organisation.list',
    query: page,
    answers: { 200: { description: 'A page', schema: z.strictObject({ items: z.array(organisation), next }) } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/tills',
    id: 'listTills',
    tag,
    summary: 'Registered tills with their numbers, newest first; a seller sees its own',
    access: 'till.read',
    query: tillPage,
    answers: { 200: { description: 'A page; it may be short', schema: z.strictObject({ items: z.array(till), next }) } },
    codes: ['CURSOR_INVALID'],
  },
];
