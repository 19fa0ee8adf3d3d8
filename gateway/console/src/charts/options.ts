import type { EChartsCoreOption } from 'echarts/core';

const INK = '#4a5468';
const LINE = '#e4e8ef';
const BLUE = '#17489a';

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

/** Bars from the largest down. */
export function barOption(points: readonly Point[]): EChartsCoreOption {
  const drawn = [...points].reverse();
  return {
    animation: false,
    grid: { left: 4, right: 16, top: 4, bottom: 4, containLabel: true },
    tooltip: tooltip(drawn),
    xAxis: { type: 'value', axisLabel, splitLine: { lineStyle: { color: LINE } } },
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
