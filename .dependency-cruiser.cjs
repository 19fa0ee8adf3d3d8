/**
 * Which way the rooms depend on each other, checked on every run:
 *
 *   workers ─► gateway/{changes,ledger,queue,stores,verify} ─► chaincode/domain ─► nothing of ours
 *   workers, gateway ─► contracts ─► nothing of ours
 *
 * A room is reached by its package name only. The name leads through node_modules and `exports` into the other room's
 * dist folder, so the rules look at the resolved path: `<room>/dist/…` came through a package name, `<room>/src/…` of
 * another room came through a relative path. A name that `exports` does not offer stays unresolved, and that is an
 * error too: otherwise a forbidden import would pass simply because nothing was found behind it.
 */
const ROOMS = '(chaincode|gateway|workers|contracts)';

/** Paths inside any room, whichever way they were reached. */
const anyOf = (rooms) => `^(${rooms.join('|')})/`;

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'A mistyped import, a room that was not built, or a part of a room that its package does not offer.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-dependencies',
      comment: 'What a room imports at run time stands in the package.json of that room: Fabric packages chaincode alone.',
      severity: 'error',
      from: { path: `^${ROOMS}/src/` },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-dev', 'npm-optional'] },
    },
    {
      name: 'rooms-by-name-only',
      comment: "Another room's sources are reached by its package name, never by a path.",
      severity: 'error',
      from: { path: `^${ROOMS}/` },
      to: { path: `^${ROOMS}/`, pathNot: ['^$1/', `^${ROOMS}/dist/`] },
    },
    {
      name: 'no-own-dist',
      comment: 'Sources import sources; the compiled copy may be stale.',
      severity: 'error',
      from: { path: `^${ROOMS}/src/` },
      to: { path: '^$1/dist/' },
    },
    {
      name: 'domain-imports-nothing-of-ours',
      comment: 'The rules of the ledger depend on nothing: not on Fabric, not on a gateway.',
      severity: 'error',
      from: { path: '^chaincode/src/domain/' },
      to: { path: `^(${ROOMS}|test|scripts)/`, pathNot: '^chaincode/src/domain/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'No I/O, no clock, no randomness: endorsers, the embedded ledger and a browser must all decide alike.',
      severity: 'error',
      from: { path: '^chaincode/src/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-vendors',
      comment: 'The short list of what the rules may borrow.',
      severity: 'error',
      from: { path: '^chaincode/src/domain/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(@noble/hashes|big\\.js)/' },
    },
    {
      name: 'chaincode-imports-no-room',
      comment: 'Fabric packages this folder alone.',
      severity: 'error',
      from: { path: '^chaincode/' },
      to: { path: anyOf(['gateway', 'workers', 'contracts']) },
    },
    {
      name: 'contracts-imports-no-room',
      comment: 'The public-chain client knows nothing of invoices.',
      severity: 'error',
      from: { path: '^contracts/' },
      to: { path: anyOf(['chaincode', 'gateway', 'workers']) },
    },
    {
      name: 'gateway-not-to-workers',
      comment: 'The producer owns the message; it does not know who works on it.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: anyOf(['workers']) },
    },
    {
      name: 'only-public-parts',
      comment: 'The parts of a room that other rooms may use.',
      severity: 'error',
      from: { path: `^${ROOMS}/` },
      to: {
        path: `^${ROOMS}/dist/`,
        pathNot: [
          '^$1/',
          '^chaincode/dist/domain/index\\.(js|d\\.ts)$',
          '^gateway/dist/(changes|client|evidence|figures|ledger|queue|stores|ledger/embedded/verify)/index\\.(js|d\\.ts)$',
          '^contracts/dist/index\\.(js|d\\.ts)$',
        ],
      },
    },
    {
      name: 'console-uses-the-public-api',
      comment:
        'The web pages call HTTP like everyone else, so what they can do, others can. Beside that they verify with the same rules.',
      severity: 'error',
      from: { path: '^gateway/console/' },
      to: {
        path: `^${ROOMS}/`,
        pathNot: [
          '^gateway/(console|node_modules)/',
          '^gateway/dist/(client|evidence|figures)/',
          '^chaincode/dist/domain/index\\.(js|d\\.ts)$',
        ],
      },
    },
    {
      name: 'public-pages-are-small',
      comment: 'A phone loads them over a bad line: they borrow nothing of the console.',
      severity: 'error',
      from: { path: '^gateway/console/src/(figures|phone|public|shared|verify)/' },
      to: { path: ['^gateway/console/src/(app|pages)/', 'node_modules/(antd|@ant-design|echarts|@tanstack)/'] },
    },
    {
      name: 'detectors-know-no-injector',
      comment: 'What finds faults must not learn from what makes them: neither the sources nor the helpers of the tests do.',
      severity: 'error',
      from: { pathNot: '^test/faults/inject/' },
      to: { path: '^test/faults/inject/' },
    },
    {
      name: 'no-test-code',
      comment: 'What ships does not depend on what tests it.',
      severity: 'error',
      from: { path: `^${ROOMS}/` },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    // Types count: a type borrowed against the direction is a dependency all the same.
    tsPreCompilationDeps: true,
    // Follow the workspace links to the rooms themselves, so that one path names one thing.
    preserveSymlinks: false,
    doNotFollow: { path: ['node_modules', '/dist/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default'] },
  },
};
