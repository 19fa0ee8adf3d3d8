import { Button, Flex, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../../api/client';
import { ReasonDialog } from '../../../app/reason-dialog';
import { useTexts } from '../../../shared/dictionary';
import { eventsNow } from '../side';
import type { Status } from '../types';
import { texts } from './texts';

const AXES = ['use', 'booking'] as const;
type Event = keyof (typeof texts)['zh']['events'];
interface Asked {
  readonly axis: (typeof AXES)[number];
  readonly event: Event;
}
/** What is settled with the tax office, or stands in the books for good. */
const DANGEROUS: readonly Event[] = ['deduct', 'roll-back'];

async function change({ axis, event }: Asked, number: string, reason: string): Promise<unknown> {
  const params = { path: { number } };
  if (axis === 'use') return answerOf(api.POST('/v1/invoices/{number}/use', { params, body: { event, reason } as never }));
  return answerOf(api.POST('/v1/invoices/{number}/booking', { params, body: { event, reason } as never }));
}

/** The buyer's own acts on an invoice that stands: its use for tax, and how it is booked (入账, codes 02 to 06). */
export function UseButtons({ status }: { readonly status: Status }): ReactElement | null {
  const t = useTexts(texts);
  const [asked, setAsked] = useState<Asked>();
  const rows = AXES.map((axis) => ({ axis, events: eventsNow(status, axis, 'buyer') as readonly Event[] }));
  if (asked === undefined && rows.every(({ events }) => events.length === 0)) return null;
  return (
    <div className="gap-above">
      {rows
        .filter(({ events }) => events.length > 0)
        .map(({ axis, events }) => (
          <div key={axis} role="group" aria-label={t.axes[axis]} className="axis-acts">
            <Typography.Text strong>{t.axes[axis]}</Typography.Text>
            <Flex gap={8} wrap>
              {events.map((event) => (
                <Button key={event} onClick={() => setAsked({ axis, event })}>
                  {t.events[event].act}
                </Button>
              ))}
            </Flex>
          </div>
        ))}
      {asked !== undefined && (
        <ReasonDialog
          title={t.ask(t.events[asked.event].act)}
          confirm={t.events[asked.event].act}
          hint={t.events[asked.event].hint}
          danger={DANGEROUS.includes(asked.event)}
          done={t.done}
          act={(reason) => change(asked, status.invoice, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
