import { parseCheckpoint, parseNote, parseTlogProof } from '@lianpiao/chaincode/domain';
import { Timeline, Typography } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { Answer, Bundle } from '../../api/answers';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime } from '../../shared/format';
import { texts } from './texts';

type Events = Answer<'readEvents'>['items'];
interface Step {
  readonly key: string;
  readonly text: string;
  readonly time?: string;
  readonly detail?: string;
  readonly color?: string;
}

/** What happened to an invoice, oldest first: on the ledger, in the log, on public chains. */
export function History({
  events,
  soldAt,
  bundle,
}: {
  readonly events: Events;
  readonly soldAt: string | undefined;
  readonly bundle: Bundle | undefined;
}): ReactElement {
  const steps = useSteps(events, soldAt, bundle);
  return <Timeline items={steps.map(({ key, color = '#17489a', ...step }) => ({ key, color, content: stepText(step) }))} />;
}

function stepText({ text, time, detail }: Omit<Step, 'color' | 'key'>): ReactNode {
  return (
    <>
      <div>{text}</div>
      {time !== undefined && (
        <Typography.Text type="secondary" className="number">
          {formatTime(time)}
        </Typography.Text>
      )}
      {detail !== undefined && (
        <Typography.Text type="secondary" className="breaks">
          {detail}
        </Typography.Text>
      )}
    </>
  );
}

function useSteps(events: Events, soldAt: string | undefined, bundle: Bundle | undefined): Step[] {
  const t = useTexts(texts).events;
  const language = useLanguage();
  const [issued, ...later] = events;
  return [
    ...(soldAt === undefined || soldAt === issued?.time ? [] : [{ key: 'sold', text: t.sold, time: soldAt }]),
    ...(issued === undefined
      ? []
      : [{ key: 'issued', text: t.issued(formatCount(issued.sequence, language)), time: issued.time }]),
    bundle === undefined
      ? { key: 'pending', text: t.pending, color: '#667085' }
      : { key: 'sealed', text: t.sealed(formatCount(sizeOf(bundle), language)), color: '#13703a' },
    ...(bundle?.anchors ?? []).map(({ chainId, block, transaction }) => ({
      key: transaction,
      text: t.anchored(String(chainId), formatCount(block, language)),
      detail: transaction,
      color: '#13703a',
    })),
    ...later.map(({ type, time, sequence }) => ({
      key: String(sequence),
      text: type === 'invoice.content-erased' ? t.erased : type,
      time,
      color: '#b3261e',
    })),
  ];
}

/** How many entries the checkpoint covers under which the invoice is proven. */
function sizeOf({ proof }: Bundle): number {
  return parseCheckpoint(parseNote(parseTlogProof(proof).checkpoint).text).size;
}
