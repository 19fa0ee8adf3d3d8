import { CsvWrong, readRows, type Row } from './entry-csv';

/** Bytes; as much as the API takes in one request. */
const MAX_BYTES = 1_000_000;

/** A file that was chosen, as far as it can be understood. */
export type ImportFile =
  | { readonly kind: 'csv'; readonly rows: readonly Row[] }
  | { readonly kind: 'dcat'; readonly document: Record<string, never> }
  | { readonly kind: 'wrong'; readonly problem: CsvWrong['problem'] | 'json' | 'size' };

/** Reads a file by its ending; what is in it is judged by the API. */
export async function readImport(file: File | undefined): Promise<ImportFile | undefined> {
  if (file === undefined) return undefined;
  if (file.size > MAX_BYTES) return { kind: 'wrong', problem: 'size' };
  const text = await file.text();
  return /\.json(ld)?$/i.test(file.name) ? readJson(text) : readCsv(text);
}

function readCsv(text: string): ImportFile {
  try {
    return { kind: 'csv', rows: readRows(text) };
  } catch (error) {
    if (error instanceof CsvWrong) return { kind: 'wrong', problem: error.problem };
    throw error;
  }
}

function readJson(text: string): ImportFile {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === 'object' && document !== null && !Array.isArray(document))
      return { kind: 'dcat', document: document as Record<string, never> };
  } catch {
    // Said below.
  }
  return { kind: 'wrong', problem: 'json' };
}
