import { Button, Card, Flex, Tag, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { unless } from '../../../api/unless';
import { MoreButton } from '../../../app/more-button';
import { ReasonButton } from '../../../app/reason-button';
import { ReasonDialog } from '../../../app/reason-dialog';
import { useSession } from '../../../app/session';
import { Nothing, Reading } from '../../../app/states';
import { pageQuery, usePages } from '../../../app/use-pages';
import { useTexts } from '../../../shared/dictionary';
import { formatTime } from '../../../shared/format';
import { useDepartmentName } from '../../directory/use-departments';
import { useServiceTime } from '../../life/service-clock';
import { texts as sharing } from '../../sharing/texts';
import { useResourceTitle } from '../../sharing/use-names';
import { texts as words } from '../../sharing/words/texts';
import { StandingForm } from './standing-form';
import { texts } from './texts';

type Standing = Answer<'listStandingGrants'>['items'][number];
interface OfStanding {
  readonly standing: Standing;
}

/** What controllers signed in advance, newest first: all for supervisors, for others what they gave and got. */
export function StandingList(): ReactElement {
  const t = useTexts(texts);
  const { role } = useSession();
  const pages = usePages<Standing>(['standing-grants'], (after, signal) =>
    answerOf(api.GET('/v1/standing-grants', { params: { query: pageQuery(after) }, signal })),
  );
  return (
    <>
      <Flex justify="space-between" align="start" gap={10} wrap className="gap-below">
        <Typography.Text type="secondary" className="grows">
          {t.lead}
        </Typography.Text>
        {role === 'provider' && <StandingForm />}
      </Flex>
      <Reading query={pages}>
        {(items) => (
          <>
            {items.length === 0 && !pages.hasMore && <Nothing>{t.none}</Nothing>}
            <ul className="grants">
              {items.map((item) => (
                <li key={item.standing} data-standing={item.standing}>
                  <StandingCard standing={item} />
                </li>
              ))}
            </ul>
            <MoreButton pages={pages} label={t.more} />
          </>
        )}
      </Reading>
    </>
  );
}

function StandingCard({ standing }: OfStanding): ReactElement {
  const t = useTexts(texts);
  const { closed, until, since, controller, consumer } = standing;
  const { organisation } = useSession();
  const now = useServiceTime();
  const state = closed ? 'closed' : Date.parse(until) <= now ? 'over' : 'open';
  return (
    <Card size="small">
      <Typography.Paragraph className="sentence">
        <Sentence standing={standing} />
      </Typography.Paragraph>
      <Flex justify="space-between" align="center" gap={10} wrap>
        <Flex gap={10} align="center" wrap>
          <Tag color={state === 'open' ? 'success' : 'default'}>{t.states[state]}</Tag>
          <Typography.Text type="secondary" className="short-facts">
            {[standing.standing, t.since(formatTime(since))].join(' · ')}
          </Typography.Text>
        </Flex>
        {state === 'open' && (
          <Flex gap={8} wrap>
            {consumer === organisation && <DrawButton standing={standing} />}
            {controller === organisation && <EndButton standing={standing} />}
          </Flex>
        )}
      </Flex>
    </Card>
  );
}

function Sentence({ standing }: OfStanding): ReactElement {
  const t = useTexts(texts);
  const { sentence } = useTexts(sharing);
  const { bases } = useTexts(words);
  const nameOf = useDepartmentName();
  const { provider, consumer, fields, purpose, days, until, basis, keepDays } = standing;
  const parties = { provider: nameOf(provider), consumer: nameOf(consumer), title: useResourceTitle(standing.resource) };
  const what = { fields: (fields ?? []).join(sentence.list), purpose: purpose?.text ?? '', basis: bases[basis] };
  return <>{t.sentence({ ...parties, ...what, days, keepDays, until: formatTime(until) })}</>;
}

function EndButton({ standing: { standing: id } }: OfStanding): ReactElement {
  const t = useTexts(texts);
  return (
    <ReasonButton
      title={t.endTitle}
      confirm={t.end}
      hint={t.endHint}
      danger
      done={t.ended}
      act={(reason) => answerOf(api.POST('/v1/standing-grants/{id}/close', { params: { path: { id } }, body: { reason } }))}
    />
  );
}

function DrawButton({ standing: { standing } }: OfStanding): ReactElement {
  const t = useTexts(texts);
  // The same in every attempt: a repetition is no second grant.
  const [grant, setGrant] = useState<string>();
  return (
    <>
      <Button size="small" type="primary" onClick={() => setGrant(`g-${crypto.randomUUID()}`)}>
        {t.draw}
      </Button>
      {grant !== undefined && (
        <ReasonDialog
          title={t.drawTitle}
          confirm={t.draw}
          hint={t.drawHint}
          done={t.drawn}
          act={(reason) => {
            const params = { path: { standing } };
            return unless(
              'GRANT_EXISTS',
              answerOf(api.POST('/v1/standing-grants/{standing}/draw', { params, body: { grant, reason } })),
            );
          }}
          onClose={() => setGrant(undefined)}
        />
      )}
    </>
  );
}
