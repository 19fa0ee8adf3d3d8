import { STATEMENT_MEDIA_TYPE } from '@lianpiao/chaincode/domain';

/** Signed with a key that was thrown away: right as it stands, as all examples are. */
const SIGNED = {
  statement: {
    mediaType: STATEMENT_MEDIA_TYPE,
    digest: 'sha256:1b9a591a845d00fae459c4300ed41856f827630d36fe38f3cddf38b30b95427a',
    kind: 'dataset',
    source: '示例市气象站',
    method: 'daily export of sensor readings',
    madeAt: '2026-01-31T08:00:00Z',
    parents: [],
  },
  signature: {
    algorithm: 'Ed25519',
    publicKey: 'MCowBQYDK2VwAyEAdSmb/WqxRuTzCtlW8vsVkrJBxQLNimTzpGsmUrPnxOo=',
    value: 'EsDXZF1O+bCqdYK4iM/QHlApB5BWwmO8nYd/7aRpOUoH8vuQt2T+X0QkpVMvy+PK1ZMedS/t5IXynZ+7lOj4Ag==',
  },
};

export const PROVENANCE_EXAMPLES = {
  registration: { dataset: { value: { ...SIGNED, description: 'Water levels of January' } } },
  event: { licence: { value: { event: 'licensed', to: 'city-lab', terms: 'research only, until 2027', reason: 'asked for' } } },
  erasure: { entry: { value: { sequence: 17, reason: 'asked for by the person named' } } },
} as const;
