import type { Condition } from '../access/condition';
import { valuesOf } from '../access/condition';
import type { SourceQuery } from './source';

/** A statement and its parameters. What a caller says is in the parameters; names come from the table's own catalogue. */
export interface Statement {
  readonly text: string;
  readonly values: readonly string[];
}

const OPERATORS = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;

/** An identifier of SQL, quoted. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Where a table lies, the column its rows are ordered by, and what PostgreSQL calls the types of its columns. */
export interface TablePlan {
  readonly schema: string;
  readonly table: string;
  readonly key: string;
  /** Names of PostgreSQL's own types, of a closed list. */
  readonly sqlTypes: ReadonlyMap<string, string>;
}

/** The statement of a query: filtered and cut by PostgreSQL, in the order of the key. The key comes last in each row. */
export function selectRows(plan: TablePlan, query: SourceQuery, after: string | undefined, limit: number | undefined): Statement {
  const values: string[] = [];
  const parameter = (value: string): string => `$${String(values.push(value))}`;
  const conditions = query.where.map((condition) => conditionText(plan, query, condition, parameter));
  if (after !== undefined) conditions.push(`${columnOf(plan.key)} > ${parameter(after)}${castTo(plan, plan.key)}`);
  const text = [
    `SELECT ${[...query.fields, plan.key].map(columnOf).join(', ')} FROM ${quote(plan.schema)}.${quote(plan.table)} t`,
    conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    `ORDER BY ${columnOf(plan.key)}`,
    limit === undefined ? '' : `LIMIT ${String(limit)}`,
  ].join(' ');
  return { text, values };
}

function columnOf(name: string): string {
  return `t.${quote(name)}`;
}

function castTo({ sqlTypes }: TablePlan, name: string): string {
  return `::pg_catalog.${sqlTypes.get(name) ?? 'text'}`;
}

function conditionText(
  plan: TablePlan,
  { types }: SourceQuery,
  condition: Condition,
  parameter: (value: string) => string,
): string {
  // Texts by their bytes, as every other source compares them.
  const collated = types.get(condition.field) === 'text' && !['eq', 'ne', 'in'].includes(condition.op) ? ' COLLATE "C"' : '';
  const values = valuesOf(condition).map((value) => parameter(String(value)) + castTo(plan, condition.field));
  const column = columnOf(condition.field) + collated;
  return condition.op === 'in'
    ? `${column} IN (${values.join(', ')})`
    : `${column} ${OPERATORS[condition.op]} ${values.join('')}`;
}
