import type { InvoiceTotals } from '@lianpiao/chaincode/domain';
import { capitalsOf } from '../capitals';
import type { IssuedInvoice } from '../issued-invoice';
import { BROWN, INNER_WIDTH, MARGIN, type Canvas } from './canvas';
import { categoryAndRate } from './columns';

const ROW = 17;
const SMALL_ROW = 12;
const MOST_HEIGHT = 480;
const LABEL_WIDTH = 150;
const AMOUNT_WIDTH = 110;

/** What a totals block is made of: as many rows as the invoice has sums. */
export interface TotalsBlock {
  readonly height: number;
  readonly draw: (canvas: Canvas, y: number) => void;
}

export function totalsBlock(invoice: IssuedInvoice): TotalsBlock {
  return invoice.header.profile === 'cn' ? chineseTotals(invoice) : europeanTotals(invoice);
}

/** 合计, then 价税合计 in capitals and in figures. */
function chineseTotals({ totals, lines }: IssuedInvoice): TotalsBlock {
  const isFree = lines.every(({ taxCategory }) => taxCategory === 'exempt' || taxCategory === 'untaxed');
  return {
    height: 2 * ROW,
    draw: (canvas, y) => {
      canvas.box(MARGIN, y, INNER_WIDTH, ROW);
      canvas.text('合    计 Total', MARGIN + 40, y + 3, LABEL_WIDTH, { size: 8, colour: BROWN });
      const taxX = MARGIN + INNER_WIDTH - 56.28;
      canvas.fit(`¥${totals.net}`, taxX - 45 - 100, y + 3, 97, { align: 'right' });
      canvas.fit(isFree ? '***' : `¥${totals.tax}`, taxX - 41, y + 3, 94.28, { align: 'right' });
      drawCapitals(canvas, totals.gross, y + ROW);
    },
  };
}

function drawCapitals(canvas: Canvas, gross: string, y: number): void {
  canvas.box(MARGIN, y, INNER_WIDTH, ROW);
  canvas.line(MARGIN + LABEL_WIDTH, y, MARGIN + LABEL_WIDTH, y + ROW);
  canvas.text('价税合计（大写）Total with tax', MARGIN + 8, y + 3, LABEL_WIDTH - 10, { size: 8, colour: BROWN });
  canvas.fit(`⊗ ${capitalsOf(gross) ?? ''}`, MARGIN + LABEL_WIDTH + 8, y + 3, 220, { size: 9 });
  canvas.text('（小写）', MARGIN + INNER_WIDTH - 145, y + 3, 40, { size: 8, colour: BROWN });
  canvas.fit(`¥${gross}`, MARGIN + INNER_WIDTH - 103, y + 3, 100, { size: 9, align: 'right' });
}

const SUMS: readonly (readonly [keyof InvoiceTotals, string])[] = [
  ['lines', '明细合计 Sum of lines (BT-106)'],
  ['allowances', '折扣合计 Allowances (BT-107)'],
  ['charges', '费用合计 Charges (BT-108)'],
  ['net', '不含税合计 Total without VAT (BT-109)'],
  ['tax', '税额合计 Total VAT (BT-110)'],
  ['gross', '价税合计 Total with VAT (BT-112)'],
  ['prepaid', '已付 Paid (BT-113)'],
  ['rounding', '舍入 Rounding (BT-114)'],
  ['payable', '应付 Amount due (BT-115)'],
];

/** The sums on the right, the VAT breakdown on the left: up to 100 rows, closer together where they are many. */
function europeanTotals(invoice: IssuedInvoice): TotalsBlock {
  const { totals, header } = invoice;
  const sums = SUMS.flatMap(([key, label]) =>
    totals[key] === undefined ? [] : [[label, `${header.currency} ${totals[key]}`] as const],
  );
  const left = breakdownRows(invoice);
  const rows = Math.max(sums.length, left.length);
  const step = Math.min(SMALL_ROW, MOST_HEIGHT / rows);
  const size = Math.min(7.5, step * 0.8);
  const height = rows * step + 6;
  const middle = MARGIN + INNER_WIDTH / 2;
  const width = INNER_WIDTH / 2 - AMOUNT_WIDTH - 10;
  return {
    height,
    draw: (canvas, y) => {
      canvas.box(MARGIN, y, INNER_WIDTH, height);
      canvas.line(middle, y, middle, y + height);
      [left, sums].forEach((parts, column) => {
        const x = column === 0 ? MARGIN : middle;
        parts.forEach(([label, amount], row) => {
          const at = y + 3 + row * step;
          canvas.fit(label, x + 5, at, width, { size, colour: BROWN });
          canvas.fit(amount, x + 5 + width, at, AMOUNT_WIDTH, { size, align: 'right' });
        });
      });
    },
  };
}

function breakdownRows({ taxBreakdown = [] }: IssuedInvoice): (readonly [label: string, amount: string])[] {
  return taxBreakdown.map((row) => [`税 VAT ${categoryAndRate(row)}，计税金额 base ${row.base}`, row.tax] as const);
}
