import type { components } from '@lianpiao/gateway/client';

type Schemas = components['schemas'];
export type Template = Schemas['Template'];
export type Approval = Schemas['TemplateApproval'];
export type Run = Schemas['Run'];
/** As the gateway holds them. */
export const KINDS = ['count', 'sum', 'distribution', 'fact'] as const;
export const RELEASES = ['direct', 'permit'] as const;
export const LEAST_GROUP = 5;
