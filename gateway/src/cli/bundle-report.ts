import type {
  BundleSummary,
  CommitSummary,
  ErasureSummary,
  JsonValue,
  ProvenanceSummary,
  StatusSummary,
} from '@lianpiao/chaincode/domain';
import type { BundleReport } from './check-bundle-file';
import { printable } from './terminal';

const RESULTS = { valid: 'VALID 有效', invalid: 'INVALID 无效', unknown: 'UNKNOWN 无法判断' } as const;
const MARKS = { true: '+', false: 'x', skipped: '-' } as const;

/** Said when no trust file was found: without one nothing can be valid. */
export const TRUST_MISSING =
  'No trust file: get the log’s verifier key from its operator, over a way you trust (GET /log/vkey), write it into a trust ' +
  'file (docs/formats.md, "Trust file") and name that with --trust.\n' +
  '没有信任文件：请通过可信渠道向日志运营方获取验证密钥（GET /log/vkey），写入信任文件，并用 --trust 指定。\n';

/** A verdict for people, in both languages. */
export function bundleReportText(report: BundleReport): string {
  const lines = [
    `${RESULTS[report.result]}  ${printable(report.file)}${report.reason === undefined ? '' : `  ${report.reason}`}`,
  ];
  if (report.error !== undefined)
    lines.push(...Object.entries(report.error).map(([name, value]: [string, string]) => fact(name, '', value)));
  if (report.result === 'unknown' && report.checks.length > 0) {
    lines.push('  What the file says, not proven: 以下内容未经证实：');
  }
  if (report.result !== 'invalid') lines.push(...summaryLines(report.summary));
  for (const { id, ok, en, zh } of report.checks) lines.push(`  ${MARKS[`${ok}`]} ${id.padEnd(10)} ${en} ${zh}`);
  return `${lines.join('\n')}\n`;
}

function summaryLines(summary: BundleSummary): string[] {
  const { type, number, issuedAt, currency, totals, test, provenance, commit, erasure, status } = summary;
  const lines: string[] = [];
  if (test === true) lines.push('  TEST INVOICE, worth nothing 测试发票，无效力');
  const texts = [
    ['type', '类型', type],
    ['number', '发票号码', number],
    ['issued at', '开票时间', issuedAt],
    ['currency', '币种', currency],
  ] as const;
  for (const [en, zh, value] of texts) if (value !== undefined) lines.push(fact(en, zh, value));
  if (totals !== undefined) lines.push(fact('totals', '合计', totalsText(totals)));
  if (provenance !== undefined) lines.push(...provenanceLines(summary.time, provenance));
  if (test === false) lines.push(fact('test', '测试', 'no 否'));
  lines.push(...hiddenLines(summary));
  if (commit !== undefined) lines.push(...commitLines(commit));
  if (status !== undefined) lines.push(...statusLines(status));
  if (erasure !== undefined) lines.push(...erasureLines(erasure));
  return lines;
}

/** How many fields are hidden, and the names of those whose place leaves no doubt. */
function hiddenLines({ hidden, hiddenNames = [] }: BundleSummary): string[] {
  if (hidden === undefined) return [];
  const names = hiddenNames.length === 0 ? '' : `  ${hiddenNames.join(', ')}${hiddenNames.length < hidden ? ', …' : ''}`;
  return [fact('hidden fields', '未披露字段', `${String(hidden)}${names}`)];
}

function commitLines({ block, transaction, id, attestedBy }: CommitSummary): string[] {
  const place = `block ${String(block)}, transaction ${String(transaction)}${id === undefined ? '' : ` (${id})`}`;
  return [fact('committed in', '入账位置', place), fact('attested by', '入账证明', attestedBy.join(', ') || '–')];
}

/** Whose statement it is, and what of it the ledger vouches for: that it was recorded then, not that it is true. */
function provenanceLines(time: string | undefined, summary: ProvenanceSummary): string[] {
  const { digest, kind, registrant, event, organisation, to, source, method, madeAt, parents = [] } = summary;
  const texts = [
    ['recorded at', '登记时间', time],
    ['digest', '内容摘要', digest],
    ['kind', '类别', kind],
    ['registrant', '登记方', registrant],
    ['event', '事件', event],
    ['by', '执行方', organisation],
    ['to', '对象', to],
    ['source', '来源', source],
    ['method', '方法', method],
    ['made at', '生成时间', madeAt],
    ...parents.map((parent) => ['made from', '上游', parent] as const),
  ] as const;
  return texts.flatMap(([en, zh, value]) => (value === undefined ? [] : [fact(en, zh, value)]));
}

/** Where the invoice stood, on the axes that are shown. */
function statusLines({ asOf, axes }: StatusSummary): string[] {
  const shown = Object.entries(axes).map(([axis, state]: [string, string]) => `${axis}=${state}`);
  return [fact('status as of', '状态截至', asOf), fact('status', '状态', shown.join(', ') || '–')];
}

function erasureLines({ log, index, leaf, stores, attestedBy }: ErasureSummary): string[] {
  return [
    fact('erased', '已删除', `entry ${String(index)} of ${log} (leaf ${leaf})`),
    fact('gone from', '已清除存储', stores.join(', ')),
    fact('attested by', '删除证明', attestedBy.join(', ') || '–'),
  ];
}

function fact(en: string, zh: string, value: string): string {
  return `  ${`${en} ${zh}`.trimEnd().padEnd(14)} ${printable(value)}`;
}

function totalsText(totals: JsonValue): string {
  if (typeof totals !== 'object' || totals === null) return JSON.stringify(totals);
  return Object.entries(totals)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
