import { DATA_CLASSES, DATA_GRADES, OPENNESS, SECTORS, STAGES, TAG_FAMILIES, type DataGrade } from '@lianpiao/chaincode/domain';
import { parse } from 'csv-parse/browser/esm/sync';
import { csvText } from '../../shared/csv';
import type { Entry } from '../directory/types';
import type { EntryDraft, Tags } from './entry-draft';

/** Columns of the file, in the order in which it is written; read in any order, by these names. */
export const COLUMNS = [
  ...(['entry', 'duty', 'title', 'description', 'datum', 'source', 'class', 'grade', 'openness', 'sector', 'stage'] as const),
  ...TAG_FAMILIES,
  ...(['schema', 'schemaVersion'] as const),
] as const;
type Column = (typeof COLUMNS)[number];
export type Row = Readonly<Partial<Record<Column, string>>>;
/** Rows of one file. */
export const MAX_ROWS = 500;

/** What makes a file unreadable as a whole. */
export class CsvWrong extends Error {
  constructor(readonly problem: 'columns' | 'empty' | 'form' | 'rows') {
    super(problem);
    this.name = 'CsvWrong';
  }
}

/** Entries as CSV (RFC 4180). Tags of a family stand in one cell, with semicolons between. */
export function entriesCsv(entries: readonly Entry[]): string {
  return csvText([COLUMNS, ...entries.map((entry) => COLUMNS.map((column) => cellOf(entry, column)))]);
}

function cellOf(entry: Entry, column: Column): string {
  if (column === 'technology' || column === 'industry' || column === 'management') return entry.tags[column].join(';');
  return String(entry[column] ?? '');
}

/** The rows of a file by the names of its first line. @throws CsvWrong for a file that is none of ours. */
export function readRows(text: string): Row[] {
  let rows: Row[];
  try {
    rows = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw Object.assign(new CsvWrong('form'), { cause });
  }
  const [first] = rows;
  if (first === undefined) throw new CsvWrong('empty');
  if (rows.length > MAX_ROWS) throw new CsvWrong('rows');
  if (!('entry' in first) || !('title' in first)) throw new CsvWrong('columns');
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, withoutGuard(cell)])));
}

/** The apostrophe that kept a spreadsheet from reading a formula ({@link csvText}). */
function withoutGuard(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/** The column whose word is none of the vocabulary's; undefined when all are. */
export function wrongColumn(row: Row): Column | undefined {
  const vocabularies: readonly (readonly [Column, readonly unknown[]])[] = [
    ['class', DATA_CLASSES],
    ['grade', DATA_GRADES.map(String)],
    ['openness', OPENNESS],
    ['sector', SECTORS],
    ['stage', ['', undefined, ...STAGES]],
  ];
  return vocabularies.find(([column, words]) => !words.includes(row[column]))?.[0];
}

/** A row whose words were checked ({@link wrongColumn}), as the form would hold it; the API judges the rest. */
export function draftOfRow(row: Row, reason: string): EntryDraft {
  const text = (column: Column): string => row[column] ?? '';
  const [stage, schemaVersion] = [text('stage'), text('schemaVersion')];
  const tagsOf = (family: keyof Tags): string[] =>
    text(family)
      .split(/[;；]/)
      .filter((tag) => tag.trim() !== '');
  return {
    entry: text('entry'),
    duty: text('duty'),
    title: text('title'),
    description: text('description'),
    datum: text('datum'),
    source: text('source'),
    schema: text('schema'),
    reason,
    class: row.class as EntryDraft['class'],
    grade: Number(row.grade) as DataGrade,
    openness: row.openness as EntryDraft['openness'],
    sector: row.sector as EntryDraft['sector'],
    stage: (stage === '' ? 'shared' : stage) as EntryDraft['stage'],
    tags: { technology: tagsOf('technology'), industry: tagsOf('industry'), management: tagsOf('management') },
    schemaVersion: schemaVersion === '' ? null : Number(schemaVersion),
  };
}
