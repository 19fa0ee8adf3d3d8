import type { InvoiceLine } from '@lianpiao/chaincode/domain';
import { BROWN, GREY, INNER_WIDTH, MARGIN, type Canvas } from './canvas';
import { columnsOf, type Column } from './columns';
import type { IssuedInvoice } from '../issued-invoice';

const SIZE = 7.5;
const PAD = 3;
const ROW_GAP = 2.6;
export const TABLE_HEAD = 22;

/** A line with the height that its texts need. */
export interface Row {
  readonly line: InvoiceLine;
  readonly height: number;
}

/** Measures every line once. */
export function measureRows(canvas: Canvas, invoice: IssuedInvoice): readonly Row[] {
  const wrapping = columnsOf(invoice).filter(({ wraps }) => wraps);
  const least = canvas.height('票', INNER_WIDTH, SIZE);
  return invoice.lines.map((line) => ({
    line,
    height:
      ROW_GAP +
      wrapping.reduce((most, { value, width }) => Math.max(most, canvas.height(value(line), width - 2 * PAD, SIZE)), least),
  }));
}

/** Draws the head of the table, rows, and its frame down to `bottom`. */
export function drawTable(canvas: Canvas, invoice: IssuedInvoice, rows: readonly Row[], y: number, bottom: number): void {
  const columns = columnsOf(invoice);
  drawTableHead(canvas, columns, y);
  rows.reduce((at, { line, height }) => {
    drawRow(canvas, columns, line, at);
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

function drawRow(canvas: Canvas, columns: readonly Column[], line: InvoiceLine, y: number): void {
  columns.reduce((x, { value, width, align, wraps }) => {
    const text = value(line);
    const style = { size: SIZE, align };
    if (wraps) canvas.text(text, x + PAD, y, width - 2 * PAD, style);
    else canvas.fit(text, x + PAD, y, width - 2 * PAD, style);
    return x + width;
  }, MARGIN);
}
