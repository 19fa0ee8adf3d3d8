import { Button, Card, Flex, Space, Tag, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { PagedTable } from '../../app/paged-table';
import { useSession } from '../../app/session';
import { pageQuery, usePages } from '../../app/use-pages';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { formatCount } from '../../shared/format';
import { useDepartmentName } from '../directory/use-departments';
import { SignButton } from './sign-button';
import { texts } from './texts';
import type { Halves } from './types';

const COLOURS = { consumer: 'warning', none: 'success', provider: 'error' } as const;

interface HalvesCardProps {
  readonly onShow: (grant: string) => void;
}

/** Of each grant: how many receipts each side has signed, and which half is missing. */
export function HalvesCard({ onShow }: HalvesCardProps): ReactElement {
  const t = useTexts(texts);
  const pages = usePages<Halves>(['receipt-halves'], (after, signal) =>
    answerOf(api.GET('/v1/usage-receipts/halves', { params: { query: pageQuery(after) }, signal })),
  );
  return (
    <Card title={t.halves.title}>
      <PagedTable<Halves>
        pages={pages}
        rowKey={({ grant }) => grant}
        more={t.more}
        empty={t.halves.none}
        columns={useColumns(onShow)}
      />
    </Card>
  );
}

function useColumns(onShow: HalvesCardProps['onShow']): TableColumnsType<Halves> {
  const { halves: t } = useTexts(texts);
  const language = useLanguage();
  const nameOf = useDepartmentName();
  const count = (name: 'answered' | 'disputed' | 'provided' | 'receipts'): TableColumnsType<Halves>[number] => ({
    title: t[name],
    className: 'amount',
    align: 'end',
    render: (_, halves) => formatCount(halves[name], language),
  });
  return [
    {
      title: t.grant,
      className: 'fields-cell',
      render: (_, { grant }) => (
        <Link to={`/grants/${grant}`} className="breaks">
          {grant}
        </Link>
      ),
    },
    { title: t.provider, render: (_, { provider }) => nameOf(provider) },
    { title: t.consumer, render: (_, { consumer }) => nameOf(consumer) },
    count('receipts'),
    count('provided'),
    count('answered'),
    count('disputed'),
    { title: t.missing, render: (_, halves) => <Missing halves={halves} /> },
    { title: t.actions, render: (_, halves) => <Actions halves={halves} onShow={onShow} /> },
  ];
}

function Missing({ halves: { missing, overdue } }: { readonly halves: Halves }): ReactElement {
  const { halves: t } = useTexts(texts);
  return (
    <Flex gap={4} wrap>
      <Tag color={COLOURS[missing]}>{t.missingHalf[missing]}</Tag>
      {overdue && <Tag color="error">{t.overdue}</Tag>}
    </Flex>
  );
}

function Actions({ halves, onShow }: HalvesCardProps & { readonly halves: Halves }): ReactElement {
  const { halves: t } = useTexts(texts);
  const { organisation } = useSession();
  const { grant, consumer, provided, answered } = halves;
  return (
    <Space wrap>
      <Button onClick={() => onShow(grant)}>{t.show}</Button>
      {consumer === organisation && answered < provided && <SignButton grant={grant} />}
    </Space>
  );
}
