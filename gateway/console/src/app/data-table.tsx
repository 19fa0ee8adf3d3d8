import { Table, type TableProps } from 'antd';
import { useEffect, useRef, type ComponentRef, type ReactElement } from 'react';

/**
 * The library's table, on one page, wide as its content needs. What scrolls sideways can be reached by keyboard, too
 * (WCAG 2.1.1); the library leaves that to its user.
 */
export function DataTable<Item extends object>(props: TableProps<Item>): ReactElement {
  const table = useRef<ComponentRef<typeof Table>>(null);
  useEffect(() => {
    const content = table.current?.nativeElement.querySelector<HTMLElement>('.ant-table-content');
    if (content) content.tabIndex = content.scrollWidth > content.clientWidth ? 0 : -1;
  });
  return <Table<Item> ref={table} size="middle" pagination={false} scroll={{ x: 'max-content' }} {...props} />;
}
