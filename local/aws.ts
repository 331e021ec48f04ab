/** The account and region that the stack pretends to be. */
export const REGION = 'eu-central-1';
export const ACCOUNT = '000000000000';

/** What signs calls of AWS here. */
export const CREDENTIALS = { AWS_REGION: REGION, AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' } as const;

/** The tables, by the variable that tells a function of them. */
export const TABLES = {
  LEDGER_TABLE: 'Ledger',
  VAULT_TABLE: 'Vault',
  AUDIENCE_TABLE: 'Audience',
  LOG_TABLE: 'Log',
  LIMITS_TABLE: 'Limits',
} as const;

/** The tables whose writes go into a stream. */
export const STREAMED: readonly string[] = [TABLES.LEDGER_TABLE];

/** The tables whose items can have an end. */
export const EXPIRING: readonly string[] = [
  TABLES.LEDGER_TABLE,
  TABLES.VAULT_TABLE,
  TABLES.AUDIENCE_TABLE,
  TABLES.LIMITS_TABLE,
];

/** The secrets that functions ask for, and the session token that they have to show for them. */
export const SECRETS = {
  linkKeys: 'link-keys',
  subjectKey: 'subject-key',
  logKey: 'log-key',
  processors: 'processors',
} as const;
export const SESSION_TOKEN = 'local';

/** The audience of access tokens. */
export const TOKEN_AUDIENCE = 'consent-local';

/** The log's name in its checkpoints. Not the address that it is served at: the port may be another tomorrow. */
export const LOG_ORIGIN = 'consent.localhost/log';

/** Where checkpoints are archived. */
export const ARCHIVE_BUCKET = 'consent-archive';

/** The domain whose mail comes in, and where it lies until it was worked off. */
export const INBOX_DOMAIN = 'inbox.example';
export const INBOX_BUCKET = 'consent-inbox';
/** Files that are too large for an answer. */
export const FILES_BUCKET = 'files';
