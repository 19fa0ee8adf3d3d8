// Lint for every room. The aim is to catch mistakes, not to argue about taste: layout belongs to prettier.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const ROOM_SOURCES = [
  'chaincode/src/**/*.ts',
  'gateway/src/**/*.ts',
  'gateway/client/index.ts',
  'workers/src/**/*.ts',
  'contracts/src/**/*.ts',
];
/** The web pages. */
const PAGES = ['gateway/console/src/**/*.{ts,tsx}'];
const TESTS = ['test/**/*.ts'];
const EXAMPLES = ['docs/examples/*.ts'];

/** Settings are read in one validated place a room, so that nothing deep inside depends on the environment. */
const NO_ENVIRONMENT = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Read the environment in config.ts only and pass the value on.' },
  ],
  'no-restricted-imports': [
    'error',
    { paths: ['process', 'node:process'].map((name) => ({ name, importNames: ['env'], message: 'Use config.ts.' })) },
  ],
};

/** Rules of ours on top of the strict presets, each for a reason that the preset does not cover. */
const OUR_RULES = {
  complexity: ['error', 10],
  eqeqeq: 'error',
  '@typescript-eslint/explicit-function-return-type': [
    'error',
    // An inferred type is fine for a callback; what has a name says what it returns.
    { allowExpressions: true, allowTypedFunctionExpressions: true, allowHigherOrderFunctions: true },
  ],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  // Marked so that it stands out, not because it goes: an identity provider on this machine has no certificate.
  '@typescript-eslint/no-deprecated': [
    'error',
    { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
  ],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  // The driver differs by Node, and the wrong one ends the process when a statement is collected (sqlite-driver.ts).
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { paths: [{ name: 'better-sqlite3', allowTypeImports: true, message: 'Use SqliteDatabase.' }] },
  ],
  // An implementation of an asynchronous port is async even when it never waits: its throw becomes a rejection.
  '@typescript-eslint/require-await': 'off',
  // It asks for `!`, which another rule forbids in the sources.
  '@typescript-eslint/non-nullable-type-assertion-style': 'off',
  // Only a type alias is assignable to a JSON value; an interface lacks the index signature.
  '@typescript-eslint/consistent-type-definitions': 'off',
  // A read from a store names at the call what is expected under the key.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  // Parsers of protocols look for control characters on purpose.
  'no-control-regex': 'off',
};

export default defineConfig(
  globalIgnores([
    'gateway/client/api.ts',
    '**/node_modules/',
    '**/dist/',
    '**/coverage/',
    '**/data/',
    '**/artefacts/',
    '.cache/',
    '.git/',
  ]),
  {
    files: [...ROOM_SOURCES, ...PAGES, ...TESTS, ...EXAMPLES],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: OUR_RULES,
  },
  {
    files: [...ROOM_SOURCES, ...PAGES],
    // A rule is changed here, for everyone, or it holds: no comment switches it off.
    linterOptions: { noInlineConfig: true },
    rules: {
      ...NO_ENVIRONMENT,
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
    },
  },
  {
    files: PAGES,
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // A handler may be one call; what React gives back of it is nothing.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
    },
  },
  {
    // The one file a room that may read the environment.
    files: ['**/config.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    // A command line talks to people through the console.
    files: ['gateway/src/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Fabric's loader needs the context class at run time: a type-only import compiles and dies at load.
    files: ['chaincode/src/contracts/**/*.ts', 'chaincode/src/fabric/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Tests reach into parsed JSON and into what is known to be there; a wrong guess fails the test, which is its purpose.
    files: TESTS,
    rules: {
      complexity: 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    // Examples stand alone, as a caller would write them.
    files: EXAMPLES,
    rules: { 'no-console': 'off' },
  },
  {
    // Small scripts run by node as they are.
    files: [
      'scripts/**/*.{mjs,cjs,js}',
      'gateway/bin/**/*.js',
      'gateway/console/*.mjs',
      '*.{mjs,cjs}',
      '.dependency-cruiser.cjs',
    ],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
      },
    },
    rules: { complexity: ['error', 10], eqeqeq: 'error', 'max-lines': ['error', { max: 300 }] },
  },
  {
    files: ['**/*.cjs', 'gateway/bin/**/*.js'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' } },
  },
  prettier,
);
