import type { components } from '@lianpiao/gateway/client';

export interface DraftField {
  readonly name?: string;
  readonly type?: 'text' | 'number' | 'boolean';
}
/** What the form holds. */
export interface ResourceDraft {
  readonly resource: string;
  readonly title: string;
  readonly description?: string;
  readonly connection: string;
  readonly kind: 'file' | 'table';
  readonly file?: string;
  readonly table?: string;
  readonly key?: string;
  readonly fields: readonly (DraftField | undefined)[];
  readonly reason: string;
}
type Request = components['schemas']['ResourceRegistration'];

/** As the API reads them: gateway/src/routes/grant-schemas.ts. */
export const FIELD_NAME = /^[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]{0,62}$/;
export const FILE_NAME = /^[A-Za-z0-9_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff-]{0,99}\.csv$/;

/** The draft as the API takes it; a table knows its own types, whatever is said of them here. */
export function registrationOf(draft: ResourceDraft): Request {
  const { resource, title, description = '', connection, kind, file = '', table = '', key = '', fields, reason } = draft;
  const named = fields.flatMap((field) => (field?.name === undefined ? [] : [{ name: field.name, type: field.type ?? 'text' }]));
  return {
    resource,
    title: title.trim(),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
    source: kind === 'file' ? { connection, file } : { connection, table, key },
    fields: named,
    reason: reason.trim(),
  };
}
