import type { EChartsCoreOption } from 'echarts/core';
import { shortDigest, type Link } from './types';

export interface Lineage {
  readonly ancestors: readonly Link[];
  readonly descendants: readonly Link[];
}
interface Words {
  readonly self: string;
  readonly missing: string;
}

const BLUE = '#17489a';
const GREY = '#5b6578';
const RED = '#b3261e';
const ROW = 70;
/** Of the drawing: the rows of its tallest column. */
const LEAST_HEIGHT = 160;
const MOST_HEIGHT = 640;

/** Each content in the column of how far it is away: made from to the left, made into to the right. */
function columnsOf(digest: string, { ancestors, descendants }: Lineage): Map<string, number> {
  const columns = new Map([[digest, 0]]);
  for (const { parent, depth } of ancestors) columns.set(parent, Math.min(columns.get(parent) ?? 0, -depth));
  for (const { child, depth } of descendants) columns.set(child, Math.max(columns.get(child) ?? 0, depth));
  return columns;
}

export function linksOf({ ancestors, descendants }: Lineage): Link[] {
  return [...ancestors, ...descendants];
}

export function graphHeight(digest: string, lineage: Lineage): number {
  const sizes = Map.groupBy(columnsOf(digest, lineage).values(), (column) => column);
  const tallest = Math.max(...[...sizes.values()].map(({ length }) => length));
  return Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, tallest * ROW + 40));
}

/** The drawing; a missing handover is red, dashed, and says so. */
export function graphOption(digest: string, lineage: Lineage, words: Words): EChartsCoreOption {
  const byColumn = Map.groupBy(columnsOf(digest, lineage), ([, column]) => column);
  const data = [...byColumn].flatMap(([column, entries]) =>
    entries.map(([name], row) => ({
      name,
      value: [column, row - (entries.length - 1) / 2],
      symbolSize: name === digest ? 22 : 14,
      itemStyle: { color: name === digest ? BLUE : GREY },
      label: { formatter: name === digest ? words.self : shortDigest(name) },
    })),
  );
  const links = linksOf(lineage).map(({ parent, child, handover }) => ({
    source: parent,
    target: child,
    lineStyle:
      handover === 'missing' ? { color: RED, type: 'dashed', width: 2, opacity: 1 } : { color: GREY, width: 1.5, opacity: 1 },
    label: { show: handover === 'missing', formatter: words.missing, color: RED, fontSize: 12 },
  }));
  const rows = Math.max(1, ...data.map(({ value: [, row = 0] }) => row));
  return {
    animation: false,
    grid: { left: 56, right: 56, top: 24, bottom: 44 },
    xAxis: { type: 'value', show: false, min: 'dataMin', max: 'dataMax' },
    yAxis: { type: 'value', show: false, min: -rows, max: rows },
    series: [
      {
        type: 'graph',
        coordinateSystem: 'cartesian2d',
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: 9,
        label: { show: true, position: 'bottom', fontSize: 12, color: '#172033' },
        data,
        links,
      },
    ],
  };
}
