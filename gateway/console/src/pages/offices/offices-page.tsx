import { Card, Tabs } from 'antd';
import type { ReactElement } from 'react';
import type { Answer } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { Page } from '../../app/page';
import { PagedTable } from '../../app/paged-table';
import { pageQuery, usePages, type Pages } from '../../app/use-pages';
import { useTexts } from '../../shared/dictionary';
import { useDepartmentName } from '../directory/use-departments';
import { againFor } from '../directory/written';
import { DivisionForm, DutyForm, PlacementForm } from './forms';
import { Placements } from './placements';
import { texts } from './texts';
import type { Division, Duty } from './types';

const again = (pages: readonly { readonly indexed: number }[]): number | false => againFor(pages.map(({ indexed }) => indexed));

/** What the bureau keeps: divisions, which organisation stands where and under whom, and whose duty is what. */
export default function OfficesPage(): ReactElement {
  const t = useTexts(texts);
  const divisions = usePages<Division, Answer<'listDivisions'>>(
    ['divisions'],
    (after, signal) => answerOf(api.GET('/v1/catalogue/divisions', { params: { query: pageQuery(after, 200) }, signal })),
    again,
  );
  const duties = usePages<Duty, Answer<'listDuties'>>(
    ['all-duties'],
    (after, signal) => answerOf(api.GET('/v1/catalogue/duties', { params: { query: pageQuery(after, 200) }, signal })),
    again,
  );
  return (
    <Page title={t.title} lead={t.lead}>
      <Card>
        <Tabs
          items={[
            { key: 'duties', label: t.duties, children: <Duties pages={duties} /> },
            { key: 'placements', label: t.placements, children: <Placed /> },
            { key: 'divisions', label: t.divisions, children: <Divisions pages={divisions} /> },
          ]}
        />
      </Card>
    </Page>
  );
}

function Duties({ pages }: { readonly pages: Pages<Duty> }): ReactElement {
  const { columns: t, noDuties, more } = useTexts(texts);
  const nameOf = useDepartmentName();
  return (
    <>
      <div className="gap-below">
        <DutyForm />
      </div>
      <PagedTable<Duty>
        pages={pages}
        rowKey={({ duty }) => duty}
        more={more}
        empty={noDuties}
        columns={[
          { title: t.name, dataIndex: 'name' },
          { title: t.duty, dataIndex: 'duty', className: 'number' },
          { title: t.organisation, render: (_, { organisation }) => nameOf(organisation) },
          { title: t.basis, dataIndex: 'basis', className: 'fields-cell' },
          { title: t.version, dataIndex: 'version', className: 'amount' },
        ]}
      />
    </>
  );
}

function Placed(): ReactElement {
  return (
    <>
      <div className="gap-below">
        <PlacementForm />
      </div>
      <Placements />
    </>
  );
}

function Divisions({ pages }: { readonly pages: Pages<Division> }): ReactElement {
  const { columns: t, noDivisions, more } = useTexts(texts);
  return (
    <>
      <div className="gap-below">
        <DivisionForm />
      </div>
      <PagedTable<Division>
        pages={pages}
        rowKey={({ division }) => division}
        more={more}
        empty={noDivisions}
        columns={[
          { title: t.name, dataIndex: 'name' },
          { title: t.code, dataIndex: 'division', className: 'number' },
          { title: t.parent, render: (_, { parent }) => parent ?? '—', className: 'number' },
        ]}
      />
    </>
  );
}
