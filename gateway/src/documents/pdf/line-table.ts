import { BROWN, GREY, INNER_WIDTH, MARGIN, oneLine, type Canvas } from './canvas';
import { adjustmentCells, columnsOf, type Column } from './columns';
import type { IssuedInvoice } from '../issued-invoice';

const SIZE = 7.5;
const PAD = 3;
const ROW_GAP = 2.6;
export const TABLE_HEAD = 22;

/** Texts of the columns, and the height that they need. */
export interface Row {
  readonly cells: readonly string[];
  readonly height: number;
}

/** Lines, then allowances and charges of the whole document: each measured once. */
export function measureRows(canvas: Canvas, invoice: IssuedInvoice): readonly Row[] {
  const columns = columnsOf(invoice);
  const least = canvas.height('票', INNER_WIDTH, SIZE);
  const contents = [
    ...invoice.lines.map((line) => columns.map(({ value }) => value(line))),
    ...(invoice.adjustments ?? []).map(adjustmentCells),
  ];
  return contents.map((texts) => {
    const cells = texts.map(oneLine);
    const heights = columns.map(({ wraps, width }, index) =>
      wraps ? canvas.height(cells[index] ?? '', width - 2 * PAD, SIZE) : least,
    );
    return { cells, height: ROW_GAP + Math.max(...heights) };
  });
}

/** Draws the head of the table, rows, and its frame down to `bottom`. */
export function drawTable(canvas: Canvas, invoice: IssuedInvoice, rows: readonly Row[], y: number, bottom: number): void {
  const columns = columnsOf(invoice);
  drawTableHead(canvas, columns, y);
  rows.reduce((at, { cells, height }) => {
    drawRow(canvas, columns, cells, at);
    return at + height;
  }, y + TABLE_HEAD);
  canvas.box(MARGIN, y, INNER_WIDTH, bottom - y);
}

function drawTableHead(canvas: Canvas, columns: readonly Column[], y: number): void {
  columns.reduce((x, { zh, en, width, align }) => {
    canvas.fit(zh, x + PAD, y + 2, width - 2 * PAD, { size: 8, colour: BROWN, align });
    canvas.fit(en, x + PAD, y + 13, width - 2 * PAD, { size: 5.5, colour: GREY, align });
    return x + width;
  }, MARGIN);
}

function drawRow(canvas: Canvas, columns: readonly Column[], cells: readonly string[], y: number): void {
  columns.reduce((x, { width, align, wraps }, index) => {
    const text = cells[index] ?? '';
    const style = { size: SIZE, align };
    if (wraps) canvas.text(text, x + PAD, y, width - 2 * PAD, style);
    else canvas.fit(text, x + PAD, y, width - 2 * PAD, style);
    return x + width;
  }, MARGIN);
}
