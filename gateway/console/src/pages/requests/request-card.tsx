import { Card, Flex, Tag, Typography } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { ReasonButton } from '../../app/reason-button';
import { useSession } from '../../app/session';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { useDepartmentName } from '../directory/use-departments';
import { texts as sharing } from '../sharing/texts';
import { useResourceTitle } from '../sharing/use-names';
import { texts as words } from '../sharing/words/texts';
import type { AccessRequest } from './access-request';
import { AgreeButton } from './agree-button';
import { texts } from './texts';

const COLOURS = { open: 'processing', escalated: 'warning', granted: 'success', refused: 'error' } as const;

interface OfRequest {
  readonly request: AccessRequest;
}

/** A request as a sentence, with its deadline, and what the reader can do about it. */
export function RequestCard({ request }: OfRequest): ReactElement {
  const t = useTexts(texts);
  const { status, overdue, due, since, why, grant } = request;
  return (
    <Card size="small">
      <Typography.Paragraph className="sentence">
        <Sentence request={request} />
      </Typography.Paragraph>
      <Flex justify="space-between" align="center" gap={10} wrap>
        <span className="facets">
          <Tag color={COLOURS[status]}>{t.states[status]}</Tag>
          {overdue && <Tag color="error">{t.overdue}</Tag>}
          <Typography.Text type="secondary" className="short-facts">
            {[t.due(formatTime(due)), t.asked(formatTime(since)), ...(why === null ? [] : [t.why(why)])].join(' · ')}
          </Typography.Text>
        </span>
        <Flex gap={8} wrap>
          {grant !== undefined && <Link to={`/grants/${grant}`}>{t.grant}</Link>}
          <Actions request={request} />
        </Flex>
      </Flex>
    </Card>
  );
}

function Sentence({ request: { consumer, resource, fields, purpose, basis } }: OfRequest): ReactElement {
  const t = useTexts(texts);
  const { sentence } = useTexts(sharing);
  const { bases } = useTexts(words);
  const who = useDepartmentName()(consumer);
  const title = useResourceTitle(resource);
  return <>{t.sentence(who, (fields ?? []).join(sentence.list), title, purpose?.text ?? '', bases[basis])}</>;
}

function Actions({ request }: OfRequest): ReactElement | null {
  const { organisation } = useSession();
  const unanswered = request.status === 'open' || request.status === 'escalated';
  if (unanswered && request.controller === organisation)
    return (
      <>
        <AgreeButton request={request} />
        <RefuseButton request={request} />
      </>
    );
  return request.overdue && request.consumer === organisation ? <EscalateButton request={request} /> : null;
}

function RefuseButton({ request: { request } }: OfRequest): ReactElement {
  const t = useTexts(texts);
  return (
    <ReasonButton
      title={t.refuseTitle}
      confirm={t.refuse}
      hint={t.refuseHint}
      danger
      done={t.refused}
      act={(reason) => answerOf(api.POST('/v1/requests/{request}/answer', { params: { path: { request } }, body: { reason } }))}
    />
  );
}

function EscalateButton({ request: { request: id } }: OfRequest): ReactElement {
  const t = useTexts(texts);
  return (
    <ReasonButton
      title={t.escalateTitle}
      confirm={t.escalate}
      hint={t.escalateHint}
      done={t.escalated}
      act={(reason) => answerOf(api.POST('/v1/requests/{id}/escalate', { params: { path: { id } }, body: { reason } }))}
    />
  );
}
