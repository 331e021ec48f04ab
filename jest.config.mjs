// The SDK says at each start that it will want a newer Node some day; Node 20 is still among ours.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

// What property tests draw from. Each run has another, and says which; .ci/run takes the day's.
process.env.FC_SEED ??= String(Math.floor(Math.random() * 2 ** 31));
process.stderr.write(`Property tests draw from FC_SEED=${process.env.FC_SEED}\n`);

// ESM-only packages that the tests import are compiled along with our own code.
const ESM = [
  '@middy',
  '@noble',
  '@peculiar/utils',
  'asn1js',
  'bytestreamjs',
  'dom-serializer',
  'domelementtype',
  'domhandler',
  'domutils',
  'entities',
  'htmlparser2',
  'jose',
  'oauth4webapi',
  'canonicalize',
  'preact',
  'preact-render-to-string',
  'pkijs',
  'postal-mime',
  'temporal-polyfill',
  'temporal-utils',
  'zod',
];

/** Suites in a context of their own: a witness that is not ours answers our functions otherwise in that of the process, and it is not known why. */
const APART = '<rootDir>/test/auditor/';

/** Suites that need a database, the functions' bundles, a compiler or another program. */
const WHOLE = [
  'cli',
  'clients',
  'docs/run',
  'infra',
  'integration',
  'local',
  'openapi',
  'promises',
  'rfc8058',
  'stack',
  'verifier-python',
  'words/pseudo',
].map((folder) => `<rootDir>/test/${folder}/`);
const ELSEWHERE = ['/node_modules/', '<rootDir>/test/browser/', '<rootDir>/test/tools/'];

/** How all suites are run. */
export const COMMON = {
  // They share the packages, and the context of their process: docs/decisions/0104-packages-once-a-process.md.
  testEnvironment: '<rootDir>/test/run/environment.cjs',
  runtime: '<rootDir>/test/run/runtime.cjs',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM.join('|')})/)`],
  // It names itself to importers alone, and the tests are compiled to require(); see tsconfig.json, too.
  moduleNameMapper: {
    '^canonicalize$': '<rootDir>/node_modules/canonicalize/lib/canonicalize.js',
    '^#sites$': '<rootDir>/examples/sites/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdk.out/', '<rootDir>/.local/'],
};

/** What Jest takes for a whole run alone. Suites wait for conditions; a busy machine may take ten times as long as a quiet one. */
export const RUN = { testTimeout: 120_000, maxWorkers: 2 };

/** The suites that need none of that. */
export const OF_UNITS = { testPathIgnorePatterns: [...ELSEWHERE, ...WHOLE, APART] };

export default {
  ...RUN,
  projects: [
    { ...COMMON, ...OF_UNITS, displayName: 'unit' },
    {
      ...COMMON,
      displayName: 'whole',
      testMatch: WHOLE.map((folder) => `${folder}**/*.test.{ts,tsx}`),
      globalSetup: '<rootDir>/test/once/bundle-once.ts',
    },
    {
      ...COMMON,
      displayName: 'apart',
      testEnvironment: 'node',
      runtime: undefined,
      testMatch: [`${APART}**/*.test.ts`],
      globalSetup: '<rootDir>/test/once/bundle-once.ts',
    },
  ],
};
