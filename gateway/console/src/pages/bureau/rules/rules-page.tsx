import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Typography } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { Answer } from '../../../api/answers';
import { answerOf, api } from '../../../api/client';
import { DataTable } from '../../../app/data-table';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session';
import { Reading } from '../../../app/states';
import { useTexts } from '../../../shared/dictionary';
import { formatMoney, formatRate } from '../../../shared/format';
import type { CnRate, CnRules } from './cn-draft';
import { CnForm } from './cn-form';
import { PublishForm, type LifeRules } from './publish-form';
import { texts } from './texts';

type RuleSet = Answer<'readLifeRules'>;

/** The rule sets in force, and putting others in force. */
export default function RulesPage(): ReactElement {
  const t = useTexts(texts);
  const { role } = useSession();
  const life = useQuery({
    queryKey: ['rules', 'life'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/rules/life', { signal })),
  });
  const cn = useQuery({ queryKey: ['rules', 'cn'], queryFn: ({ signal }) => answerOf(api.GET('/v1/rules/cn', { signal })) });
  const publishes = role === 'bureau';
  return (
    <Page title={t.title} lead={t.lead}>
      <Card title={t.life} extra={publishes && life.data && <PublishForm inForce={JSON.parse(life.data.text) as LifeRules} />}>
        <Reading query={life}>{(set) => <LifeRuleSet set={set} />}</Reading>
      </Card>
      <Card title={t.cn} extra={publishes && cn.data && <CnForm inForce={JSON.parse(cn.data.text) as CnRules} />}>
        <Reading query={cn}>{(set) => <CnRuleSet set={set} />}</Reading>
      </Card>
    </Page>
  );
}

function RuleFacts({ set, more }: { readonly set: RuleSet; readonly more: readonly [string, ReactNode][] }): ReactElement {
  const t = useTexts(texts);
  const facts: readonly [string, ReactNode][] = [
    [t.version, set.version],
    [
      t.digest,
      <Typography.Text key="digest" copyable className="breaks">
        {set.digest}
      </Typography.Text>,
    ],
    ...more,
  ];
  return <Descriptions size="small" column={1} items={facts.map(([label, children]) => ({ key: label, label, children }))} />;
}

function LifeRuleSet({ set }: { readonly set: RuleSet }): ReactElement {
  const t = useTexts(texts);
  const { confirmHours, maxLeaseSeconds, maxClaims } = JSON.parse(set.text) as LifeRules;
  return (
    <RuleFacts
      set={set}
      more={[
        [t.confirmHours, confirmHours],
        [t.maxLeaseSeconds, maxLeaseSeconds],
        [t.maxClaims, maxClaims],
      ]}
    />
  );
}

function CnRuleSet({ set }: { readonly set: RuleSet }): ReactElement {
  const t = useTexts(texts);
  const { rates, tolerance } = JSON.parse(set.text) as CnRules;
  return (
    <>
      <RuleFacts set={set} more={[[t.tolerance, formatMoney(tolerance, 'CNY')]]} />
      <DataTable<CnRate>
        size="small"
        rowKey={({ category, rate, from }) => `${category} ${rate} ${from}`}
        dataSource={[...rates]}
        columns={[
          { title: t.category, render: (_, { category }) => t.categories[category] },
          { title: t.rate, className: 'amount', align: 'end', render: (_, { rate }) => formatRate(rate) },
          { title: t.from, className: 'number', dataIndex: 'from' },
          { title: t.to, className: 'number', render: (_, { to }) => to ?? t.forever },
        ]}
      />
    </>
  );
}
