import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Published cases live beside the project, or where LIANPIAO_VECTORS says; they are no part of it. */
const ROOT = process.env['LIANPIAO_VECTORS'] ?? resolve(__dirname, '../../../shared/vectors');

/** The folder of one kind of vectors; undefined when it is not on this machine. */
export function vectorFolder(name: string): string | undefined {
  const folder = join(ROOT, name);
  return existsSync(folder) ? folder : undefined;
}

/** Tells the test runner how many published cases ran, when it asks. */
export function countVectors(folder: string, count: number): void {
  const file = process.env['LIANPIAO_VECTOR_COUNTS'];
  if (file !== undefined && file !== '') appendFileSync(file, `${folder}\t${String(count)}\n`);
}

/** The cases of a JSON file of vectors; none when the folder is not there. */
export function vectorCases<Case>(name: string, file: string): Case[] {
  const folder = vectorFolder(name);
  if (folder === undefined) return [];
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case[];
}
