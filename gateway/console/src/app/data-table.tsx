import { Grid, Table, type TableColumnsType, type TableProps } from 'antd';
import { useEffect, useRef, type ComponentRef, type ReactElement, type TdHTMLAttributes } from 'react';

interface DataTableProps<Item> extends Omit<TableProps<Item>, 'columns'> {
  readonly columns: TableColumnsType<Item>;
  /** For a screen narrower than 768 pixels; without them each row becomes a card there, with a line for each column. */
  readonly narrowColumns?: TableColumnsType<Item> | undefined;
}

/**
 * The library's table, on one page. On a wide screen it is as wide as its content needs; what scrolls sideways then can be
 * reached by keyboard, too (WCAG 2.1.1), which the library leaves to its user. On a narrow one nothing scrolls sideways (1.4.10).
 */
export function DataTable<Item extends object>({
  columns,
  narrowColumns,
  className = '',
  ...rest
}: DataTableProps<Item>): ReactElement {
  const table = useRef<ComponentRef<typeof Table>>(null);
  const narrow = Grid.useBreakpoint().md === false;
  useEffect(() => {
    const content = table.current?.nativeElement.querySelector<HTMLElement>('.ant-table-content');
    if (content) content.tabIndex = content.scrollWidth > content.clientWidth ? 0 : -1;
  });
  const common = { ref: table, size: 'middle', pagination: false, components: COMPONENTS, ...rest } as const;
  if (!narrow) return <Table<Item> className={className} columns={columns} scroll={{ x: 'max-content' }} {...common} />;
  // With `scroll` on every width: the library draws the whole table anew when that comes or goes.
  const scroll = { x: true } as const;
  if (narrowColumns !== undefined)
    return <Table<Item> className={className} columns={narrowColumns} scroll={scroll} {...common} />;
  return <Table<Item> className={`${className} cards`} columns={columns.map(labelled)} scroll={scroll} {...common} />;
}

/** The same on every width: another cell would be drawn anew when a tablet is turned, and a form that is open in it be lost. */
const COMPONENTS = { body: { cell: Cell } };

/** A cell; in a card it stands below the title of its column, which the styles take from `data-label`. */
function Cell({ children, ...rest }: TdHTMLAttributes<HTMLTableCellElement>): ReactElement {
  return (
    <td {...rest}>
      <div>{children}</div>
    </td>
  );
}

function labelled<Item>(column: TableColumnsType<Item>[number]): TableColumnsType<Item>[number] {
  const { title } = column;
  const label: Readonly<Record<string, string>> = typeof title === 'string' ? { 'data-label': title } : {};
  return { ...column, onCell: () => label };
}
