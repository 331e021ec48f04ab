/** What a function may do to single items. There is no Scan, no batch write and no transaction. */
export type ItemAction = 'Query' | 'GetItem' | 'BatchGetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem';
export type TableName = 'ledger' | 'vault' | 'audience';
export type SecretName = 'linkKeys' | 'subjectKey';

/** All that a function may do, besides writing its own log. */
export interface Permissions extends Readonly<Partial<Record<TableName, readonly ItemAction[]>>> {
  /** Secrets that it may read. */
  readonly secrets?: readonly SecretName[];
  /** The secret that it may add a version to, and read to do so. */
  readonly rotates?: SecretName;
  /** May it send mail in the name of the sites? */
  readonly sendsMail?: true;
}

/**
 * Who may do what. What the public reaches can add to the vault, but not read it; only `retention` can change or
 * delete what was written.
 */
export const PERMISSIONS: Readonly<Record<string, Permissions>> = {
  signup: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], secrets: ['subjectKey'] },
  notices: {},
  fallback: {},
  confirm: { ledger: ['Query', 'GetItem', 'PutItem'], vault: ['PutItem'], secrets: ['linkKeys'] },
  unsubscribe: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], secrets: ['linkKeys'] },
  assets: { ledger: ['Query'], secrets: ['linkKeys'] },
  evidence: { ledger: ['Query', 'GetItem', 'PutItem'], vault: ['Query'], secrets: ['subjectKey'] },
  permissions: { ledger: ['Query'], secrets: ['subjectKey'] },
  audience: { vault: ['BatchGetItem'], audience: ['Query', 'GetItem'], secrets: ['linkKeys'] },
  mailer: { ledger: ['Query', 'PutItem'], vault: ['Query', 'PutItem'], secrets: ['linkKeys'], sendsMail: true },
  retention: { ledger: ['Query', 'UpdateItem', 'DeleteItem'], vault: ['Query', 'UpdateItem', 'DeleteItem'] },
  projector: { ledger: ['Query'], audience: ['PutItem', 'UpdateItem'] },
  'link-keys-rotation': { rotates: 'linkKeys' },
};
