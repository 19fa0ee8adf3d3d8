import type { components } from '@lianpiao/gateway/client';

type Schemas = components['schemas'];
export type Grant = Schemas['GrantSummary'];
export type GrantDetail = Schemas['Grant'];
export type Condition = Schemas['Condition'];
export type AuditPage = Schemas['AuditList'];
export type AuditItem = AuditPage['items'][number];
export type Resource = Schemas['CatalogueEntry'];
