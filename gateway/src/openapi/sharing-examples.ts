/** Bodies that the schemas take. */
const purpose = { code: 'research', text: 'A study of air and health' };

export const SHARING_EXAMPLES = {
  consent: {
    patient: {
      value: {
        resource: 'records',
        subject: 'a'.repeat(64),
        text: 'b'.repeat(64),
        textVersion: '2026-1',
        purpose,
        reason: 'Agreed online',
      },
    },
  },
  crossing: {
    study: {
      value: {
        resource: 'air-quality',
        consumer: 'institute',
        region: 'SG',
        until: '2027-01-01T00:00:00Z',
        legalBasis: 'Security assessment 2026-17',
        reason: 'A joint study',
      },
    },
  },
  request: {
    department: {
      value: { resource: 'air-quality', basis: 'statutory-duty', purpose, fields: ['station', 'level'], reason: 'Yearly report' },
    },
  },
  answer: { granted: { value: { grant: 'grant-1', reason: 'As asked' } }, refused: { value: { reason: 'Not ours to give' } } },
  standing: {
    monthly: {
      value: {
        resource: 'air-quality',
        consumer: 'health-bureau',
        days: 31,
        until: '2027-01-01T00:00:00Z',
        purpose,
        fields: ['station', 'level'],
        liability: 'Each side answers for its own faults',
        conditions: { basis: { kind: 'statutory-duty', rule: 'Air law, article 30' }, modes: ['view'], keepDays: 30 },
        reason: 'Every month the same',
      },
    },
  },
  deletion: { done: { value: { statement: 'All copies on the analysis machines were deleted', reason: 'The study is over' } } },
  review: { upheld: { value: { upheld: true, reason: 'There was a flood' } } },
} as const;
