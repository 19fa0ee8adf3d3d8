import fc from 'fast-check';
import { parseTitleQr, titleQrText, type InvoiceTitle } from '@lianpiao/chaincode/domain';

const qrOf = (content: string | Buffer): string => `$01${Buffer.from(content as string).toString('base64')}$`;

describe('the QR code of a title (便捷开票)', () => {
  it.each([
    [
      '$015YyX5Lqs56Wo6YCa56eR5oqA5pyJ6ZmQ5YWs5Y+4PC8+OTExMTAxMDhNQTAwNDMzNjVNPC8+PC8+PC8+MjU2Qw==$',
      { name: '北京票通科技有限公司', taxId: '91110108MA0043365M' },
    ],
    ['$015a6L5Li5PC8+MTIzNDU2Nzg5MDEyMzQ1NjwvPjwvPjwvPkU1MTE=$', { name: '宋丹', taxId: '1234567890123456' }],
  ])('reads strings that are in circulation, whose checksum covers UTF-8: %s', (text, title) => {
    expect(parseTitleQr(text)).toEqual({ verdict: 'valid', title });
  });

  it('reads the checksum over GBK bytes as the rules have it', () => {
    // Worked out apart from this code: CRC-16 (0x8005, start 0) over the GBK bytes of the first string above is 8529.
    const covered = '北京票通科技有限公司</>91110108MA0043365M</></></>';
    expect(parseTitleQr(qrOf(`${covered}8529`))).toMatchObject({ verdict: 'valid' });
    expect(titleQrText({ name: '北京票通科技有限公司', taxId: '91110108MA0043365M' })).toBe(qrOf(`${covered}8529`));
  });

  it('parts address from phone and bank from account at the bar', () => {
    const title: InvoiceTitle = {
      name: '样例科技有限公司',
      taxId: '91310000MA1DEMQC0F',
      address: '上海市世纪大道1号',
      phone: '021-12345678',
      bank: '示例银行浦东支行',
      account: '6222000000000000',
    };
    expect(parseTitleQr(titleQrText(title))).toEqual({ verdict: 'valid', title });
    const joined = '某公司</>91310000MA1DEMQC0F</>上海市某路1号 021-1</></>';
    expect(parseTitleQr(qrOf(`${joined}0000`))).toMatchObject({ title: { address: '上海市某路1号 021-1' } });
  });

  it('reads a content in GBK', () => {
    // 中国 in GBK.
    const bytes = Buffer.concat([Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]), Buffer.from('</></></></>0')]);
    expect(parseTitleQr(`$01${bytes.toString('base64')}$`)).toMatchObject({ title: { name: '中国' } });
  });

  it('tells a wrong checksum, and still reads what people then look at', () => {
    const right = titleQrText({ name: '样例科技有限公司', taxId: '91310000MA1DEMQC0F' });
    const content = Buffer.from(right.slice(3, -1), 'base64').toString();
    const wrong = content.replace('91310000', '91310001');
    expect(parseTitleQr(qrOf(wrong))).toMatchObject({ verdict: 'wrong-checksum', title: { taxId: '91310001MA1DEMQC0F' } });
  });

  it.each([
    ['another QR code', '01,32,,26440000000000000001,321.00,20260131,,ABCD'],
    ['nothing', ''],
    ['no end', '$01YWJj'],
    ['another version', `$02${Buffer.from('a</></></></>0').toString('base64')}$`],
    ['too few fields', qrOf('a</>b</>0')],
    ['no name', qrOf('</>b</></></>0')],
    ['bits that are left over', '$01QUJD=$'],
    ['too much', qrOf('x'.repeat(3000))],
  ])('refuses %s', (_name, text) => {
    expect(parseTitleQr(text)).toMatchObject({ verdict: 'invalid' });
  });

  it('reads what it writes, whatever stands in it', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll(/[|<>\p{Cc}\p{Cs}]/gu, '').trim());
    fc.assert(
      fc.property(part, part, (name, address) => {
        fc.pre(name !== '');
        const title = { name, ...(address === '' ? {} : { address }) };
        expect(parseTitleQr(titleQrText(title))).toEqual({ verdict: 'valid', title });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const candidate of [text, `$01${text}$`, qrOf(text), qrOf(`${text}</></></></>1`)]) parseTitleQr(candidate);
      }),
    );
  });
});
