/** What one byte does to the checksum. */
const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x8005 : crc << 1;
  return crc;
});

/** CRC-16 with polynomial 0x8005, start 0, most significant bit first: the checksum after one byte more. */
export function crc16Step(crc: number, byte: number): number {
  return ((crc << 8) & 0xffff) ^ (TABLE[(crc >>> 8) ^ byte] ?? 0);
}

/** The checksum of bytes as four hexadecimal digits in capitals. */
export function crc16Text(bytes: Iterable<number>): string {
  let crc = 0;
  for (const byte of bytes) crc = crc16Step(crc, byte);
  return formatCrc16(crc);
}

export function formatCrc16(crc: number): string {
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
