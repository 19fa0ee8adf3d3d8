import { Card, Flex, Tag, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { MoreButton } from '../../app/more-button';
import { Nothing, Reading } from '../../app/states';
import { pageQuery, usePages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { FeedbackActions, GiveFeedback } from './feedback-forms';
import { texts } from './texts';
import type { EntryDetail, Feedback } from './types';
import { useDepartmentName } from './use-departments';

const COLOURS = { open: 'processing', answered: 'success', closed: 'default' } as const;

/** What readers said of an entry's data, and what became of it. */
export function FeedbackCard({ entry: { entry } }: { readonly entry: EntryDetail }): ReactElement {
  const { feedback: t, more } = useTexts(texts);
  // Made once for each drawing of the page: the list's index follows the ledger by a moment.
  const [key] = useState(['feedback', entry]);
  const pages = usePages<Feedback>(key, (after, signal) =>
    answerOf(api.GET('/v1/catalogue/feedback', { params: { query: { entry, ...pageQuery(after) } }, signal })),
  );
  return (
    <Card title={t.title} extra={<GiveFeedback entry={entry} />}>
      <Typography.Paragraph type="secondary">{t.lead}</Typography.Paragraph>
      <Reading query={pages}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>{t.none}</Nothing>
          ) : (
            <>
              <FeedbackList items={items} />
              <MoreButton pages={pages} label={more} />
            </>
          )
        }
      </Reading>
    </Card>
  );
}

/** Feedback with its state and what can be done about it. */
export function FeedbackList({ items }: { readonly items: readonly Feedback[] }): ReactElement {
  return (
    <ul className="plain-list">
      {items.map((feedback) => (
        <li key={feedback.feedback} data-feedback={feedback.feedback}>
          <FeedbackItem feedback={feedback} />
        </li>
      ))}
    </ul>
  );
}

function FeedbackItem({ feedback }: { readonly feedback: Feedback }): ReactElement {
  const { feedback: t } = useTexts(texts);
  const nameOf = useDepartmentName();
  const { status, kind, overdue, outcome, text, answer, from, due } = feedback;
  return (
    <Flex vertical gap={4}>
      <Flex gap={6} wrap align="center">
        <Tag color={COLOURS[status]}>{t.states[status]}</Tag>
        {overdue && <Tag color="error">{t.overdue}</Tag>}
        {outcome !== null && <Tag>{t.outcomes[outcome]}</Tag>}
        <strong>{t.kinds[kind]}</strong>
        <Typography.Text type="secondary">
          {t.from(nameOf(from))} · {t.due(formatTime(due))}
        </Typography.Text>
      </Flex>
      {text !== null && <span className="breaks">{text}</span>}
      {answer !== null && <Typography.Text type="secondary">{t.answered(answer)}</Typography.Text>}
      <Flex gap={8}>
        <FeedbackActions feedback={feedback} />
      </Flex>
    </Flex>
  );
}
