import type { GrantConditions } from '@lianpiao/chaincode/domain';
import type { Condition, Field } from './condition';
import type { Handling } from './handling';

/** The private part of a grant: what the consumer may do with which fields of which rows, and who answers for what. */
export interface GrantTerms {
  readonly purpose: { readonly code: string; readonly text: string };
  readonly fields: readonly string[];
  readonly rows: readonly Condition[];
  readonly liability: string | null;
  readonly handling: Handling;
  /** Of grants of version 2. */
  readonly conditions?: GrantConditions;
}

/** Where a resource's data lies, by the name that the operator gave a connection. */
export type SourceReference =
  | { readonly connection: string; readonly table: string; readonly key: string }
  | { readonly connection: string; readonly file: string }
  | { readonly connection: string; readonly collection: string };

/** The private part of a resource. Title, description and fields are shown in the catalogue, the source is not. */
export interface ResourceTerms {
  readonly title: string;
  readonly description: string | null;
  readonly fields: readonly Field[];
  readonly source: SourceReference;
  /** Who registered it: the connection must be open to this organisation. */
  readonly registrant: string;
}
