import { chinaDate, fapiaoQrText, parseTime } from '@lianpiao/chaincode/domain';
import { chinaDateTime } from '../china-time';
import type { IssuedInvoice } from '../issued-invoice';
import { BLACK, BROWN, INNER_WIDTH, MARGIN, PAGE_WIDTH, RED, type Canvas } from './canvas';
import type { InvoicePaper, RedLettered } from './paper';

const TOP = 14;
const QR_SIDE = 62;
const RIGHT_COLUMN = 168;
const HEAD_HEIGHT = 62;
const SHORT_HEAD_HEIGHT = 34;

const TITLES = {
  ordinary: ['电子发票（普通发票）', 'Electronic Invoice (ordinary VAT invoice)'],
  special: ['电子发票（增值税专用发票）', 'Electronic Invoice (special VAT invoice)'],
  other: ['电子发票', 'Electronic Invoice'],
} as const;

/** Title, number and date; with the QR code of the field on the first page. @returns where the next part begins. */
export function drawHead(canvas: Canvas, paper: InvoicePaper, first: boolean): number {
  const { invoice } = paper;
  const { header } = invoice;
  if (header.test) canvas.watermark('测试 TEST', 120);
  const qr = first ? qrOf(invoice) : undefined;
  if (qr !== undefined) canvas.qr(qr, MARGIN - 4, TOP - 4, QR_SIDE);
  drawTitle(canvas, paper, first);
  drawNumber(canvas, invoice);
  return TOP + (first ? HEAD_HEIGHT : SHORT_HEAD_HEIGHT);
}

/** The QR text of the field with its checksum: only Chinese invoices have one. */
export function qrOf({ header, totals }: IssuedInvoice): string | undefined {
  if (header.profile !== 'cn') return undefined;
  return fapiaoQrText({ kind: header.kind, number: header.number, gross: totals.gross, date: dateOf(header.issuedAt) });
}

function dateOf(time: string): string {
  return chinaDate(parseTime(time) ?? Number.NaN);
}

function drawTitle(canvas: Canvas, paper: InvoicePaper, first: boolean): void {
  const { header } = paper.invoice;
  const [zh, en] = TITLES[header.profile === 'cn' ? header.kind : 'other'];
  const width = INNER_WIDTH - 2 * RIGHT_COLUMN;
  const x = MARGIN + RIGHT_COLUMN;
  canvas.fit(zh, x, TOP, width, { size: first ? 18 : 12, colour: BROWN, align: 'center' });
  if (first) {
    for (const y of [TOP + 28, TOP + 30.5]) canvas.line(x + 8, y, x + width - 8, y);
    canvas.fit(en, x, TOP + 33, width, { size: 7, colour: BROWN, align: 'center' });
  }
  const marks = marksOf(paper);
  marks.forEach((mark, row) => {
    canvas.fit(mark, x, TOP + (first ? 44 : 18) + row * 9, width, { size: 8, colour: RED, align: 'center' });
  });
}

/** What nobody may overlook: in red, on every page. */
function marksOf({ invoice: { header }, redLettered }: InvoicePaper): string[] {
  return [
    ...(header.corrects === undefined ? [] : [`红字发票 Credit note，蓝字发票 of ${header.corrects.invoice}`]),
    ...(redLettered === undefined ? [] : [redLetteredText(redLettered)]),
    ...(header.test ? ['测试发票，无效力 TEST: worth nothing'] : []),
  ];
}

function redLetteredText({ state, asOf }: RedLettered): string {
  const words = state === 'wholly-red' ? '已全额红冲 Red-lettered as a whole' : '已部分红冲 Red-lettered in part';
  return `${words}，截至 as of ${chinaDateTime(asOf)} (UTC+8)`;
}

function drawNumber(canvas: Canvas, { header }: IssuedInvoice): void {
  const x = PAGE_WIDTH - MARGIN - RIGHT_COLUMN;
  const [year = '', month = '', day = ''] = dateOf(header.issuedAt).split('-');
  const rows = [
    ['发票号码 No.', header.number],
    ['开票日期 Date', `${year}年${month}月${day}日`],
  ] as const;
  rows.forEach(([label, value], row) => {
    const y = TOP + 4 + row * 14;
    canvas.text(label, x, y, 62, { size: 8, colour: BROWN });
    canvas.text(value, x + 62, y, RIGHT_COLUMN - 62, { size: 8, colour: BLACK });
  });
}
