/** Tests run on the TypeScript sources; rooms are reached by their package names, as in production. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json' }] },
  moduleNameMapper: {
    '^@lianpiao/chaincode/domain$': '<rootDir>/chaincode/src/domain/index.ts',
    '^@lianpiao/chaincode$': '<rootDir>/chaincode/src/index.ts',
    '^@lianpiao/gateway/(changes|ledger|queue|stores)$': '<rootDir>/gateway/src/$1/index.ts',
    '^@lianpiao/gateway/verify$': '<rootDir>/gateway/src/ledger/embedded/verify/index.ts',
    '^@lianpiao/contracts$': '<rootDir>/contracts/src/index.ts',
    '^@lianpiao/workers$': '<rootDir>/workers/src/index.ts',
  },
  // The Fabric network that suites share is started by the first that needs it, and ended here.
  globalSetup: '<rootDir>/test/support/fabric-setup.cjs',
  globalTeardown: '<rootDir>/test/support/fabric-teardown.cjs',
  testTimeout: 30_000,
};
