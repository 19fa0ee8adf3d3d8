import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions, Flex, Steps, Typography } from 'antd';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { answerOf, api } from '../../api/client';
import { Page } from '../../app/page';
import { Reading } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { formatTime } from '../../shared/format';
import { useOrganisationName } from '../sharing/use-names';
import { StepButtons } from './step-buttons';
import { WAY, type Negotiation } from './steps';
import { texts } from './texts';
import '../sharing/sharing.css';

/** The other side moves when it likes. */
const REFRESH_MS = 5_000;

/** One negotiation: how far it is, whose turn it is, and what is being agreed. */
export default function NegotiationPage(): ReactElement {
  const t = useTexts(texts);
  const { negotiation = '' } = useParams();
  const query = useQuery({
    queryKey: ['negotiation', negotiation],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/negotiations/{negotiation}', { params: { path: { negotiation } }, signal })),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Page title={t.one(query.data?.dataset ?? '')} extra={<Link to="/negotiations">{t.back}</Link>}>
      <Reading query={query}>
        {(known) => (
          <>
            <WayCard negotiation={known} />
            <FactsCard negotiation={known} />
          </>
        )}
      </Reading>
    </Page>
  );
}

interface CardProps {
  readonly negotiation: Negotiation;
}

function WayCard({ negotiation }: CardProps): ReactElement {
  const t = useTexts(texts);
  const { state, pending, side, peer, updatedAt } = negotiation;
  const name = useOrganisationName(peer);
  const ended = state === 'TERMINATED';
  const reached = WAY.findIndex((each) => each === state);
  const reason = [negotiation.reason].flat().filter((part): part is string => typeof part === 'string');
  return (
    <Card title={t.way}>
      <Flex vertical gap={16}>
        <Typography.Paragraph className="sentence">{t.means[side][state](name)}</Typography.Paragraph>
        {ended ? (
          <Alert type="warning" showIcon title={t.ended(formatTime(updatedAt))} description={reason.join(' · ')} />
        ) : (
          <Steps
            current={reached}
            status={state === 'FINALIZED' ? 'finish' : 'process'}
            responsive
            size="small"
            items={WAY.map((each, place) => ({
              title: t.states[each],
              ...(place === reached ? { content: formatTime(updatedAt) } : {}),
            }))}
          />
        )}
        {pending !== null && <Alert type="info" showIcon title={t.pending(t.states[pending])} />}
        <StepButtons negotiation={negotiation} />
      </Flex>
    </Card>
  );
}

function FactsCard({ negotiation }: CardProps): ReactElement {
  const { facts: t, sides, noOffer } = useTexts(texts);
  const { dataset, peer, side, offer, agreement, policy, callback, createdAt } = negotiation;
  const agreed = idOf(agreement);
  const items: [string, ReactElement | string][] = [
    [t.dataset, dataset],
    [t.peer, peer],
    [t.side, sides[side]],
    [t.offer, offer ?? noOffer],
    [t.connector, callback],
    [t.created, formatTime(createdAt)],
    ...(agreed === undefined
      ? []
      : [
          [t.grant, negotiation.state === 'FINALIZED' ? <Link to={`/grants/${agreed}`}>{agreed}</Link> : agreed] as [
            string,
            string,
          ],
        ]),
  ];
  return (
    <Card title={t.title}>
      <Descriptions size="small" column={{ xs: 1, md: 2 }}>
        {items.map(([label, value]) => (
          <Descriptions.Item key={label} label={label}>
            <span className="breaks">{value}</span>
          </Descriptions.Item>
        ))}
      </Descriptions>
      <strong>{agreed === undefined ? t.policy : t.agreement}</strong>
      <pre className="code-block">{JSON.stringify(agreement ?? policy ?? {}, null, 2)}</pre>
    </Card>
  );
}

function idOf(agreement: unknown): string | undefined {
  if (typeof agreement !== 'object' || agreement === null || !('@id' in agreement)) return undefined;
  return String(agreement['@id']);
}
