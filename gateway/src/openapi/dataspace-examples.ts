/** Bodies that the schemas take. */
const connectorAddress = 'https://connector.example/dsp/2025-1';

export const DATASPACE_EXAMPLES = {
  offer: {
    research: {
      value: {
        resource: 'air-quality',
        until: '2027-01-01T00:00:00Z',
        purpose: { code: 'research', text: 'Research on air and health' },
        fields: ['station', 'level'],
        reason: 'Open data plan',
      },
    },
  },
  negotiation: {
    ask: {
      value: { providerId: 'weather-bureau', connectorAddress, datasetId: 'air-quality', offerId: 'offer-1' },
    },
  },
  transfer: {
    ask: {
      value: { providerId: 'weather-bureau', connectorAddress, agreementId: 'agreement-1', format: 'HttpData-PULL' },
    },
  },
} as const;
