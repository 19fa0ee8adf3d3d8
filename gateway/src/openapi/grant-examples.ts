/** Requests that are right as they stand. */
export const GRANT_EXAMPLES = {
  resource: {
    table: {
      value: {
        resource: 'air-quality',
        owner: 'environment-bureau',
        title: '空气质量小时值',
        source: { connection: 'city-db', table: 'readings', key: 'id' },
        fields: [{ name: 'station' }, { name: 'measured_at' }, { name: 'pm25' }],
        reason: 'open data plan 2026',
      },
    },
    file: {
      value: {
        resource: 'bus-stops',
        title: '公交站点',
        source: { connection: 'city-files', file: 'bus-stops.csv' },
        fields: [
          { name: 'stop', type: 'text' },
          { name: 'passengers', type: 'number' },
        ],
        reason: 'open data plan 2026',
      },
    },
  },
  transfer: { value: { value: { owner: 'city-data-office', controller: 'demo-provider', reason: 'reorganisation' } } },
  grant: {
    use: {
      value: {
        resource: 'air-quality',
        consumer: 'demo-consumer',
        right: 'use',
        until: '2027-01-01T00:00:00Z',
        purpose: { code: 'research', text: 'health effects of fine dust' },
        fields: ['station', 'pm25'],
        rows: [{ field: 'station', op: 'in', value: ['S1', 'S2'] }],
        liability: 'as measured; no warranty',
        reason: 'agreement 2026-17',
      },
    },
  },
  token: { token: { value: { seconds: 300 } } },
} as const;
