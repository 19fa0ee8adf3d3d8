import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { create as createQr } from 'qrcode';

/** A4 and half of it, in points: two short invoices go on one sheet, as 数电票 do. */
export const PAGE_WIDTH = 595.28;
export const A4_HEIGHT = 841.89;
export const HALF_HEIGHT = 420.94;
export const MARGIN = 28;
export const INNER_WIDTH = PAGE_WIDTH - 2 * MARGIN;

/** The brown of printed invoices, black for what was filled in, and others for marks. */
export const BROWN = '#80340f';
export const BLACK = '#111111';
export const GREY = '#666666';
export const RED = '#c00000';
export const PALE_RED = '#f9e0e0';

const FONT = 'NotoSansSC';
const FONT_FILE = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const LEAST_SIZE = 4;
/** The font's own lines are 1.45 em apart, which is much for a form. */
const LINE_GAP = -1.6;
const HAIRLINE = 0.6;

export interface TextStyle {
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** Noto Sans SC (OFL), 10 MB: read once; a document carries only the glyphs that it uses. */
let font: Buffer | undefined;
function fontBytes(): Buffer {
  font ??= readFileSync(require.resolve(FONT_FILE));
  return font;
}

/** A PDF under construction: texts, lines and QR codes at places in points from the top left corner. */
export class Canvas {
  readonly document: PDFKit.PDFDocument;

  constructor(height: number, info: PDFKit.DocumentInfo) {
    this.document = new PDFDocument({
      size: [PAGE_WIDTH, height],
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/A-3',
      lang: 'zh-CN',
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      info,
      // Standard fonts are not embedded; this one is, and stands in their place from the first moment.
      font: fontBytes() as unknown as string,
    });
    this.document.registerFont(FONT, fontBytes());
  }

  addPage(): void {
    this.document.addPage().font(FONT);
  }

  /** Writes a text, wrapped at `width`. @returns its height. */
  text(text: string, x: number, y: number, width: number, style: TextStyle = {}): number {
    const { size = 8, colour = BLACK, align = 'left' } = style;
    const shown = printable(text);
    this.document.fillColor(colour).fontSize(size);
    const fits = !shown.includes('\n') && this.document.widthOfString(shown) <= width;
    // Wrapping costs ten times as much as writing; most texts fit.
    if (fits) this.document.text(shown, this.#start(shown, x, width, align), y, { lineBreak: false });
    else this.document.text(shown, x, y, { width, align, lineGap: LINE_GAP });
    return fits ? this.#lineHeight() : this.document.heightOfString(shown, { width, lineGap: LINE_GAP });
  }

  /** Writes on one line, smaller where it must be to fit. */
  fit(text: string, x: number, y: number, width: number, style: TextStyle = {}): void {
    const { size = 8 } = style;
    const shown = printable(text);
    const needed = this.document.fontSize(size).widthOfString(shown);
    const fitted = needed <= width ? size : Math.max(LEAST_SIZE, (size * width) / needed - 0.05);
    this.text(shown, x, y + (size - fitted) * 0.7, width, { ...style, size: fitted });
  }

  /** A label and its value as one text in two colours, so that a long value goes on below its label. */
  labelled(label: string, value: string, x: number, y: number, width: number, size = 8): void {
    this.document.fontSize(size).fillColor(BROWN);
    this.document.text(label, x, y, { width, continued: true, lineGap: LINE_GAP });
    this.document.fillColor(BLACK).text(printable(value), { lineGap: LINE_GAP });
  }

  height(text: string, width: number, size = 8): number {
    const shown = printable(text);
    this.document.fontSize(size);
    if (!shown.includes('\n') && this.document.widthOfString(shown) <= width) return this.#lineHeight();
    return this.document.heightOfString(shown, { width, lineGap: LINE_GAP });
  }

  line(x1: number, y1: number, x2: number, y2: number, colour = BROWN): void {
    this.document.lineWidth(HAIRLINE).strokeColor(colour).moveTo(x1, y1).lineTo(x2, y2).stroke();
  }

  box(x: number, y: number, width: number, height: number, colour = BROWN): void {
    this.document.lineWidth(HAIRLINE).strokeColor(colour).rect(x, y, width, height).stroke();
  }

  /** A QR code of error correction level M in a square of `side`, with the quiet zone that scanners want around it. */
  qr(text: string, x: number, y: number, side: number): void {
    const { modules } = createQr(text, { errorCorrectionLevel: 'M' });
    this.document.rect(x, y, side, side).fill('#ffffff');
    const module = side / (modules.size + 2 * QUIET_MODULES);
    for (let row = 0; row < modules.size; row += 1) {
      for (const [start, length] of runsOf(modules.size, (column) => modules.get(row, column) === 1)) {
        const [left, top] = [x + (start + QUIET_MODULES) * module, y + (row + QUIET_MODULES) * module];
        // A hair more than a module: neighbours must not show a gap when they are rounded to pixels.
        this.document.rect(left, top, length * module + 0.02, module + 0.02);
      }
    }
    this.document.fill('#000000');
  }

  /** Large and pale across the page, below what is written later. */
  watermark(text: string, size: number): void {
    const { width, height } = this.document.page;
    this.document.save().rotate(-20, { origin: [width / 2, height / 2] });
    this.document.fontSize(size).fillColor(PALE_RED);
    this.document.text(text, (width - this.document.widthOfString(text)) / 2, height / 2 - size * 0.7, { lineBreak: false });
    this.document.restore();
  }

  #start(text: string, x: number, width: number, align: NonNullable<TextStyle['align']>): number {
    if (align === 'left') return x;
    const free = width - this.document.widthOfString(text);
    return align === 'right' ? x + free : x + free / 2;
  }

  #lineHeight(): number {
    return this.document.currentLineHeight(true) + LINE_GAP;
  }
}

const QUIET_MODULES = 2;

/** Stretches of dark modules in a row: first column and length. */
function runsOf(size: number, isDark: (column: number) => boolean): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (let column = 0; column < size; column += 1) {
    if (!isDark(column)) continue;
    const start = column;
    while (column + 1 < size && isDark(column + 1)) column += 1;
    runs.push([start, column - start + 1]);
  }
  return runs;
}

/** Names and the like may hold line ends, which would make them as high as a page. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** Control characters would be drawn as boxes, and marks of direction could make a text read as another. */
function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
