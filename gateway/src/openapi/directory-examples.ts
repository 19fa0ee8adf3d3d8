/** Requests that are right as they stand. */
export const DIRECTORY_EXAMPLES = {
  division: { district: { value: { division: '110105', parent: '110000', name: '朝阳区', reason: 'GB/T 2260' } } },
  placement: {
    department: { value: { organisation: 'environment-bureau', division: '110000', reason: 'organisation chart 2026' } },
  },
  duty: {
    air: {
      value: {
        duty: 'air-monitoring',
        organisation: 'environment-bureau',
        name: '大气环境质量监测',
        basis: '大气污染防治法 第二十三条',
        reason: 'three-determinations plan 2026',
      },
    },
  },
  publication: {
    air: {
      value: {
        entry: 'air-quality-hourly',
        duty: 'air-monitoring',
        title: '空气质量小时值',
        description: '各监测站每小时 PM2.5 浓度',
        datum: '空气质量小时浓度',
        grade: 1,
        class: 'public-service',
        openness: 'open',
        sector: 'green',
        tags: { technology: ['传感器'], industry: ['环保'], management: ['监测'] },
        reason: 'open data plan 2026',
      },
    },
  },
  regrading: { stricter: { value: { grade: 2, class: 'government', reason: 'yearly review' } } },
  transfer: {
    reform: { value: { duty: 'ecology-monitoring', owner: 'ecology-bureau', reason: 'institutional reform' } },
  },
  approval: {
    bank: { value: { consumer: 'a-bank', right: 'use', until: '2027-01-01T00:00:00Z', reason: 'decision 2026/17' } },
  },
  placeResource: { air: { value: { entry: 'air-quality-hourly', reason: 'catalogued' } } },
  schema: {
    readings: {
      value: {
        schema: 'air-readings',
        document: { type: 'object', required: ['station'], properties: { station: { type: 'string', minLength: 1 } } },
        reason: 'exchange standard 2026',
      },
    },
  },
  dcat: {
    dataset: {
      value: {
        catalogue: 'https://data.example/catalogue',
        defaults: {
          duty: 'air-monitoring',
          grade: 1,
          class: 'public-service',
          openness: 'conditional',
          sector: 'green',
          tags: { technology: ['传感器'], industry: ['环保'], management: ['监测'] },
        },
        document: {
          '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
          '@type': 'dcat:Dataset',
          'dct:identifier': 'noise-daily',
          'dct:title': { '@value': '噪声日均值', '@language': 'zh' },
        },
        reason: 'federation',
      },
    },
  },
  supervision: {
    yearly: {
      value: {
        authority: 'audit-office',
        object: 'environment-bureau',
        method: 'sampling',
        intervalDays: 365,
        reason: 'supervision plan 2026',
      },
    },
  },
  look: { samples: { value: { method: 'sampling', finding: 'none', text: '抽查 20 条，均与来源一致', reason: 'yearly look' } } },
  feedback: { wrong: { value: { kind: 'wrong', text: '站点坐标有误', reason: 'found in use' } } },
  answer: { corrected: { value: { outcome: 'corrected', text: '已在新版本中更正', reason: 'checked' } } },
} as const;
