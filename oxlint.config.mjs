/** What each folder of `shared/` may import of the others; all may import the few files beside the folders. */
const MAY_IMPORT = {
  consent: ['policy'],
  policy: ['words'],
  log: [],
  /** Caps against floods, pure. */
  limits: ['policy'],
  ledger: ['consent', 'policy', 'log', 'limits'],
  /** What the system does, one use case a file. */
  actions: [
    'consent',
    'policy',
    'ledger',
    'limits',
    'links',
    'mail',
    'inbox',
    'processors',
    'http',
    'evidence',
    'log',
    'archive',
    'feedback',
    'signing',
  ],
  links: [],
  evidence: ['consent', 'policy', 'ledger', 'log', 'archive', 'document', 'words'],
  /** The PDF kit. */
  document: [],
  /** All that people read, by language and area. Of the others it takes types alone. */
  words: ['consent', 'policy', 'ledger', 'verify', 'evidence'],
  signing: ['log'],
  archive: ['log'],
  /** Has nothing in common with what makes evidence but the hash functions, see the rule below. */
  verify: [],
  http: ['consent', 'policy', 'ledger', 'links'],
  /** Pages, put together of what actions find. */
  web: ['consent', 'policy', 'words', 'ledger', 'links', 'http', 'evidence', 'actions'],
  processors: ['consent', 'policy', 'ledger'],
  mail: ['consent', 'policy', 'ledger', 'links', 'words'],
  inbox: ['consent', 'policy', 'ledger', 'links', 'mail'],
  feedback: ['policy', 'ledger'],
};
const FOLDERS = Object.keys(MAY_IMPORT);

const ZOD = [
  { name: 'zod', message: 'Import * as z from shared/zod: zod/mini with its wording, a quarter of the size.' },
  { name: 'zod/mini', message: 'Import * as z from shared/zod, which sets the wording of its messages.' },
];
const DYNAMO = {
  group: ['@aws-sdk/{client,util}-dynamodb', '@aws-sdk/{client,util}-dynamodb/**'],
  message: 'Only shared/ledger knows that there is DynamoDB.',
};
const IMPURE = {
  group: ['@aws-sdk/**', '@aws-lambda-powertools/**', 'node:*', 'node:*/**', '**/environment', '**/secret'],
  message: 'This folder is pure: no AWS, no clock, no randomness, no environment.',
};
/** Nothing in `shared/` depends on where it runs: two ledgers can live in one process. */
const NO_SETTINGS = {
  object: 'process',
  property: 'env',
  message: 'Be given the settings: functions/deps reads them.',
};
const ENVIRONMENT = { group: ['**/environment'], message: 'Be given the settings: functions/deps reads them.' };
const SITES = { group: ['#sites'], message: 'Be given the sites: functions/deps has those of a deployment.' };
const FUNCTIONS = { group: ['**/functions/**'], message: 'Imports point the other way: functions import shared.' };
const PRINTED = 'Say it by print.ts: files and strangers write parts of it, and a terminal obeys some characters.';
const WORDS_OF_OTHERS = {
  regex: '^(\\.\\./){1,2}\\w+/',
  allowTypeImports: true,
  message: 'Words take types alone.',
};

/** A later override takes the place of an earlier one, so each says all that its files may not import. */
function imports(files, paths, patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { paths, patterns }] } };
}

function importsOf(folder) {
  const others = FOLDERS.filter((other) => other !== folder && !MAY_IMPORT[folder].includes(other));
  const direction = {
    group: others.flatMap((other) => [`../${other}/**`, `../../${other}/**`]),
    message: `shared/${folder} may not import this.`,
  };
  const pure = folder === 'consent' || folder === 'policy' ? [IMPURE] : [];
  const words = folder === 'words' ? [WORDS_OF_OTHERS] : [];
  const dynamo = folder === 'ledger' ? [] : [DYNAMO];
  const patterns = [direction, FUNCTIONS, ENVIRONMENT, SITES, ...pure, ...words, ...dynamo];
  return imports([`shared/${folder}/**`], ZOD, patterns);
}

/** What checks evidence takes nothing from what makes it, or both would make the same mistake. */
function verifierImports(files, allowed) {
  const message = 'The verifier stands alone: it may import its own files, the words, shared/hash and node:crypto.';
  return imports(files, [], [{ group: ['**', ...allowed], message }]);
}
const OWN_FOLDERS = ['!./**', '!../**', '../../**', '!../../hash'];

/** Rules without options. */
const RULES = [
  'eslint/no-array-constructor',
  'eslint/no-unused-expressions',
  'eslint/no-var',
  'eslint/prefer-const',
  'eslint/prefer-rest-params',
  'eslint/prefer-spread',
  'typescript/await-thenable',
  'typescript/ban-ts-comment',
  'typescript/consistent-type-imports',
  'typescript/no-array-delete',
  'typescript/no-base-to-string',
  'typescript/no-duplicate-enum-values',
  'typescript/no-duplicate-type-constituents',
  'typescript/no-empty-object-type',
  'typescript/no-explicit-any',
  'typescript/no-extra-non-null-assertion',
  'typescript/no-floating-promises',
  'typescript/no-for-in-array',
  'typescript/no-implied-eval',
  'typescript/no-misused-new',
  'typescript/no-misused-promises',
  'typescript/no-namespace',
  'typescript/no-non-null-asserted-optional-chain',
  'typescript/no-redundant-type-constituents',
  'typescript/no-require-imports',
  'typescript/no-this-alias',
  'typescript/no-unnecessary-type-assertion',
  'typescript/no-unnecessary-type-constraint',
  'typescript/no-unsafe-argument',
  'typescript/no-unsafe-assignment',
  'typescript/no-unsafe-call',
  'typescript/no-unsafe-declaration-merging',
  'typescript/no-unsafe-enum-comparison',
  'typescript/no-unsafe-function-type',
  'typescript/no-unsafe-member-access',
  'typescript/no-unsafe-return',
  'typescript/no-unsafe-unary-minus',
  'typescript/no-wrapper-object-types',
  'typescript/prefer-as-const',
  'typescript/prefer-namespace-keyword',
  'typescript/require-await',
  'typescript/restrict-plus-operands',
  'typescript/switch-exhaustiveness-check',
  'typescript/triple-slash-reference',
  'typescript/unbound-method',
];

export default {
  plugins: ['eslint', 'typescript'],
  categories: { correctness: 'off' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: [
    'dist/',
    'cdk.out/',
    '.local/',
    '**/*.{cjs,mjs}',
    'clients/*/dist/',
    'clients/typescript/src/api.ts',
  ],
  rules: {
    ...Object.fromEntries(RULES.map((rule) => [rule, 'error'])),
    'typescript/only-throw-error': ['error', { allowThrowingUnknown: true }],
    'eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'eslint/max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  },
  overrides: [
    {
      // Whoever reads one file of a circle has to know all of it, and circles of types are circles.
      files: ['functions', 'shared', 'infra', 'local', 'cli', 'bench', 'examples', 'clients'].map(
        (room) => `${room}/**`,
      ),
      plugins: ['import'],
      rules: { 'import/no-cycle': ['error', { ignoreTypes: false }] },
    },
    imports(['functions/**'], ZOD, [DYNAMO, ENVIRONMENT, SITES]),
    {
      files: ['cli/**'],
      rules: {
        'no-restricted-globals': ['error', { name: 'console', message: PRINTED }],
        'no-restricted-properties': [
          'error',
          { object: 'process', property: 'stdout', message: PRINTED },
          { object: 'process', property: 'stderr', message: PRINTED },
        ],
      },
    },
    { files: ['cli/print.ts'], rules: { 'no-restricted-properties': 'off' } },
    imports(['functions/deps/**'], ZOD, []),
    ...FOLDERS.map(importsOf),
    verifierImports(['shared/verify/*.ts'], ['!./**', '!../hash', '!../words/**', '!node:crypto']),
    verifierImports(['shared/verify/claims/*.ts'], OWN_FOLDERS),
    // Asynchronous, and so not in the verifier itself: what reads timestamps.
    verifierImports(
      ['shared/verify/page/*.ts'],
      [...OWN_FOLDERS, '!../../words/**', '!../../archive/timestamp', '!@noble/**'],
    ),
    {
      files: ['shared/**'],
      excludeFiles: ['shared/environment.ts'],
      rules: { 'no-restricted-properties': ['error', NO_SETTINGS] },
    },
    {
      files: ['shared/consent/**', 'shared/policy/*.ts'],
      rules: {
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'Be told the time.' },
          { object: 'Math', property: 'random', message: 'Be told what is random.' },
          NO_SETTINGS,
        ],
      },
    },
    {
      files: ['shared/**', 'functions/**', 'infra/**', 'local/**', 'bench/**'],
      rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
    },
    {
      // What is said of an operation is data, in a function so that no bundle has it.
      files: ['shared/http/operations/**'],
      rules: { 'max-lines-per-function': 'off' },
    },
    {
      // Synthesised templates are JSON without a type.
      files: ['test/infra/**'],
      rules: Object.fromEntries(
        ['assignment', 'member-access', 'call', 'return', 'argument'].map((what) => [
          `typescript/no-unsafe-${what}`,
          'off',
        ]),
      ),
    },
    {
      files: ['test/**'],
      excludeFiles: ['test/draws.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            paths: [
              {
                name: 'fast-check',
                message: 'Import fc from test/seeded: it draws from the seed that the run printed.',
              },
            ],
          },
        ],
      },
    },
    {
      files: ['test/**', 'bench/**'],
      rules: { 'typescript/require-await': 'off', 'typescript/unbound-method': 'off' },
    },
  ],
};
