import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQr from 'jsqr';
import { PNG } from 'pngjs';

/** A word of a page with its box, in points from the top left corner. */
export interface Word {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A PDF as other people's programs (Poppler) see it. */
export class SeenPdf {
  readonly folder = mkdtempSync(join(tmpdir(), 'lianpiao-pdf-'));
  readonly path = join(this.folder, 'it.pdf');

  constructor(bytes: Uint8Array) {
    writeFileSync(this.path, bytes);
  }

  fonts(): string {
    return execFileSync('pdffonts', [this.path], { encoding: 'utf8' });
  }

  info(): string {
    return execFileSync('pdfinfo', ['-isodates', this.path], { encoding: 'utf8' });
  }

  text(): string {
    return execFileSync('pdftotext', ['-layout', this.path, '-'], { encoding: 'utf8' });
  }

  /** What pdfsig says of the signatures; it ends with 1 for a certificate that no authority signed. */
  signatures(): string {
    return spawnSync('pdfsig', [this.path], { encoding: 'utf8' }).stdout;
  }

  /** The attachment, under its own name in the folder. */
  attachment(): string {
    const list = execFileSync('pdfdetach', ['-list', this.path], { encoding: 'utf8' });
    const name = /^1: (.+)$/m.exec(list)?.[1];
    if (name === undefined || !list.startsWith('1 embedded file')) throw new Error(`not one attachment: ${list}`);
    execFileSync('pdfdetach', ['-save', '1', '-o', join(this.folder, name), this.path]);
    return join(this.folder, name);
  }

  words(): Word[] {
    const pages = execFileSync('pdftotext', ['-bbox', this.path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
      .split('<page ')
      .slice(1);
    return pages.flatMap((page, index) =>
      [...page.matchAll(/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)</g)].map(
        ([, left, top, right, bottom, text]) => ({
          text: text!, page: index + 1, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom),
        }), // prettier-ignore
      ),
    );
  }

  size(): { readonly pages: number; readonly width: number; readonly height: number } {
    const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(this.info()) ?? [];
    return { pages: Number(/Pages:\s+(\d+)/.exec(this.info())?.[1]), width: Number(width), height: Number(height) };
  }

  /** The text of the QR code in a corner of the first page, as a scanner reads it off a print of 200 dots an inch; null for none. */
  qrText(corner: 'top left' | 'bottom right'): string | null {
    const { width, height } = this.size();
    const [x, y, wide, high] = corner === 'top left' ? [0, 0, 110, 100] : [width - 220, height - 130, 220, 130];
    const dots = ['-x', x, '-y', y, '-W', wide, '-H', high].map((part) =>
      typeof part === 'string' ? part : String(Math.round((part * 200) / 72)),
    );
    const target = join(this.folder, 'corner');
    execFileSync('pdftoppm', ['-r', '200', ...dots, '-png', '-singlefile', this.path, target]);
    const image = PNG.sync.read(readFileSync(`${target}.png`));
    return jsQr(new Uint8ClampedArray(image.data), image.width, image.height)?.data ?? null;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Pairs of words of a page that lie over each other. Boxes are as high as the font's tallest letters, so their middle counts. */
export function overlaps(words: readonly Word[]): string[] {
  const cores = words.map((word) => {
    const inset = (word.bottom - word.top) * 0.3;
    return { ...word, top: word.top + inset, bottom: word.bottom - inset };
  });
  return cores.flatMap((one, index) =>
    cores
      .slice(index + 1)
      .filter(
        (other) =>
          one.page === other.page &&
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.3 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.3,
      )
      .map((other) => `${one.text} / ${other.text} on page ${String(one.page)}`),
  );
}
