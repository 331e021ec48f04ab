/**
 * The rights of a function to single items. There is no Scan, no transaction, and no batch write but to the log's
 * index.
 */
export type ItemAction =
  'Query' | 'GetItem' | 'BatchGetItem' | 'PutItem' | 'BatchWriteItem' | 'UpdateItem' | 'DeleteItem';
export type TableName = 'ledger' | 'vault' | 'audience' | 'log' | 'limits';
export type SecretName = 'linkKeys' | 'subjectKey' | 'processors' | 'origin';

/** All that a function may do, besides writing its own log. */
export interface Permissions extends Readonly<Partial<Record<TableName, readonly ItemAction[]>>> {
  /** Secrets that it may read. */
  readonly secrets?: readonly SecretName[];
  /** The secret that it may add a version to, and read to do so. */
  readonly rotates?: SecretName;
  /** Its rights to the notes of what processors have yet to be told. */
  readonly deliveries?: readonly ItemAction[];
  /** May it set the ends of entries and parts, and nothing else of them? */
  readonly putsOffEnds?: true;
  /** May it see which parts there are in the vault, and nothing of what they say? */
  readonly seesParts?: true;
  /** May it note in the ledger who fetched which list? */
  readonly notesFetches?: true;
  /** May it keep beside the audience how many are in it? */
  readonly keepsCounts?: true;
  /** May it read the journal of what operators did? */
  readonly readsJournal?: true;
  /** May it put counts of sites, which name nobody, beside the entries? */
  readonly counts?: true;
  /** May it read these counts, and no entry? */
  readonly readsCounts?: true;
  /** May it keep in the vault what operators are called, and put nothing else there? */
  readonly namesOperators?: true;
  /** May it put messages into the queue of `mailer`? */
  readonly queuesMail?: true;
  /** May it send mail in the name of the sites? */
  readonly sendsMail?: true;
  /** May it get the files that no answer can carry, and so make links to them? */
  readonly linksToFiles?: true;
  /** May it get mails that came in, and delete them? */
  readonly receivesMail?: true;
  /** Does the mail service's topic tell it what became of mails? */
  readonly hearsOfMail?: true;
  /** May it note what witnesses said, and nothing else in the log? It is told whom to ask. */
  readonly asksWitnesses?: true;
  /** May it sign checkpoints of the log? */
  readonly signsLog?: true;
  /** May it list archived checkpoints, and get or put some? Nobody may delete any. */
  readonly archive?: 'read' | 'write';
}

/** Where entries are in the log, the proof of that, and whose keys it is signed by. */
const READ_LOG: readonly ItemAction[] = ['GetItem', 'BatchGetItem', 'Query'];

/** What is counted against floods, and whether a site's confirmation mails are stopped. */
const COUNTING: readonly ItemAction[] = ['BatchGetItem', 'UpdateItem'];

/** The deliveries to processors that are due, and their failures. */
const TELLING: readonly ItemAction[] = ['GetItem', 'UpdateItem', 'DeleteItem'];

/**
 * The rights of each function. Functions that the public reaches can add to the vault, but not read it, except for
 * `preferences`; only `retention` can change or delete what was written, but for the ends that `confirm` and `subjects` put off; only
 * `sequencer` can add to the log, beside which `witness` notes what witnesses said.
 */
export const PERMISSIONS: Readonly<Record<string, Permissions>> = {
  signup: {
    ledger: ['Query', 'PutItem'],
    vault: ['PutItem'],
    limits: COUNTING,
    secrets: ['subjectKey'],
  },
  reports: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], secrets: ['subjectKey'] },
  static: {},
  confirm: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], putsOffEnds: true, secrets: ['linkKeys'] },
  unsubscribe: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], secrets: ['linkKeys'] },
  // Copies who a person is to the record that they ask for anew, and shows it to nobody.
  preferences: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query', 'PutItem'],
    limits: COUNTING,
    // A record that begins there commits to its address, as any does.
    secrets: ['linkKeys', 'subjectKey'],
  },
  keep: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], secrets: ['linkKeys'] },
  assets: { ledger: ['Query'], secrets: ['linkKeys'], linksToFiles: true },
  receipts: { ledger: ['Query'], log: ['BatchGetItem', 'Query'], secrets: ['linkKeys'] },
  evidence: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query', 'PutItem'],
    log: READ_LOG,
    secrets: ['subjectKey'],
    archive: 'read',
  },
  cases: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query', 'PutItem'],
    audience: ['Query', 'GetItem', 'PutItem'],
    // Takes off the list of deletions what is confirmed.
    deliveries: ['UpdateItem'],
    // Requests are written down by the address of whoever wrote.
    secrets: ['subjectKey'],
  },
  'case-watch': { audience: ['Query'] },
  subjects: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query', 'PutItem'],
    putsOffEnds: true,
    limits: COUNTING,
    secrets: ['subjectKey'],
  },
  desk: {
    ledger: ['Query'],
    readsJournal: true,
    vault: ['Query', 'BatchGetItem'],
    namesOperators: true,
    secrets: ['subjectKey'],
  },
  resend: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query', 'PutItem'],
    limits: COUNTING,
    secrets: ['linkKeys', 'subjectKey'],
    sendsMail: true,
  },
  permissions: { ledger: ['Query'], seesParts: true, secrets: ['subjectKey'] },
  audience: {
    vault: ['BatchGetItem'],
    audience: ['Query', 'BatchGetItem'],
    secrets: ['linkKeys'],
    notesFetches: true,
    keepsCounts: true,
    readsCounts: true,
  },
  links: { ledger: ['Query'], seesParts: true, secrets: ['subjectKey', 'linkKeys'], notesFetches: true },
  announcements: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query', 'PutItem'],
    audience: ['Query'],
    secrets: ['linkKeys'],
    sendsMail: true,
  },
  feedback: {
    ledger: ['Query', 'PutItem'],
    vault: ['PutItem'],
    limits: COUNTING,
    secrets: ['subjectKey', 'processors'],
    hearsOfMail: true,
  },
  // Asks mailing tools, and takes down what they say as `feedback` does; keeps its place in the audience's table.
  'ask-tools': {
    ledger: ['Query', 'PutItem'],
    vault: ['PutItem'],
    audience: ['GetItem', 'PutItem'],
    secrets: ['subjectKey', 'processors'],
  },
  review: {
    ledger: ['Query', 'PutItem'],
    vault: ['PutItem'],
    audience: ['Query', 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'],
    queuesMail: true,
  },
  mailer: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query', 'PutItem'],
    limits: COUNTING,
    secrets: ['linkKeys', 'subjectKey'],
    sendsMail: true,
  },
  inbox: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query', 'PutItem'],
    audience: ['Query', 'PutItem'],
    secrets: ['linkKeys', 'subjectKey'],
    sendsMail: true,
    receivesMail: true,
  },
  mover: { ledger: ['Query', 'PutItem'], vault: ['PutItem'] },
  retention: {
    // Puts nothing but counts, marks of what was counted, and summaries.
    ledger: ['Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    vault: ['Query', 'UpdateItem', 'DeleteItem'],
  },
  projector: { ledger: ['Query'], audience: ['PutItem', 'UpdateItem'], counts: true },
  notifier: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query'],
    deliveries: TELLING,
    secrets: ['processors'],
  },
  deliveries: {
    ledger: ['Query', 'PutItem'],
    vault: ['Query'],
    audience: ['Query'],
    deliveries: TELLING,
    secrets: ['processors'],
  },
  brake: { limits: COUNTING, secrets: ['subjectKey'] },
  deletions: { ledger: ['Query', 'PutItem'], vault: ['PutItem'], deliveries: ['UpdateItem'] },
  sequencer: { log: ['GetItem', 'BatchGetItem', 'PutItem', 'BatchWriteItem'], signsLog: true },
  // As everybody may read it: tiles and the checkpoint, keys and witnesses, and not where an entry is.
  log: { log: ['GetItem', 'Query'] },
  archive: { log: ['GetItem'], archive: 'write' },
  witness: { log: ['GetItem', 'Query'], asksWitnesses: true },
  'link-keys-rotation': { rotates: 'linkKeys' },
  origin: { secrets: ['origin'] },
};
