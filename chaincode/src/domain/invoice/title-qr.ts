import { bytesFromBase64, bytesToBase64 } from '../encoding/base64';
import { crc16Text } from '../encoding/crc-16';
import { bytesInGbk } from '../encoding/gbk';
import type { Party } from './invoice-request';

/** The buyer's particulars (发票抬头) as the QR code of 便捷开票 carries them. */
export type InvoiceTitle = Pick<Party, 'name' | 'taxId' | 'address' | 'phone' | 'bank' | 'account'>;

/** What a title QR says. `wrong-checksum` is read all the same: people look at what was filled in before they send it. */
export type TitleQr =
  | { readonly verdict: 'valid' | 'wrong-checksum'; readonly title: InvoiceTitle }
  | { readonly verdict: 'invalid'; readonly why: string };

const MAX_LENGTH = 2000;
/** Start mark, version 01, base64, end mark. */
const FRAME = /^\$01([A-Za-z0-9+/]+={0,2})\$$/;
const SEPARATOR = '</>';
const PART_SEPARATOR = '|';
const UTF8 = new TextEncoder();

/**
 * Reads `$01` base64(name </> tax id </> address|phone </> bank|account </> CRC) `$`. The rules say that the checksum (16 bits,
 * polynomial 0x8005) covers GBK bytes; strings in circulation have it over UTF-8, so either is right. Never throws.
 */
export function parseTitleQr(text: string): TitleQr {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return { verdict: 'invalid', why: 'the text is too long' };
  const [, body = ''] = FRAME.exec(trimmed) ?? [];
  const bytes = body === '' ? undefined : bytesFromBase64(body.padEnd(Math.ceil(body.length / 4) * 4, '='));
  if (bytes === undefined) return { verdict: 'invalid', why: 'the text is not $01, base64, $' };
  const content = decode(bytes);
  const fields = content.split(SEPARATOR);
  if (fields.length !== 5) return { verdict: 'invalid', why: 'the content does not have five fields' };
  const title = titleOf(fields);
  if (title.name === '') return { verdict: 'invalid', why: 'the title has no name' };
  const covered = content.slice(0, content.lastIndexOf(SEPARATOR) + SEPARATOR.length);
  return { verdict: isChecksum(fields[4] ?? '', covered) ? 'valid' : 'wrong-checksum', title };
}

/** The QR text of a title. The checksum covers GBK bytes, or UTF-8 when the title has a character that GBK lacks. */
export function titleQrText({ name, taxId = '', address = '', phone = '', bank = '', account = '' }: InvoiceTitle): string {
  const parts = [name, taxId, joined(address, phone), joined(bank, account)];
  const covered = parts.map((part) => part + SEPARATOR).join('');
  const crc = crc16Text(bytesInGbk(covered) ?? UTF8.encode(covered));
  return `$01${bytesToBase64(UTF8.encode(covered + crc))}$`;
}

/** Text in UTF-8, as nearly all have it, or in GBK. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes);
  }
}

function titleOf([name = '', taxId = '', addressAndPhone = '', bankAndAccount = '']: readonly string[]): InvoiceTitle {
  const [address, phone] = split(addressAndPhone);
  const [bank, account] = split(bankAndAccount);
  const given = Object.entries({ taxId: taxId.trim().toUpperCase(), address, phone, bank, account });
  return { name: name.trim(), ...Object.fromEntries(given.filter(([, value]) => value !== '')) };
}

/** Without a bar nobody can tell where the first part ends: all of it is the first. */
function split(text: string): [string, string] {
  const bar = text.indexOf(PART_SEPARATOR);
  return bar < 0 ? [text.trim(), ''] : [text.slice(0, bar).trim(), text.slice(bar + 1).trim()];
}

function joined(first: string, second: string): string {
  return second === '' ? first : first + PART_SEPARATOR + second;
}

/** Some writers leave out leading zeros. */
function isChecksum(found: string, covered: string): boolean {
  const wanted = found.trim().toUpperCase().padStart(4, '0');
  return [bytesInGbk(covered), UTF8.encode(covered)].some((bytes) => bytes !== undefined && crc16Text(bytes) === wanted);
}
