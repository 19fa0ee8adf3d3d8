import { useQuery } from '@tanstack/react-query';
import { Card, Typography } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { Reading } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { useDepartmentName } from '../directory/use-departments';
import { texts } from './texts';

/** Looked through for each kind; what is open past its day is rare. */
const LOOKED_AT = 500;
const limit = { limit: LOOKED_AT };

/** What is past its day and still open: requests, halves of receipts, feedback. */
export function LoopsCard(): ReactElement {
  const { loops: t } = useTexts(texts);
  return (
    <Card title={t.title}>
      <Requests />
      <Halves />
      <FeedbackLoops />
      <Typography.Text type="secondary">{t.partly}</Typography.Text>
    </Card>
  );
}

interface LoopsProps {
  readonly title: string;
  readonly items: readonly { readonly key: string; readonly content: ReactNode }[];
}

function Loops({ title, items }: LoopsProps): ReactElement {
  const { loops: t } = useTexts(texts);
  return (
    <section className="gap-below">
      <strong>{title}</strong>
      {items.length === 0 ? (
        <p>{t.zero}</p>
      ) : (
        <ul>
          {items.map(({ key, content }) => (
            <li key={key} className="breaks">
              {content}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Requests(): ReactElement {
  const { loops: t } = useTexts(texts);
  const nameOf = useDepartmentName();
  const query = useQuery({
    queryKey: ['open-requests'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/requests', { params: { query: limit }, signal })),
  });
  return (
    <Reading query={query}>
      {({ items }) => {
        const late = items.filter(({ overdue, status }) => overdue || status === 'escalated');
        const content = (one: (typeof late)[number]): string =>
          t.request(nameOf(one.consumer), nameOf(one.controller ?? one.resource), formatTime(one.due));
        return <Loops title={t.requests} items={late.map((one) => ({ key: one.request, content: content(one) }))} />;
      }}
    </Reading>
  );
}

function Halves(): ReactElement {
  const { loops: t } = useTexts(texts);
  const query = useQuery({
    queryKey: ['overdue-halves'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/usage-receipts/halves', { params: { query: limit }, signal })),
  });
  return (
    <Reading query={query}>
      {({ items }) => (
        <Loops
          title={t.halves}
          items={items
            .filter(({ overdue }) => overdue)
            .map(({ grant, missing }) => ({
              key: grant,
              content: <Link to={`/grants/${grant}`}>{t.half(grant, t.sides[missing])}</Link>,
            }))}
        />
      )}
    </Reading>
  );
}

function FeedbackLoops(): ReactElement {
  const { loops: t } = useTexts(texts);
  const nameOf = useDepartmentName();
  const query = useQuery({
    queryKey: ['overdue-feedback'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/catalogue/feedback', { params: { query: { ...limit, status: 'overdue' } }, signal })),
  });
  return (
    <Reading query={query}>
      {({ items }) => (
        <Loops
          title={t.feedback}
          items={items.map(({ feedback, entry, owner, due }) => ({
            key: feedback,
            content: <Link to={`/directory/${entry}`}>{t.ofFeedback(entry, nameOf(owner ?? ''), formatTime(due))}</Link>,
          }))}
        />
      )}
    </Reading>
  );
}
