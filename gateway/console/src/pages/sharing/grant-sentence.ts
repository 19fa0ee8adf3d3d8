import { formatTime } from '../../shared/format';
import type { Language } from '../../shared/language';
import { texts } from './texts';
import type { Condition, Grant } from './types';

/** What a sentence needs to know of a grant: one that stands, or one that is being written. */
export interface Sayable {
  readonly from?: string | undefined;
  readonly until: string;
  readonly right: Grant['right'];
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly rows: readonly Condition[];
}
export interface Names {
  readonly provider: string;
  readonly consumer: string;
  readonly resource: string;
}

/** A grant as one plain sentence: who lets whom read what of which rows, for what and how long. */
export function grantSentence(grant: Sayable, names: Names, language: Language): string {
  return (language === 'zh' ? inChinese : inEnglish)(grant, names);
}

function inChinese({ from, until, right, purpose, fields, rows }: Sayable, names: Names): string {
  const only = rows.length === 0 ? '' : `（仅限${conditions(rows, 'zh')}的行）`;
  const term = from === undefined ? `至${formatTime(until)}止` : `自${formatTime(from)}起，至${formatTime(until)}止`;
  const pass = right === 'operate' ? '，并可在此范围内转授权' : '';
  return `${names.provider}允许${names.consumer}为“${purpose}”查询《${names.resource}》的${fields.join('、')}字段${only}${pass}，${term}。`;
}

function inEnglish({ from, until, right, purpose, fields, rows }: Sayable, names: Names): string {
  const only = rows.length === 0 ? '' : `, only rows where ${conditions(rows, 'en')},`;
  const pass = right === 'operate' ? ', and pass on what it may' : '';
  const term = from === undefined ? `until ${formatTime(until)}` : `from ${formatTime(from)} until ${formatTime(until)}`;
  const what = `${fields.length === 1 ? 'field' : 'fields'} ${fields.join(', ')}`;
  return `${names.provider} lets ${names.consumer} read the ${what} of “${names.resource}”${only} for “${purpose}”${pass}, ${term}.`;
}

function conditions(rows: readonly Condition[], language: Language): string {
  const { and, or, ops } = texts[language].sentence;
  const space = language === 'zh' ? '' : ' ';
  const quoted = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : String(value));
  return rows.map(({ field, op, value }) => `${field}${space}${ops[op]}${space}${[value].flat().map(quoted).join(or)}`).join(and);
}
