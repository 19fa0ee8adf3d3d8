import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Flex, Typography } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { Reading } from '../../app/states';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount } from '../../shared/format';
import { useDepartmentName } from '../directory/use-departments';
import { texts } from './texts';

type UsageAlert = Answer<'listUsageAlerts'>['items'][number];
const REFRESH_MS = 30_000;

/** Use that its provider should look at. */
export function AlertsCard(): ReactElement {
  const { alerts: t } = useTexts(texts);
  const query = useQuery({
    queryKey: ['usage-alerts'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/usage-receipts/alerts', { signal })),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Card title={t.title}>
      <Reading query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Typography.Text type="secondary">{t.none}</Typography.Text>
          ) : (
            <Flex vertical gap={8}>
              {items.map((alert) => (
                <OneAlert key={`${alert.kind} ${alert.grant} ${alert.consumer}`} alert={alert} />
              ))}
            </Flex>
          )
        }
      </Reading>
    </Card>
  );
}

function OneAlert({ alert: { kind, grant, consumer, found, usual } }: { readonly alert: UsageAlert }): ReactElement {
  const { alerts: t } = useTexts(texts);
  const language = useLanguage();
  const who = useDepartmentName()(consumer);
  const times = formatCount(found, language);
  return (
    <Alert
      type="warning"
      showIcon
      title={kind === 'volume' ? t.volume(who, times, formatCount(usual, language)) : t.refusals(who, times)}
      description={<Link to={`/grants/${grant}`}>{t.grant}</Link>}
    />
  );
}
