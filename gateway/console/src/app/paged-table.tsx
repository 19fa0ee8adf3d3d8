import { Button, Flex, Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { Scrolling } from './scrolling';
import { Nothing, Reading } from './states';
import type { Pages } from './use-pages';

interface PagedTableProps<Item> {
  readonly pages: Pages<Item>;
  readonly columns: TableColumnsType<Item>;
  readonly rowKey: (item: Item) => string;
  /** On the button that brings the next page. */
  readonly more: string;
  readonly empty: string;
}

/** A list of the API as a table with a way on. */
export function PagedTable<Item extends object>({ pages, columns, rowKey, more, empty }: PagedTableProps<Item>): ReactElement {
  return (
    <Reading query={pages}>
      {(items) => (
        <>
          <Scrolling>
            <Table<Item>
              rowKey={rowKey}
              size="middle"
              dataSource={[...items]}
              columns={columns}
              pagination={false}
              locale={{ emptyText: <Nothing>{empty}</Nothing> }}
            />
          </Scrolling>
          {pages.hasMore && (
            <Flex justify="center" className="gap-above">
              <Button onClick={pages.more} loading={pages.fetching}>
                {more}
              </Button>
            </Flex>
          )}
        </>
      )}
    </Reading>
  );
}
