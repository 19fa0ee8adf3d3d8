import type { ReactElement } from 'react';
import { DataTable } from '../../app/data-table';
import { Nothing, Reading } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import type { Department } from '../directory/types';
import { useDepartmentName, useDepartments } from '../directory/use-departments';
import { texts } from './texts';

/** Which organisation stands in which division, and under whom. */
export function Placements(): ReactElement {
  const { columns: t, noPlacements, nobody } = useTexts(texts);
  const nameOf = useDepartmentName();
  return (
    <Reading query={useDepartments()}>
      {(departments) => (
        <DataTable<Department>
          rowKey={({ organisation }) => organisation}
          dataSource={[...departments]}
          locale={{ emptyText: <Nothing>{noPlacements}</Nothing> }}
          columns={[
            { title: t.organisation, render: (_, { organisation }) => nameOf(organisation) },
            { title: t.id, dataIndex: 'organisation', className: 'number' },
            { title: t.code, dataIndex: 'division', className: 'number' },
            { title: t.superior, render: (_, { superior }) => (superior === null ? nobody : nameOf(superior)) },
          ]}
        />
      )}
    </Reading>
  );
}
