import { LedgerError } from '@lianpiao/chaincode/domain';
import { valuesOf, type Condition, type FieldType } from '../access/condition';
import { quote, type Statement } from './postgres-query';
import type { SourceQuery } from './source';

/** How rows of a file are read: the table that stands in a statement, the row's number, and what values are compared as. */
export interface DuckPlan {
  readonly table: string;
  /** DuckDB's types of the columns; of JSON lines all are texts. */
  readonly columns: ReadonlyMap<string, string>;
}

const OPERATORS = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;
const INTEGER = /^U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const WHOLE = /^-?\d{1,38}$/;
/** Exact, and wide enough for what filters may say. */
const DECIMAL = 'DECIMAL(38,13)';
/** The number of a row in its file, from 0: where a page ends. */
export const PLACE = 'lianpiao_place';

/** Whichever field type a column of a Parquet file has; undefined for what cannot be shared exactly. */
export function fieldTypeOf(type: string): FieldType | undefined {
  if (INTEGER.test(type) || type.startsWith('DECIMAL(')) return 'number';
  if (type === 'VARCHAR' || type === 'UUID') return 'text';
  if (type === 'BOOLEAN') return 'boolean';
  return ['DATE', 'TIMESTAMP', 'TIMESTAMP WITH TIME ZONE'].includes(type) ? 'time' : undefined;
}

/**
 * The statement of a query; the place comes last in each row. What a caller says is in the parameters, and names are those
 * of the file.
 * @throws LedgerError SOURCE_CHANGED, FILTER_INVALID.
 */
export function selectFromFile(
  plan: DuckPlan,
  query: SourceQuery,
  after: number | undefined,
  limit: number | undefined,
): Statement {
  const values: string[] = [];
  const parameter = (value: string): string => `$${String(values.push(value))}`;
  const conditions = query.where.map((condition) => conditionText(plan, query, condition, parameter));
  if (after !== undefined) conditions.push(`${PLACE} > CAST(${parameter(String(after))} AS BIGINT)`);
  const text = [
    `SELECT ${query.fields.map((field) => `CAST(${columnOf(plan, field)} AS VARCHAR)`).join(', ')}, CAST(${PLACE} AS VARCHAR)`,
    `FROM ${plan.table}`,
    conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    limit === undefined ? '' : `LIMIT ${String(limit)}`,
  ].join(' ');
  return { text, values };
}

function columnOf({ columns }: DuckPlan, name: string): string {
  if (!columns.has(name)) throw new LedgerError('SOURCE_CHANGED');
  return quote(name);
}

function conditionText(
  plan: DuckPlan,
  { types }: SourceQuery,
  condition: Condition,
  parameter: (value: string) => string,
): string {
  const name = columnOf(plan, condition.field);
  const stored = plan.columns.get(condition.field) ?? 'VARCHAR';
  const compared = comparedAs(stored, types.get(condition.field) ?? 'text');
  if (INTEGER.test(compared) && !valuesOf(condition).every((value) => WHOLE.test(String(value))))
    throw new LedgerError('FILTER_INVALID', { path: '/where', wanted: 'a whole number' });
  const column = compared === stored ? name : `TRY_CAST(${name} AS ${compared})`;
  const values = valuesOf(condition).map((value) => `CAST(${parameter(String(value))} AS ${compared})`);
  return condition.op === 'in'
    ? `${column} IN (${values.join(', ')})`
    : `${column} ${OPERATORS[condition.op]} ${values.join('')}`;
}

/** A column's own type, so that DuckDB skips the parts of a file that cannot match; texts of JSON lines by what they mean. */
function comparedAs(stored: string, type: FieldType): string {
  if (stored.startsWith('DECIMAL(')) return DECIMAL;
  if (stored !== 'VARCHAR') return stored;
  if (type === 'number') return DECIMAL;
  return type === 'boolean' ? 'BOOLEAN' : 'VARCHAR';
}
