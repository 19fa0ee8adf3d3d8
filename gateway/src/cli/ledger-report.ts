import type { LedgerReport, PartReport, Place } from '../ledger/embedded/verify';
import { printable } from './terminal';

const RESULTS = { ok: 'OK 账本完好', bad: 'BAD 账本有误', unknown: 'UNKNOWN 无法完全判断' } as const;
const MARKS = { ok: '+', bad: 'x', unknown: '?', skipped: '-' } as const;
const NAMES: Readonly<Record<PartReport['part'], string>> = {
  blocks: 'blocks 区块',
  references: 'references 订单号索引',
  state: 'state 状态',
  acts: 'acts 管理行为',
  payloads: 'payloads 发票内容',
  index: 'index 检索索引',
  log: 'log 透明日志',
};

/** The report for people, in both languages. */
export function ledgerReportText(report: LedgerReport): string {
  const { result, blocks, entries, erased, erasuresPending, milliseconds, parts } = report;
  const speed = Math.round((entries / Math.max(1, milliseconds)) * 1000);
  const lines = [
    RESULTS[result],
    `  ${String(entries)} entries in ${String(blocks)} blocks replayed in ${String(milliseconds)} ms (${String(speed)}/s) 已重放`,
    ...parts.flatMap(partLines),
  ];
  if (report.mirrored === true) lines.push(...mirrorLines(report));
  if (erased > 0) lines.push(`  ${String(erased)} erased, each with its act 已依法删除内容`);
  if (erasuresPending > 0) {
    lines.push(
      `  ! ${String(erasuresPending)} erased by an act, content still there: erase again 已决定删除但内容仍在，请再次删除`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Whose signatures stand under the entries of a mirror, and whether they were looked at. */
function mirrorLines({ compared }: LedgerReport): string[] {
  if (compared === undefined) {
    return [
      '  ? mirror 镜像  of a Fabric channel: the endorsers’ signatures are in its blocks; compare with --network 背书签名在通道区块中，请用 --network 比对',
    ];
  }
  const { same, differs } = compared;
  if (differs === undefined) return [`  + mirror 镜像  ${String(same)} headers are what the peer’s blocks give 与节点区块一致`];
  return [`  x mirror 镜像  block ${String(differs)} is not what the peer’s blocks give 与节点区块不一致`];
}

function partLines({ part, result, checked, finding, why }: PartReport): string[] {
  const reason = why === undefined ? '' : `  ${why}`;
  const lines = [`  ${MARKS[result]} ${NAMES[part]}  ${String(checked)}${reason}`];
  if (finding === undefined) return lines;
  const detail = finding.detail === undefined ? '' : `: ${printable(finding.detail)}`;
  lines.push(`    first bad record 首个错误: ${placeText(finding.place)}  ${finding.cause}${detail}`);
  lines.push(`    ${finding.repair.en}`, `    ${finding.repair.zh}`);
  return lines;
}

function placeText(place: Place): string {
  return Object.entries(place)
    .map(([name, value]) => `${name} ${printable(String(value))}`)
    .join(', ');
}
