import { CORRECTION_MEANINGS } from '@lianpiao/chaincode/domain';
import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Tag, Timeline, Typography } from 'antd';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { useSession } from '../../app/session';
import { Reading } from '../../app/states';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatMoney, formatTime } from '../../shared/format';
import { CorrectionCard } from './correction-card';
import { PledgeForm } from './pledges/pledge-form';
import { sideOf } from './side';
import { texts } from './texts';
import type { Status } from './types';
import { UseButtons } from './use/use-buttons';
import './life.css';

const AXES = ['document', 'correction', 'use', 'booking', 'claim', 'pledge'] as const;
type Axis = (typeof AXES)[number];
/** States that somebody should look at, or that are final. */
const COLOURS: Readonly<Record<string, string>> = {
  'partly-red': 'warning',
  'wholly-red': 'error',
  '02': 'warning',
  '03': 'warning',
  reserved: 'processing',
  settled: 'success',
  pledged: 'processing',
};

interface StatusCardProps {
  readonly number: string;
  /** The selling organisation's id: by it the card knows on whose side its reader stands. */
  readonly seller: string;
  readonly currency: string;
}

/** Where an invoice stands, axis by axis, what its reader may do about that, and what became of its last red letter. */
export function StatusCard({ number, seller, currency }: StatusCardProps): ReactElement {
  const { status: t } = useTexts(texts);
  const query = useQuery({
    queryKey: ['invoice-status', number],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/invoices/{number}/status', { params: { path: { number } }, signal })),
  });
  return (
    <Card title={t.title}>
      <Reading query={query}>{(status) => <Standing status={status} seller={seller} currency={currency} />}</Reading>
    </Card>
  );
}

interface StandingProps extends Omit<StatusCardProps, 'number'> {
  readonly status: Status;
}

function Standing({ status, seller, currency }: StandingProps): ReactElement {
  const { status: t } = useTexts(texts);
  const side = sideOf(useSession(), seller);
  return (
    <>
      {status.clawbackDue && <Alert type="error" showIcon title={t.clawback} className="gap-below" />}
      <dl className="axes">
        {AXES.map((axis) => (
          <AxisRow key={axis} axis={axis} state={status[axis]} />
        ))}
        <dt>{t.left}</dt>
        <dd className="number">{status.left === null ? t.erased : formatMoney(status.left, currency)}</dd>
      </dl>
      <Typography.Text type="secondary">{t.asOf(formatTime(status.asOf))}</Typography.Text>
      {side === 'buyer' && <UseButtons status={status} />}
      {side === 'seller' && <PledgeForm status={status} />}
      {status.lastCorrection !== null && <LastCorrection id={status.lastCorrection} />}
    </>
  );
}

function AxisRow({ axis, state }: { readonly axis: Axis; readonly state: string }): ReactElement {
  const { status: t } = useTexts(texts);
  const language = useLanguage();
  const states: Readonly<Record<string, string>> = axis === 'booking' ? { ...t.states, ...t.bookings } : t.states;
  const meaning = axis === 'correction' ? CORRECTION_MEANINGS[state]?.[language] : undefined;
  const colour = axis === 'booking' ? 'default' : (COLOURS[state] ?? 'default');
  return (
    <>
      <dt>{t.axes[axis]}</dt>
      <dd data-axis={axis} data-state={state}>
        <Tag color={colour}>{meaning ?? states[state] ?? state}</Tag>
      </dd>
    </>
  );
}

function LastCorrection({ id }: { readonly id: string }): ReactElement {
  const { status: t, events: words } = useTexts(texts);
  const query = useQuery({
    queryKey: ['correction', id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/corrections/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <div className="gap-above">
      <Typography.Paragraph strong>{t.lastCorrection}</Typography.Paragraph>
      <Reading query={query}>
        {(correction) => (
          <>
            <CorrectionCard correction={correction} />
            <Timeline
              className="gap-above"
              items={correction.events.toReversed().map(({ sequence, type, time, event }) => ({
                key: sequence,
                content: (
                  <>
                    {wordOf(words, event, type)} <span className="number">{formatTime(time)}</span>
                  </>
                ),
              }))}
            />
          </>
        )}
      </Reading>
    </div>
  );
}

/** What was done, or the kind of entry that says so. */
function wordOf(words: Readonly<Record<string, string>>, event: string | undefined, type: string): string {
  return words[event ?? type] ?? words[type] ?? type;
}
