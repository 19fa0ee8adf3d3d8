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
    '^@lianpiao/gateway/(changes|evidence|figures|ledger|queue|stores)$': '<rootDir>/gateway/src/$1/index.ts',
    '^@lianpiao/gateway/client$': '<rootDir>/gateway/client/index.ts',
    '^@lianpiao/gateway/verify$': '<rootDir>/gateway/src/ledger/embedded/verify/index.ts',
    '^@lianpiao/contracts$': '<rootDir>/contracts/src/index.ts',
    '^@lianpiao/workers$': '<rootDir>/workers/src/index.ts',
  },
  // The Fabric network that suites share is started by the first that needs it, and ended here.
  globalSetup: '<rootDir>/test/support/fabric-setup.cjs',
  globalTeardown: '<rootDir>/test/support/fabric-teardown.cjs',
  testSequencer: '<rootDir>/scripts/lib/jest-sequencer.cjs',
  // What has to be quick is measured where it is required; this only ends what hangs, on a machine that does other things too.
  testTimeout: 120_000,
};
