import tseslint from 'typescript-eslint';

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
  group: ['@aws-sdk/client-dynamodb', '@aws-sdk/util-dynamodb'],
  message: 'Only shared/ledger knows that there is DynamoDB.',
};
const IMPURE = {
  group: ['@aws-sdk/*', '@aws-lambda-powertools/*', 'node:*', '**/environment', '**/secret'],
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
const FUNCTIONS = { group: ['**/functions/*'], message: 'Imports point the other way: functions import shared.' };

function importsOf(folder) {
  const others = FOLDERS.filter((other) => other !== folder && !MAY_IMPORT[folder].includes(other));
  const direction = {
    group: others.flatMap((other) => [`../${other}/*`, `../../${other}/*`]),
    message: `shared/${folder} may not import this.`,
  };
  const pure = folder === 'consent' || folder === 'policy' ? [IMPURE] : [];
  const patterns = [direction, FUNCTIONS, ENVIRONMENT, SITES, ...pure, ...(folder === 'ledger' ? [] : [DYNAMO])];
  return {
    files: [`shared/${folder}/**`],
    rules: { 'no-restricted-imports': ['error', { paths: ZOD, patterns }] },
  };
}

/** What checks evidence takes nothing from what makes it, or both would make the same mistake. */
function verifierImports(files, allowed) {
  const message = 'The verifier stands alone: it may import its own files, the words, shared/hash and node:crypto.';
  const patterns = [{ regex: `^(?!${allowed.join('|')})`, message }];
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}
const OWN_FOLDERS = ['\\./', '\\.\\./[^.]', '\\.\\./\\.\\./hash$'];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'cdk.out/',
      '.local/',
      '**/*.mjs',
      'clients/*/dist/',
      'clients/typescript/src/api.ts',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/zod$/] ImportSpecifier[imported.name="z"]',
          message: 'Import * as z: as one object it brings the wording of every language, 400 KB.',
        },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['functions/**'],
    rules: { 'no-restricted-imports': ['error', { paths: ZOD, patterns: [DYNAMO, ENVIRONMENT, SITES] }] },
  },
  {
    files: ['cli/**'],
    ignores: ['cli/print.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="write"][callee.object.object.name="process"]',
          message: 'Say it by print.ts: files and strangers write parts of it, and a terminal obeys some characters.',
        },
        { selector: 'Identifier[name="console"]', message: 'Say it by print.ts.' },
      ],
    },
  },
  {
    files: ['functions/deps/**'],
    rules: { 'no-restricted-imports': ['error', { paths: ZOD }] },
  },
  ...FOLDERS.map(importsOf),
  verifierImports(['shared/verify/*.ts'], ['\\./', '\\.\\./hash$', '\\.\\./words/', 'node:crypto$']),
  verifierImports(['shared/verify/claims/*.ts'], OWN_FOLDERS),
  // Asynchronous, and so not in the verifier itself: what reads timestamps.
  verifierImports(
    ['shared/verify/page/*.ts'],
    [...OWN_FOLDERS, '\\.\\./\\.\\./words/', '\\.\\./\\.\\./archive/timestamp$', '@noble/'],
  ),
  {
    files: ['shared/words/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(\\.\\./){1,2}\\w+/', allowTypeImports: true, message: 'Words take types alone.' }] },
      ],
    },
  },
  {
    files: ['shared/**'],
    ignores: ['shared/environment.ts'],
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
        `@typescript-eslint/no-unsafe-${what}`,
        'off',
      ]),
    ),
  },
  {
    files: ['test/**'],
    ignores: ['test/seeded.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'fast-check', message: 'Import fc from test/seeded: it draws from the seed that the run printed.' },
      ],
    },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: { '@typescript-eslint/require-await': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
);
