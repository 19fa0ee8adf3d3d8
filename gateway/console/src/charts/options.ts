import type { EChartsCoreOption } from 'echarts/core';

const INK = '#4a5468';
const LINE = '#e4e8ef';
const BLUE = '#17489a';
/** Of several bars beside each other; each differs from its neighbour in lightness, too. */
const SERIES = ['#9db4d8', '#4c7ac0', '#17489a'];

export interface Point {
  readonly name: string;
  /** Drawn only: the exact amount stands in the table. */
  readonly value: number;
  /** What the tooltip says. */
  readonly text: string;
}

/** A tooltip drawn as text: its HTML form would need styles that the page's policy refuses. */
const tooltip = (points: readonly Point[]): object => ({
  trigger: 'axis',
  renderMode: 'richText',
  axisPointer: { type: 'shadow' },
  formatter: ([first]: readonly { dataIndex: number }[]) => {
    const point = points[first?.dataIndex ?? 0];
    return point === undefined ? '' : `${point.name}\n${point.text}`;
  },
});

const axisLabel = { color: INK, fontSize: 12 };

/** Bars, the first on top; up to the largest value, or to `most`. */
export function barOption(points: readonly Point[], most?: number): EChartsCoreOption {
  const drawn = [...points].reverse();
  return {
    animation: false,
    grid: { left: 4, right: 16, top: 4, bottom: 4, containLabel: true },
    tooltip: tooltip(drawn),
    xAxis: { type: 'value', axisLabel, splitLine: { lineStyle: { color: LINE } }, ...(most === undefined ? {} : { max: most }) },
    yAxis: { type: 'category', data: drawn.map(({ name }) => name), axisLabel, axisTick: { show: false } },
    series: [
      { type: 'bar', data: drawn.map(({ value }) => value), barMaxWidth: 18, itemStyle: { color: BLUE, borderRadius: 3 } },
    ],
  };
}

/** A line over days. */
export function lineOption(points: readonly Point[]): EChartsCoreOption {
  return {
    animation: false,
    grid: { left: 4, right: 16, top: 12, bottom: 4, containLabel: true },
    tooltip: tooltip(points),
    xAxis: { type: 'category', data: points.map(({ name }) => name), axisLabel, axisTick: { show: false } },
    yAxis: { type: 'value', axisLabel, splitLine: { lineStyle: { color: LINE } } },
    series: [
      {
        type: 'line',
        data: points.map(({ value }) => value),
        symbolSize: 7,
        lineStyle: { color: BLUE, width: 2 },
        itemStyle: { color: BLUE },
        areaStyle: { color: BLUE, opacity: 0.08 },
      },
    ],
  };
}

interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** Several bars for each name, the first name on top. */
export function groupedBarOption(names: readonly string[], series: readonly Series[]): EChartsCoreOption {
  return {
    animation: false,
    color: SERIES,
    legend: { top: 0, left: 0, textStyle: { color: INK } },
    grid: { left: 4, right: 16, top: 36, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', minInterval: 1, axisLabel, splitLine: { lineStyle: { color: LINE } } },
    yAxis: { type: 'category', inverse: true, data: names, axisLabel, axisTick: { show: false } },
    series: series.map(({ name, values }) => ({
      type: 'bar',
      name,
      data: values,
      barMaxWidth: 12,
      itemStyle: { borderRadius: 3 },
    })),
  };
}
