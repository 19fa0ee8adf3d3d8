import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, Flex, Form, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { Nothing, Reading } from '../../app/states';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount, formatTime } from '../../shared/format';
import { openBatch, rootOver, type OpenBatch } from './own-root';
import { What } from './receipts-card';
import { texts } from './texts';

/** The consumer's half of the oldest batch that waits for it. */
export function SignButton({ grant }: { readonly grant: string }): ReactElement {
  const { halves, sign: t } = useTexts(texts);
  return (
    <FormDrawer label={halves.check} size={560}>
      {(close) => <Waiting grant={grant} onClose={close} nothing={t.nothing} />}
    </FormDrawer>
  );
}

interface WaitingProps {
  readonly grant: string;
  readonly nothing: string;
  readonly onClose: () => void;
}

function Waiting({ grant, nothing, onClose }: WaitingProps): ReactElement {
  const query = useQuery({
    queryKey: ['open-batch', grant],
    queryFn: ({ signal }) => openBatch(grant, signal),
    staleTime: Infinity,
  });
  return (
    <Reading query={query}>
      {(batch) => (batch === null ? <Nothing>{nothing}</Nothing> : <SignFields grant={grant} batch={batch} onClose={onClose} />)}
    </Reading>
  );
}

interface SignFieldsProps {
  readonly grant: string;
  readonly batch: OpenBatch;
  readonly onClose: () => void;
}

function SignFields({ grant, batch: { first, count, items }, onClose }: SignFieldsProps): ReactElement {
  const { sign: t } = useTexts(texts);
  const { act: words } = useTexts(app);
  const language = useLanguage();
  const { message } = App.useApp();
  const [agreed, setAgreed] = useState<ReadonlySet<number>>(new Set());
  const all = agreed.size === items.length;
  const root = rootOver(items.filter(({ ordinal }) => agreed.has(ordinal)));
  const act = useAct(
    ({ reason }: { reason: string }): Promise<unknown> => {
      const call = { params: { path: { grant } }, body: { first, count, root, reason: reason.trim() } };
      if (all) return answerOf(api.POST('/v1/usage-receipts/{grant}/acknowledge', call));
      return answerOf(api.POST('/v1/usage-receipts/{grant}/dispute', call));
    },
    () => {
      void message.success(all ? t.acknowledged : t.disputed);
      onClose();
    },
  );
  const toggle = (ordinal: number, on: boolean): void => {
    const next = new Set(agreed);
    if (on) next.add(ordinal);
    else next.delete(ordinal);
    setAgreed(next);
  };
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={act.run}>
      <Typography.Paragraph>{t.lead}</Typography.Paragraph>
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.ordinal}>
            <Flex gap={10} align="start">
              <Checkbox
                checked={agreed.has(item.ordinal)}
                aria-label={t.mine(formatCount(item.ordinal, language))}
                onChange={({ target }) => toggle(item.ordinal, target.checked)}
              />
              <Flex vertical>
                <span className="number">{formatTime(item.receipt.time)}</span>
                <What receipt={item} />
              </Flex>
            </Flex>
          </li>
        ))}
      </ul>
      <Typography.Paragraph type="secondary" className="breaks short-facts gap-above">
        {t.root}: {root}
      </Typography.Paragraph>
      <ReasonField />
      <FormEnd act={act} submit={all ? t.acknowledge : t.dispute} cancel={words.cancel} onCancel={onClose} />
    </Form>
  );
}
