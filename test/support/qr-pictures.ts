import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Runs a line of an ES module in a process of its own: jest loads CommonJS only. */
function run(script: string, words: readonly string[]): void {
  execFileSync(process.execPath, ['--input-type=module', '-e', script, ...words], { cwd: join(ROOT, 'gateway') });
}

/** Writes a text as a QR code in a picture (GIF). */
export function writeQrPicture(text: string, file: string): void {
  run(
    `import encodeQR from 'qr'; import { writeFileSync } from 'node:fs';
     writeFileSync(process.argv[2], encodeQR(process.argv[1], 'gif', { scale: 6, border: 4 }));`,
    [text, file],
  );
}

/** Writes what a camera sees that looks at the code: a film of one picture (YUV4MPEG2), which Chromium plays in a camera's place. */
export function writeQrFilm(text: string, file: string): void {
  run(
    `import encodeQR from 'qr'; import { writeFileSync } from 'node:fs';
     const bits = encodeQR(process.argv[1], 'raw', { border: 4 });
     const [width, height] = [640, 480];
     const scale = Math.floor(height / bits.length);
     const luma = Buffer.alloc(width * height, 235);
     bits.forEach((row, y) => row.forEach((dark, x) => {
       if (!dark) return;
       for (let down = 0; down < scale; down += 1) luma.fill(16, (y * scale + down) * width + 80 + x * scale, (y * scale + down) * width + 80 + (x + 1) * scale);
     }));
     const frame = Buffer.concat([Buffer.from('FRAME\\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
     writeFileSync(process.argv[2], Buffer.concat([Buffer.from('YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\\n'), frame, frame, frame]));`,
    [text, file],
  );
}
