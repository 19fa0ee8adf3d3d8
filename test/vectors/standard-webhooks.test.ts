import { Webhook } from 'standardwebhooks';
import { signedHeaders } from '../../workers/src/delivery/message';
import { countVectors, vectorCases } from '../support/vectors';

interface Case {
  readonly desc: string;
  readonly secret: string;
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly now: number;
  readonly valid: boolean;
}

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwa2V5a2V5';
const OWN: Case[] = [
  { desc: 'own: no header at all', secret: SECRET, payload: '{}', headers: {}, now: 1_700_000_000, valid: false },
];

describe('Standard Webhooks', () => {
  const published = vectorCases<Case>('standard-webhooks', 'cases.json');
  beforeAll(() => {
    jest.useFakeTimers();
    countVectors('standard-webhooks', published.length);
  });
  afterAll(() => jest.useRealTimers());

  it.each([...OWN, ...published].map((one) => [one.desc, one] as const))(
    '%s',
    (_desc, { secret, payload, headers, now, valid }) => {
      jest.setSystemTime(now * 1000);
      const verify = (): unknown => new Webhook(secret).verify(payload, headers);
      if (!valid) {
        expect(verify).toThrow();
        return;
      }
      expect(verify()).toEqual(JSON.parse(payload));
      // What we send for the same message at the same time is what the case says.
      const at = Number(headers['webhook-timestamp']) * 1000;
      const ours = signedHeaders({ id: headers['webhook-id'] ?? '', body: payload }, [secret], at);
      expect(headers['webhook-signature']?.split(' ')).toContain(ours['webhook-signature']);
      expect(ours).toMatchObject({ 'webhook-id': headers['webhook-id'], 'webhook-timestamp': headers['webhook-timestamp'] });
    },
  );

  it('is signed by both secrets while one follows the other', () => {
    jest.setSystemTime(1_700_000_000_000);
    const former = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
    const headers = signedHeaders({ id: 'x-1', body: '{"a":1}' }, [SECRET, former], Date.now());
    for (const secret of [SECRET, former]) expect(new Webhook(secret).verify('{"a":1}', headers)).toEqual({ a: 1 });
    expect(() => new Webhook(SECRET).verify('{"a":2}', headers)).toThrow();
  });
});
