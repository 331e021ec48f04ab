import { OPERATIONS, type OperationId } from '../../shared/http/operations';

type Rights = Readonly<Record<string, readonly string[]>>;

const SECRET = ['GetSecretValue'];
const READ_LOG = ['BatchGetItem', 'GetItem', 'Query'];
const STEP = { Ledger: ['PutItem', 'Query'], Vault: ['PutItem'] };
const STEP_BY_PARTS = { Ledger: ['PutItem', 'Query'], Vault: ['PutItem', 'Query'] };

const NOTHING = {};
const REPORT = { ...STEP, SubjectKey: SECRET };
const LIMITS = { Limits: ['BatchGetItem', 'UpdateItem'] };
const SIGN_UP = { ...REPORT, ...LIMITS };
const READING = { ...STEP_BY_PARTS, SubjectKey: SECRET };
/** A hold puts off ends; the others gain that from it, see decision 81. */
const ORDER = {
  ...{ ...READING, ...LIMITS },
  Ledger: ['PutItem', 'Query', 'UpdateItem'],
  Vault: ['PutItem', 'Query', 'UpdateItem'],
};
const BUTTON = { ...STEP, LinkKeys: SECRET };
const CONFIRMING = { ...BUTTON, Ledger: ['PutItem', 'Query', 'UpdateItem'], Vault: ['PutItem', 'UpdateItem'] };
const LINKS_BY_PARTS = { ...STEP_BY_PARTS, LinkKeys: SECRET };
const PREFERENCES = { ...LINKS_BY_PARTS, ...LIMITS, SubjectKey: SECRET };
const LIST = {
  Ledger: ['PutItem', 'Query'],
  Vault: ['BatchGetItem'],
  // Puts nothing but counts.
  Audience: ['BatchGetItem', 'PutItem', 'Query'],
  LinkKeys: SECRET,
};
const CASE = { ...STEP_BY_PARTS, Audience: ['GetItem', 'PutItem', 'Query', 'UpdateItem'], SubjectKey: SECRET };
/** Puts nothing but what operators are called. */
const DESK = { Ledger: ['Query'], Vault: ['BatchGetItem', 'PutItem', 'Query'], SubjectKey: SECRET };
const SENDING = { ...LINKS_BY_PARTS, ...LIMITS, SubjectKey: SECRET, Mail: ['SendRawEmail'] };
const BRAKE = { ...LIMITS, SubjectKey: SECRET };
const DELIVERY = {
  Ledger: ['PutItem', 'Query'],
  Vault: ['Query'],
  Audience: ['DeleteItem', 'GetItem', 'Query', 'UpdateItem'],
  Processors: SECRET,
};

/** What each operation is allowed to do, written down a second time, so that a slip in infra/ shows. */
export const OPERATION_MAY: Readonly<Record<OperationId, Rights>> = {
  getNotices: NOTHING,
  getForm: NOTHING,
  showVerifier: NOTHING,
  showConsole: NOTHING,
  showConsolePage: NOTHING,
  signUp: SIGN_UP,
  showSignUpSent: SIGN_UP,
  recordConsent: REPORT,
  recordOptOut: REPORT,
  importRows: REPORT,
  endContract: REPORT,
  reportActivity: REPORT,
  reportFeedback: REPORT,
  // One function hears all that comes from outside of mails: SES, and mailing tools.
  hearMailService: { ...REPORT, ...LIMITS, Processors: SECRET },
  greetProcessor: { ...REPORT, ...LIMITS, Processors: SECRET },
  hearProcessor: { ...REPORT, ...LIMITS, Processors: SECRET },
  reportLeaving: REPORT,
  showConfirmation: CONFIRMING,
  confirm: CONFIRMING,
  showUnsubscribe: BUTTON,
  unsubscribe: BUTTON,
  showKeep: BUTTON,
  keep: BUTTON,
  showPreferences: PREFERENCES,
  changePreferences: PREFERENCES,
  getAsset: { Ledger: ['Query'], LinkKeys: SECRET },
  getReceipt: { Ledger: ['Query'], Log: ['BatchGetItem', 'Query'], LinkKeys: SECRET },
  getPermissions: { Ledger: ['Query'], Vault: ['BatchGetItem'], SubjectKey: SECRET },
  getAudience: LIST,
  getChanges: LIST,
  getAudienceSummary: LIST,
  listLeavers: LIST,
  listAddresses: LIST,
  getRegister: LIST,
  getCounts: LIST,
  getLinks: { Ledger: ['PutItem', 'Query'], Vault: ['BatchGetItem'], LinkKeys: SECRET, SubjectKey: SECRET },
  getMe: DESK,
  lookUp: DESK,
  listFetches: DESK,
  getJournal: DESK,
  listProcessors: DELIVERY,
  sendConfirmation: SENDING,
  getEvidence: { ...READING, Log: READ_LOG, Archive: ['GetObject', 'ListBucket'] },
  giveAccess: ORDER,
  writeLetter: ORDER,
  withdraw: ORDER,
  object: ORDER,
  restrict: ORDER,
  weigh: ORDER,
  hold: ORDER,
  holdConnections: ORDER,
  erase: ORDER,
  rectify: ORDER,
  listCases: CASE,
  readCase: CASE,
  closeCase: CASE,
  openCase: CASE,
  extendCase: CASE,
  checkIdentity: CASE,
  reopenCase: CASE,
  listReviews: CASE,
  decideReviews: CASE,
  getWorklists: CASE,
  listDeletions: CASE,
  noteDeletion: CASE,
  announce: { ...LINKS_BY_PARTS, Audience: ['Query'], Mail: ['SendRawEmail'] },
  listDeliveries: DELIVERY,
  retryDeliveries: DELIVERY,
  getBrake: BRAKE,
  releaseBrake: BRAKE,
  confirmDeletion: { ...STEP, Audience: ['UpdateItem'] },
  getCheckpoint: { Log: ['GetItem', 'Query'] },
  getLogKeys: { Log: ['GetItem', 'Query'] },
  getTile: { Log: ['GetItem', 'Query'] },
};

/** The same of the functions that answer no operation. */
const OTHERS_MAY: Readonly<Record<string, Rights>> = {
  'case-watch': { Audience: ['Query'] },
  review: { ...STEP, Audience: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'] },
  mailer: SENDING,
  mover: STEP,
  retention: { Ledger: ['DeleteItem', 'PutItem', 'Query', 'UpdateItem'], Vault: ['DeleteItem', 'Query', 'UpdateItem'] },
  projector: { Ledger: ['PutItem', 'Query'], Audience: ['PutItem', 'UpdateItem'] },
  notifier: { ...DELIVERY, Audience: ['DeleteItem', 'GetItem', 'UpdateItem'] },
  sequencer: {
    Ledger: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
    Log: ['BatchGetItem', 'BatchWriteItem', 'GetItem', 'PutItem'],
    LogKey: ['GetPublicKey', 'Sign'],
  },
  archive: { Log: ['GetItem'], Archive: ['ListBucket', 'PutObject'] },
  'link-keys-rotation': {
    LinkKeys: ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'],
  },
};

/** By function: each of the operations that it answers is allowed all that it may do, see permissions.test.ts. */
export const MAY: Readonly<Record<string, Rights>> = {
  ...Object.fromEntries(OPERATIONS.map((operation) => [operation.function, OPERATION_MAY[operation.id]])),
  ...OTHERS_MAY,
};

/** Functions that may do the same, and why they are not one. */
export const APART: readonly { readonly functions: readonly string[]; readonly why: string }[] = [
  {
    functions: ['keep', 'unsubscribe'],
    why: 'A person waits for each of the two, and would wait for the code of the other to load. A withdrawal has to work whatever becomes of the other.',
  },
  {
    functions: ['mailer', 'resend'],
    why: 'Queues call the one, the gateway the other: time, tries and alarms are not the same.',
  },
];
