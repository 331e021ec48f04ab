/** What a function may do to single items. There is no Scan, no transaction, and no batch write but to the log's index. */
export type ItemAction =
  'Query' | 'GetItem' | 'BatchGetItem' | 'PutItem' | 'BatchWriteItem' | 'UpdateItem' | 'DeleteItem';
export type TableName = 'ledger' | 'vault' | 'audience' | 'log';
export type SecretName = 'linkKeys' | 'subjectKey';

/** All that a function may do, besides writing its own log. */
export interface Permissions extends Readonly<Partial<Record<TableName, readonly ItemAction[]>>> {
  /** Secrets that it may read. */
  readonly secrets?: readonly SecretName[];
  /** The secret that it may add a version to, and read to do so. */
  readonly rotates?: SecretName;
  /** May it send mail in the name of the sites? */
  readonly sendsMail?: true;
  /** May it sign checkpoints of the log? */
  readonly signsLog?: true;
  /** May it list archived checkpoints, and get or put some? Nobody may delete any. */
  readonly archive?: 'read' | 'write';
}

const READ_LOG: readonly ItemAction[] = ['GetItem', 'BatchGetItem', 'Query'];

/**
 * Who may do what. What the public reaches can add to the vault, but not read it; only `retention` can change or
 * delete what was written; only `sequencer` can add to the log.
 */
export const PERMISSIONS: Readonly<Record<string, Permissions>> = {
  signup: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], secrets: ['subjectKey'] },
  consents: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], secrets: ['subjectKey'] },
  notices: {},
  fallback: {},
  confirm: { ledger: ['Query', 'GetItem', 'PutItem'], vault: ['PutItem'], secrets: ['linkKeys'] },
  unsubscribe: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], secrets: ['linkKeys'] },
  keep: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], secrets: ['linkKeys'] },
  assets: { ledger: ['Query'], secrets: ['linkKeys'] },
  receipts: { ledger: ['Query', 'GetItem'], log: READ_LOG, secrets: ['linkKeys'] },
  evidence: {
    ledger: ['Query', 'GetItem', 'PutItem'],
    vault: ['Query', 'PutItem'],
    log: READ_LOG,
    secrets: ['subjectKey'],
    archive: 'read',
  },
  access: { ledger: ['Query', 'GetItem', 'PutItem'], vault: ['Query', 'PutItem'], secrets: ['subjectKey'] },
  subjects: { ledger: ['Query', 'PutItem'], vault: ['Query', 'PutItem'], secrets: ['subjectKey'] },
  permissions: { ledger: ['Query'], secrets: ['subjectKey'] },
  audience: { vault: ['BatchGetItem'], audience: ['Query', 'GetItem'], secrets: ['linkKeys'] },
  announcements: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query', 'PutItem'],
    audience: ['Query'],
    secrets: ['linkKeys'],
    sendsMail: true,
  },
  activity: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], secrets: ['subjectKey'] },
  review: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query', 'PutItem'],
    audience: ['Query', 'GetItem', 'PutItem'],
    secrets: ['linkKeys'],
    sendsMail: true,
  },
  mailer: { ledger: ['Query', 'PutItem'], vault: ['Query', 'PutItem'], secrets: ['linkKeys'], sendsMail: true },
  mover: { ledger: ['Query', 'PutItem'], vault: ['PutItem'] },
  retention: {
    // Puts nothing but counts.
    ledger: ['Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    vault: ['Query', 'UpdateItem', 'DeleteItem'],
  },
  projector: { ledger: ['Query'], audience: ['PutItem', 'UpdateItem'] },
  sequencer: { log: [...READ_LOG, 'PutItem', 'BatchWriteItem'], signsLog: true },
  log: { log: READ_LOG },
  archive: { log: READ_LOG, archive: 'write' },
  verify: {},
  'link-keys-rotation': { rotates: 'linkKeys' },
};
