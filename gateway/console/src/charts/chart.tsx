import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, type ReactElement } from 'react';

interface ChartProps {
  /** What the picture shows, for who cannot see it; its figures stand in a table beside it. */
  readonly label: string;
  readonly height: number;
  readonly option: EChartsCoreOption;
}

/** A drawn chart that follows its width. */
export function Chart({ label, height, option }: ChartProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let gone = false;
    const observer = new ResizeObserver(() => chart.current?.resize());
    void import('./echarts').then(({ drawOn }) => {
      if (gone) return;
      chart.current ??= drawOn(element);
      chart.current.setOption(option, true);
      observer.observe(element);
    });
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [option]);
  useEffect(
    () => () => {
      chart.current?.dispose();
      chart.current = undefined;
    },
    [],
  );
  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}
