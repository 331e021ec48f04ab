import type { Grant } from './allowed';

/** What a function asked of AWS: an action, on what, and what conditions of grants look at. */
export interface Asked {
  readonly line: string;
  readonly action: string;
  /** The logical id of what it is about, or how that begins. */
  readonly id: string;
  /** What comes behind the id in an ARN. */
  readonly path: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** The logical ids of what is called otherwise where functions are tested. */
const IDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['Ledger', 'Vault', 'Audience', 'Log', 'Limits'].map((table) => [table, `ConsentTables${table}`]),
  ),
  'link-keys': 'ConsentSecretsLinkKeys',
  'subject-key': 'ConsentSecretsSubjectKey',
  'log-key': 'ConsentSecretsLogKeysecret1',
  processors: 'ConsentSecretsProcessors',
  origin: 'ConsentSecretsOrigin',
  'consent-archive': 'ConsentArchiveBucket',
  'archive-test': 'ConsentArchiveBucket',
  'consent-inbox': 'ConsentInboxBucket',
};

const CONTEXT: Readonly<Record<string, string>> = {
  pk: 'dynamodb:LeadingKeys',
  attributes: 'dynamodb:Attributes',
  select: 'dynamodb:Select',
  returns: 'dynamodb:ReturnValues',
  prefix: 's3:prefix',
};

/** Of a line of calls.json, see test/integration/call-lines.ts. */
export function parseCall(line: string): Asked {
  const [action = '', name, ...rest] = line.split(' ');
  const said = new Map(rest.map((word) => word.split('=') as [string, string]));
  const context = [...said].flatMap(([key, value]) =>
    CONTEXT[key] ? [[CONTEXT[key], value.split(',')] as const] : [],
  );
  const id = name === undefined ? '' : IDS[name];
  if (id === undefined) throw new Error(`What is ${name} in the stack? Say so in test/infra/calls.ts.`);
  const key = said.get('key');
  const index = said.get('index');
  const within = index === undefined ? key : `index/${index}`;
  return { line, action, id, path: within === undefined ? '' : `/${within}`, context: Object.fromEntries(context) };
}

/** What AWS asks of KMS in the name of whoever calls it. */
export function followingFrom({ line, action, id }: Asked): Asked[] {
  const [service = ''] = action.split(':');
  const actions = USES_OF_KEYS[service] ?? [];
  const key = service === 'dynamodb' ? id.replace('Tables', 'Keys') : 'ConsentKeysSecrets';
  const context = { 'kms:ViaService': [service] };
  return actions.map((use) => ({ line: `${line}: ${use} ${key}`, action: use, id: key, path: '', context }));
}

const USES_OF_KEYS: Readonly<Record<string, readonly string[]>> = {
  dynamodb: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
  secretsmanager: ['kms:Decrypt'],
};

interface ForAws {
  readonly why: string;
  readonly is: (name: string, grant: Grant) => boolean;
}

/** The parts of a step, and the key that they are encrypted by. */
const isForParts = ({ action, id }: Grant): boolean =>
  (action === 'dynamodb:PutItem' && id === 'ConsentTablesVault') || id === 'ConsentKeysVault';

/** What is granted and was seen of no function, and why. */
export const FOR_AWS: readonly ForAws[] = [
  {
    why: 'Lambda writes into the log what a function prints.',
    is: (_, { action }) => action === 'logs:CreateLogStream' || action === 'logs:PutLogEvents',
  },
  {
    why: 'Lambda decrypts the environment.',
    is: (_, { action, id }) => action === 'kms:Decrypt' && id === 'ConsentKeysOperations',
  },
  {
    why: 'Lambda takes messages from the queue of a consumer or of the log, in its role.',
    is: (_, { action, id }) => action.startsWith('sqs:') && action !== 'sqs:SendMessage' && id.endsWith('Queue'),
  },
  {
    why: 'Messages are put without the SDK, by which calls are seen here: test/integration/asking.test.ts has them in the queue.',
    is: (name, { action, id }) => name === 'review' && action === 'sqs:SendMessage' && id === 'ConsentmailerQueue',
  },
  {
    why: 'The same: test/integration/log-queue.test.ts has them in the queue.',
    is: (name, { action, id }) => name === 'sequencer' && action === 'sqs:SendMessage' && id === 'ConsentLogFeedQueue',
  },
  {
    why: 'Lambda reads the stream of the ledger in the role of the sequencer, and says where it gave up.',
    is: (name, { action, id, conditions }) =>
      name === 'sequencer' &&
      (/^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/.test(action) ||
        (action === 'kms:Decrypt' && id === 'ConsentKeysLedger' && Object.keys(conditions).length === 0) ||
        (action === 'sqs:SendMessage' && id === 'ConsentStreamDeadLetters')),
  },
  {
    why: 'Lambda keeps what the inbox failed with.',
    is: (name, { action, path }) => name === 'inbox' && action === 's3:PutObject' && path === '/aws/lambda/async/*',
  },
  {
    why: 'Whoever writes a step may put its parts; what these write has none today.',
    is: (name, grant) => ['deletions', 'keep', 'mover', 'review'].includes(name) && isForParts(grant),
  },
  {
    why: 'Functions reach no issuer here that says what somebody is called: test/integration/operator-names.test.ts puts names.',
    is: (name, { action, id }) => name === 'desk' && action === 'dynamodb:PutItem' && id === 'ConsentTablesVault',
  },
  {
    why: 'Nobody lists mails: with the right to, S3 says of one that is not there that it is not, rather than "denied".',
    is: (name, { action, id }) => name === 'inbox' && action === 's3:ListBucket' && id === 'ConsentInboxBucket',
  },
  {
    why: 'No engine here signs by Ed25519 as KMS does: test/signing/signers.test.ts has its answers.',
    is: (name, { action }) => name === 'sequencer' && (action === 'kms:Sign' || action === 'kms:GetPublicKey'),
  },
  {
    why: 'No engine here has versions of a secret with stages: test/functions/link-keys-rotation.test.ts has its answers.',
    is: (name, { action, id }) =>
      name === 'link-keys-rotation' &&
      (/^secretsmanager:(DescribeSecret|GetSecretValue|PutSecretValue|UpdateSecretVersionStage)$/.test(action) ||
        (/^kms:(Decrypt|Encrypt|GenerateDataKey)$/.test(action) && id === 'ConsentKeysSecrets')),
  },
];
