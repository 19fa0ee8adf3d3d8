import type { TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { MoreButton } from './more-button';
import { DataTable } from './data-table';
import { Nothing, Reading } from './states';
import type { Pages } from './use-pages';

interface PagedTableProps<Item> {
  readonly pages: Pages<Item>;
  readonly columns: TableColumnsType<Item>;
  /** Instead of cards on a narrow screen: {@link DataTable}. */
  readonly narrowColumns?: TableColumnsType<Item>;
  readonly rowKey: (item: Item) => string;
  /** On the button that brings the next page. */
  readonly more: string;
  readonly empty: string;
}

/** A list of the API as a table with a way on. */
export function PagedTable<Item extends object>({
  pages,
  columns,
  narrowColumns,
  rowKey,
  more,
  empty,
}: PagedTableProps<Item>): ReactElement {
  return (
    <Reading query={pages}>
      {(items) => (
        <>
          <DataTable<Item>
            rowKey={rowKey}
            dataSource={[...items]}
            columns={columns}
            narrowColumns={narrowColumns}
            locale={{ emptyText: <Nothing>{empty}</Nothing> }}
          />
          <MoreButton pages={pages} label={more} className="gap-above" />
        </>
      )}
    </Reading>
  );
}
