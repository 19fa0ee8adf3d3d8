import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Tag, Typography } from 'antd';
import { useMemo, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { DataTable } from '../../app/data-table';
import { Nothing, Reading } from '../../app/states';
import { Chart } from '../../charts/chart';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount } from '../../shared/format';
import { graphHeight, graphOption, linksOf, type Lineage } from './lineage-graph';
import { texts } from './texts';
import { shortDigest, type Link as LineageLink } from './types';

type Way = Answer<'readLineage'>['direction'];
interface Read extends Lineage {
  readonly complete: boolean;
}
/** More than this nobody sees in one drawing. */
const DRAWN = 100;
const DEPTH = 4;

async function readLineage(digest: string, signal: AbortSignal): Promise<Read> {
  const read = (direction: Way): Promise<Answer<'readLineage'>> => {
    const params = { path: { digest }, query: { direction, depth: DEPTH, limit: DRAWN } };
    return answerOf(api.GET('/v1/provenance/{digest}/lineage', { params, signal }));
  };
  const [up, down] = await Promise.all([read('ancestors'), read('descendants')]);
  const complete = [up, down].every((part) => part.complete && part.next === null);
  return { ancestors: up.items, descendants: down.items, complete };
}

/** What a content was made from and what was made from it, drawn and written, with the handovers that are missing. */
export function LineageCard({ digest }: { readonly digest: string }): ReactElement {
  const { lineage: t } = useTexts(texts);
  const query = useQuery({ queryKey: ['lineage', digest], queryFn: ({ signal }) => readLineage(digest, signal) });
  return (
    <Card title={t.title}>
      <Reading query={query}>
        {(lineage) => (linksOf(lineage).length === 0 ? <Nothing>{t.none}</Nothing> : <Drawn digest={digest} lineage={lineage} />)}
      </Reading>
    </Card>
  );
}

interface DrawnProps {
  readonly digest: string;
  readonly lineage: Read;
}

function Drawn({ digest, lineage }: DrawnProps): ReactElement {
  const { lineage: t } = useTexts(texts);
  const language = useLanguage();
  const links = linksOf(lineage);
  const gaps = links.filter(({ handover }) => handover === 'missing').length;
  const option = useMemo(
    () => graphOption(digest, lineage, { self: t.self, missing: t.handovers.missing }),
    [digest, lineage, t],
  );
  return (
    <>
      {gaps > 0 && <Alert type="warning" showIcon title={t.gaps(formatCount(gaps, language))} className="gap-below" />}
      {!lineage.complete && <Alert type="info" showIcon title={t.incomplete} className="gap-below" />}
      <Chart label={t.label} height={graphHeight(digest, lineage)} option={option} />
      <Typography.Text type="secondary">
        {t.legend.recorded}
        {gaps > 0 && ` · ${t.legend.missing}`}
      </Typography.Text>
      <details className="figures-table" open={gaps > 0}>
        <summary>{t.table}</summary>
        <LinkTable links={links} />
      </details>
    </>
  );
}

function LinkTable({ links }: { readonly links: readonly LineageLink[] }): ReactElement {
  const { lineage: t } = useTexts(texts);
  const to = (digest: string): ReactElement => <Link to={`/provenance/${digest}`}>{shortDigest(digest)}</Link>;
  return (
    <DataTable<LineageLink>
      className="lineage-table"
      size="small"
      rowKey={({ parent, child, by, sequence }) => [parent, child, by, sequence].join()}
      dataSource={[...links]}
      columns={[
        {
          title: t.handover,
          render: (_, { handover }) =>
            handover === 'missing' ? <Tag color="error">{t.handovers.missing}</Tag> : t.handovers[handover ?? 'none'],
        },
        { title: t.parent, className: 'number', render: (_, { parent }) => to(parent) },
        { title: t.child, className: 'number', render: (_, { child }) => to(child) },
        { title: t.by, dataIndex: 'by' },
      ]}
    />
  );
}
