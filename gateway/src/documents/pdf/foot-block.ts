import { BLACK, BROWN, GREY, INNER_WIDTH, MARGIN, oneLine, type Canvas } from './canvas';
import type { InvoicePaper } from './paper';
import { WITHHELD } from './party-block';

const STRIP = 18;
const QR_SIDE = 78;
const PROOF_WIDTH = 190;
const PAD = 4;
const LEAST_HEIGHT = QR_SIDE + 4;
const SIGNER_HEIGHT = 13;
const NOTE_WIDTH = INNER_WIDTH - STRIP - PROOF_WIDTH - 2 * PAD;
const NOTE_SIZE = 7.5;
const MOST_NOTE_LINES = 12;

/** Remarks on the left, our proof with its QR code on the right, and who signed below. */
export function footHeight(canvas: Canvas, paper: InvoicePaper): number {
  const notes = notesOf(paper).reduce(
    (sum, [label, value]) => sum + canvas.height(label + value, NOTE_WIDTH, NOTE_SIZE) + 2,
    2 * PAD,
  );
  return Math.max(LEAST_HEIGHT, notes) + SIGNER_HEIGHT;
}

export function drawFoot(canvas: Canvas, paper: InvoicePaper, y: number, height: number): void {
  const bottom = height - SIGNER_HEIGHT;
  canvas.box(MARGIN, y, INNER_WIDTH, bottom);
  canvas.line(MARGIN + STRIP, y, MARGIN + STRIP, y + bottom);
  Array.from('备注').forEach((character, index) => {
    canvas.text(character, MARGIN, y + bottom / 2 - 14 + index * 12, STRIP, { size: 8, colour: BROWN, align: 'center' });
  });
  notesOf(paper).reduce((at, [label, value]) => {
    canvas.labelled(label, value, MARGIN + STRIP + PAD, at, NOTE_WIDTH, NOTE_SIZE);
    return at + canvas.height(label + value, NOTE_WIDTH, NOTE_SIZE) + 2;
  }, y + PAD);
  drawProof(canvas, paper, MARGIN + INNER_WIDTH - PROOF_WIDTH, y, bottom);
  const signer =
    '本文件由账本运营方电子签名；附件为可离线校验的凭证包。Signed by the operator of the ledger; the attachment is the proof for offline verification.';
  canvas.fit(signer, MARGIN, y + bottom + 3, INNER_WIDTH, { size: 6.5, colour: GREY });
}

function notesOf({ invoice, hidden }: InvoicePaper): (readonly [label: string, value: string])[] {
  const order = hidden.includes('orderReference') ? WITHHELD : invoice.orderReference;
  const note = hidden.includes('note') && invoice.note !== undefined ? WITHHELD : invoice.note;
  return [['订单号 Order：', oneLine(order)], ...(note === undefined ? [] : [['', fewLines(note)] as const])];
}

/** A note keeps its first line ends; what has hundreds must not push the page over its edge. */
function fewLines(note: string): string {
  const lines = note.replace(/\r\n?/g, '\n').split('\n');
  return [...lines.slice(0, MOST_NOTE_LINES - 1), lines.slice(MOST_NOTE_LINES - 1).join(' ')].join('\n').trimEnd();
}

function drawProof(canvas: Canvas, { proof, verification }: InvoicePaper, x: number, y: number, height: number): void {
  canvas.line(x, y, x, y + height);
  canvas.qr(verification, x + 2, y + 2, QR_SIDE);
  const textX = x + QR_SIDE + 4;
  const width = PROOF_WIDTH - QR_SIDE - 7;
  canvas.fit('账本凭证 Ledger proof', textX, y + 4, width, { size: 7.5, colour: BROWN });
  const rows = [
    ['日志 log', proof.origin],
    ['序号 index', `${String(proof.index)} / ${String(proof.size)}`],
    ['封存 sealed', proof.sealedAt.slice(0, 19) + 'Z'],
  ] as const;
  rows.forEach(([label, value], row) => {
    canvas.text(label, textX, y + 16 + row * 9, 36, { size: 6, colour: GREY });
    canvas.fit(value, textX + 36, y + 16 + row * 9, width - 36, { size: 6, colour: BLACK });
  });
  canvas.text('叶哈希 leaf hash', textX, y + 44, width, { size: 6, colour: GREY });
  [0, 1, 2, 3].forEach((part) => {
    canvas.fit(proof.leafHash.slice(part * 16, part * 16 + 16), textX, y + 51.5 + part * 7, width, { size: 6, colour: BLACK });
  });
}
