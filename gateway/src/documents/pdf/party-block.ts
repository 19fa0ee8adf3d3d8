import type { Party } from '@lianpiao/chaincode/domain';
import { NOBODY } from '../issued-invoice';
import { BROWN, GREY, INNER_WIDTH, MARGIN, oneLine, type Canvas } from './canvas';
import type { InvoicePaper } from './paper';

const STRIP = 18;
const HALF = INNER_WIDTH / 2;
const PAD = 3.5;
const TEXT_WIDTH = HALF - STRIP - 2 * PAD;
const LEAST_HEIGHT = 48;
export const WITHHELD = '（已隐去 withheld）';

type Row = readonly [label: string, value: string];

/** Buyer on the left, seller on the right. @returns where the next part begins. */
export function drawParties(canvas: Canvas, { invoice, hidden }: InvoicePaper, y: number): number {
  const buyer = hidden.includes('buyer') ? { name: WITHHELD } : (invoice.buyer ?? { name: NOBODY });
  const sides = [rowsOf(buyer), rowsOf(invoice.seller)] as const;
  const height = Math.max(LEAST_HEIGHT, ...sides.map((rows) => heightOf(canvas, rows)));
  drawSide(canvas, '购买方信息', 'Buyer', sides[0], MARGIN, y, height);
  drawSide(canvas, '销售方信息', 'Seller', sides[1], MARGIN + HALF, y, height);
  return y + height;
}

function rowsOf({ name, taxId, address, phone, bank, account, country }: Party): readonly Row[] {
  const place = [address, phone].filter((part) => part !== undefined).join(' ');
  const money = [bank, account].filter((part) => part !== undefined).join(' ');
  const optional: readonly Row[] = [
    ['地址、电话 Address, phone：', place],
    ['开户银行及账号 Bank, account：', money],
    ['国家 Country：', country === undefined || country === 'CN' ? '' : country],
  ];
  return [
    ['名称 Name：', oneLine(name)],
    ['统一社会信用代码/纳税人识别号 Tax ID：', oneLine(taxId ?? '')],
    ...optional.filter(([, value]) => value !== '').map(([label, value]) => [label, oneLine(value)] as const),
  ];
}

function heightOf(canvas: Canvas, rows: readonly Row[]): number {
  return rows.reduce((sum, [label, value]) => sum + canvas.height(label + value, TEXT_WIDTH) + PAD, 2 * PAD);
}

function drawSide(canvas: Canvas, zh: string, en: string, rows: readonly Row[], x: number, y: number, height: number): void {
  canvas.box(x, y, HALF, height);
  canvas.line(x + STRIP, y, x + STRIP, y + height);
  const step = 8.4;
  const top = y + (height - step * zh.length) / 2 - 1;
  Array.from(zh).forEach((character, index) => {
    canvas.text(character, x, top + index * step, STRIP, { size: 7.5, colour: BROWN, align: 'center' });
  });
  canvas.fit(en, x + STRIP, y + height - 8.5, HALF - STRIP - 3, { size: 5, colour: GREY, align: 'right' });
  rows.reduce(
    (at, [label, value]) => {
      const used = canvas.height(label + value, TEXT_WIDTH);
      canvas.labelled(label, value, x + STRIP + PAD, at, TEXT_WIDTH);
      return at + used + PAD;
    },
    y + PAD + 1,
  );
}
