import { LedgerError } from '@lianpiao/chaincode/domain';
import { isPublicAddress, ReceiverRules } from '@lianpiao/gateway/changes';
import { closeLine, openLine, sendMessage } from '../../../workers/src/delivery/send-message';
import { startReceiver } from '../../support/receiver';

const PUBLIC = ['93.184.216.34', '8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:80b::200e'];
const INSIDE = [
  '0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.255.255.254', '168.63.129.16',
  '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.192', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.7',
  '203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255',
  '::', '::1', '::127.0.0.1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', '2001:db8::1', '2001::1', '2002:7f00:1::1', '3fff::1', '5f00::1',
  'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fec0::1', 'ff02::1',
]; // prettier-ignore

/** The code of a refusal, or `admitted`. */
async function verdict(rules: ReceiverRules, url: string): Promise<string> {
  try {
    await rules.admit(rules.parseUrl(url));
    return 'admitted';
  } catch (error) {
    return error instanceof LedgerError ? error.code : String(error);
  }
}

const https = (address: string): string => (address.includes(':') ? `https://[${address}]/hook` : `https://${address}/hook`);

describe('where a webhook may lead', () => {
  const rules = new ReceiverRules('');

  it.each(PUBLIC)('%s is public', async (address) => {
    expect(isPublicAddress(address)).toBe(true);
    expect(await verdict(rules, https(address))).toBe('admitted');
  });

  it.each(INSIDE)('%s leads inside', async (address) => {
    expect(isPublicAddress(address)).toBe(false);
    expect(await verdict(rules, https(address))).toBe('WEBHOOK_URL_FORBIDDEN');
    // The same behind a name.
    const answer = rules.admit(new URL('https://host.example'), () => Promise.resolve([{ address, family: 4 }]));
    await expect(answer).rejects.toMatchObject({ code: 'WEBHOOK_URL_FORBIDDEN' });
  });

  it.each([
    ['https://2130706433/', 'WEBHOOK_URL_FORBIDDEN'],
    ['https://0x7f.1/', 'WEBHOOK_URL_FORBIDDEN'],
    ['https://0177.0.0.1/', 'WEBHOOK_URL_FORBIDDEN'],
    ['https://127.1/', 'WEBHOOK_URL_FORBIDDEN'],
    ['https://127.0.0.1./', 'WEBHOOK_URL_FORBIDDEN'],
    ['https://localhost/', 'WEBHOOK_URL_FORBIDDEN'],
    ['https://LOCALHOST.:8443/', 'WEBHOOK_URL_FORBIDDEN'],
    ['https://hook.localhost/', 'WEBHOOK_URL_FORBIDDEN'],
    ['http://93.184.216.34/', 'WEBHOOK_URL_FORBIDDEN'],
    ['https://user:secret@93.184.216.34/', 'FIELD_INVALID'],
    ['https://user@93.184.216.34/', 'FIELD_INVALID'],
    ['https://93.184.216.34/#part', 'FIELD_INVALID'],
    ['https://93.184.216.34/#', 'FIELD_INVALID'],
    ['ftp://93.184.216.34/', 'FIELD_INVALID'],
    ['file:///etc/passwd', 'FIELD_INVALID'],
    ['https://', 'FIELD_INVALID'],
    ['hook', 'FIELD_INVALID'],
  ])('%s: %s', async (url, code) => {
    expect(await verdict(rules, url)).toBe(code);
  });

  it('is nowhere when one of the addresses of a host leads inside', async () => {
    const both = [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    const admit = (found: typeof both): Promise<unknown> =>
      rules.admit(new URL('https://host.example'), () => Promise.resolve(found));
    await expect(admit(both)).rejects.toMatchObject({ code: 'WEBHOOK_URL_FORBIDDEN' });
    await expect(admit([])).rejects.toMatchObject({ code: 'WEBHOOK_URL_FORBIDDEN' });
    await expect(admit(both.slice(0, 1))).resolves.toEqual(both.slice(0, 1));
  });

  it('says nothing of the address that it found', async () => {
    const answer = rules.admit(new URL('https://host.example'), () => Promise.resolve([{ address: '10.20.30.40', family: 4 }]));
    const error = await answer.catch((cause: unknown) => cause as LedgerError);
    expect(JSON.stringify([(error as LedgerError).message, (error as LedgerError).detail])).not.toContain('10.20.30.40');
  });

  it('is also what the operator lists, by http too, and no more than that', async () => {
    const listed = new ReceiverRules(' erp.intranet, 10.1.0.0/16,fd00::/8, 10.3.0.1 ,');
    const at = (address: string, url = 'http://host.intranet/'): Promise<unknown> =>
      listed.admit(new URL(url), () => Promise.resolve([{ address, family: 4 }]));
    await expect(at('10.1.2.3')).resolves.toBeDefined();
    for (const address of ['fd00::1', '10.3.0.1']) await expect(at(address)).resolves.toBeDefined();
    await expect(at('10.3.0.2')).rejects.toMatchObject({ code: 'WEBHOOK_URL_FORBIDDEN' });
    await expect(at('10.2.0.1')).rejects.toMatchObject({ code: 'WEBHOOK_URL_FORBIDDEN' });
    // Public addresses by https only.
    await expect(at('93.184.216.34')).rejects.toMatchObject({ code: 'WEBHOOK_URL_FORBIDDEN' });
    await expect(at('93.184.216.34', 'https://host.example/')).resolves.toBeDefined();
    expect(() => new ReceiverRules('10.1.0.0/33')).toThrow('LIANPIAO_WEBHOOK_ALLOW');
    expect(() => new ReceiverRules('http://erp')).toThrow('LIANPIAO_WEBHOOK_ALLOW');
  });
});

describe('a name that leads elsewhere a moment later', () => {
  it('is judged when the connection is made, and the connection goes where the judged answer says', async () => {
    const receiver = await startReceiver();
    const rules = new ReceiverRules('');
    const url = `https://host.example:${String(receiver.port)}/`;
    let asked = 0;
    const resolve = (): Promise<{ address: string; family: number }[]> => {
      asked += 1;
      return Promise.resolve([{ address: asked === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }]);
    };
    // Registered while the name is public …
    await expect(rules.admit(rules.parseUrl(url), resolve)).resolves.toHaveLength(1);
    const line = openLine(rules, 2000, resolve);
    // … and delivered when it is not.
    expect(await sendMessage(line, url, {}, '{}')).toEqual({ outcome: 'forbidden' });
    closeLine(line);
    expect([asked, receiver.connections()]).toEqual([2, 0]);

    // The same socket gets there when the address is allowed: it was the judgement that kept it away.
    const allowed = openLine(new ReceiverRules('127.0.0.0/8'), 2000, resolve);
    expect(await sendMessage(allowed, url.replace('https', 'http'), {}, '{}')).toMatchObject({ status: 204 });
    closeLine(allowed);
    expect(receiver.connections()).toBe(1);
    await receiver.close();
  });

  it('cannot use an address in the URL, for which no socket asks', async () => {
    const receiver = await startReceiver();
    const line = openLine(new ReceiverRules('10.0.0.0/8'), 2000);
    for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433'])
      expect(await sendMessage(line, `http://${host}:${String(receiver.port)}/`, {}, '{}')).toEqual({ outcome: 'forbidden' });
    closeLine(line);
    expect(receiver.connections()).toBe(0);
    await receiver.close();
  });
});
