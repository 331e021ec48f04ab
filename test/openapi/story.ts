import type { Real } from './conversation';
import type { Cast } from './cast';

/** One example in its place, and what only the running system can know about it. */
export interface Scene {
  readonly operation: string;
  readonly example: string;
  readonly real?: (cast: Cast) => Promise<Real>;
}

const scene = (operation: string, example: string, real?: Scene['real']): Scene => ({
  operation,
  example,
  ...(real && { real }),
});

const link =
  (email: string, page: string): Scene['real'] =>
  async (cast) => ({ params: { token: await cast.token(email, page) } });

const after =
  (act: (cast: Cast) => Promise<unknown>): Scene['real'] =>
  async (cast) => {
    await act(cast);
    await cast.quiet();
    return {};
  };

const LETTER = 'their letter of 3 December';
const EXAMINED = 'the claim is still being examined';

/** About the one whose data are restricted. */
const reviewing =
  (order: object, item: object = {}): Scene['real'] =>
  async (cast) => ({ json: { ...order, items: [{ id: await cast.restricted(), what: 'restriction', ...item }] } });

const ERIKA = 'erika@example.org';
const KARL = 'karl@example.org';
const PAULA = 'paula@example.org';

/** Every example of the document, in an order that makes sense: what one does, the next can rely on. */
export const STORY: readonly Scene[] = [
  scene(
    'getChanges',
    'begin',
    after((cast) => cast.takeCursor()),
  ),
  scene('getForm', 'script'),
  scene('getNotices', 'english'),
  scene('getNotices', 'french'),
  scene('signUp', 'newsletter'),
  scene('signUp', 'form'),
  scene('signUp', 'backend'),
  scene('signUp', 'nothing asked for'),
  scene('signUp', 'old wording'),
  scene('signUp', 'foreign page'),
  scene('signUp', 'visitor without token'),
  scene('signUp', 'source without token'),
  scene('showSignUpSent', 'english'),
  scene(
    'sendConfirmation',
    'again',
    after((cast) => cast.wait('PT11M')),
  ),
  scene('sendConfirmation', 'lately'),
  scene('sendConfirmation', 'nothing pending'),

  scene('showConfirmation', 'page', link(ERIKA, 'confirm')),
  scene('showConfirmation', 'cut'),
  scene('confirm', 'press', link(ERIKA, 'confirm')),
  scene('confirm', 'cut'),
  scene('getAsset', 'whitepaper', link(ERIKA, 'assets')),
  scene('getAsset', 'cut'),
  scene('getReceipt', 'file', async (cast) => ({ params: { token: await cast.receiptOf(ERIKA) } })),
  scene('getReceipt', 'page', async (cast) => ({ params: { token: await cast.receiptOf(ERIKA) } })),
  scene('getReceipt', 'cut'),

  scene(
    'getPermissions',
    'known',
    after((cast) => cast.press(KARL, 'confirm')),
  ),
  scene('lookUp', 'for marketing'),
  scene('lookUp', 'mistyped'),
  scene('lookUp', 'nobody'),
  scene('getPermissions', 'unknown'),
  scene('getPermissions', 'no address'),
  scene('getAudience', 'page'),
  scene('getAudience', 'lines'),
  scene('getAudience', 'table'),
  scene('getAudience', 'no such profile'),
  scene('getAudience', 'segment', async (cast) => ({ query: { segment: await cast.eighthWith(ERIKA) } })),
  scene('getAudience', 'no such segment'),
  scene('getAudience', 'no such purpose'),
  scene('getAudience', 'too many'),
  scene('getAudience', 'bad cursor'),
  scene('getAudienceSummary', 'counts'),
  scene('getAudienceSummary', 'no such purpose'),
  scene('listLeavers', 'page'),
  scene('listLeavers', 'no such purpose'),
  scene('listLeavers', 'no day'),
  scene('listLeavers', 'long ago'),
  scene('listLeavers', 'too many'),
  scene('listLeavers', 'bad cursor'),
  scene('getLinks', 'list'),
  scene('getLinks', 'no such purpose'),
  scene('getChanges', 'since', async (cast) => ({ query: { cursor: await cast.cursorTaken() } })),
  scene('getChanges', 'bad cursor'),
  scene('getChanges', 'old cursor', async (cast) => ({ query: { cursor: cast.cursorOfLongAgo() } })),
  scene('getCounts', 'month'),
  scene('getCounts', 'forms'),
  scene('getCounts', 'table'),
  scene('getCounts', 'wrong way round'),
  scene('getCounts', 'no such split'),
  scene('reportActivity', 'clicks'),
  scene('reportActivity', 'no such purpose'),
  scene('reportFeedback', 'full'),
  scene('reportFeedback', 'to come'),
  scene('hearMailService', 'forged'),
  scene('greetProcessor', 'look'),
  scene('hearProcessor', 'forged'),
  scene('showPreferences', 'page', link(ERIKA, 'preferences')),
  scene('showPreferences', 'cut'),
  scene('changePreferences', 'save', link(ERIKA, 'preferences')),
  scene('changePreferences', 'language', link(ERIKA, 'preferences')),
  scene('getBrake', 'sent'),
  scene('releaseBrake', 'idle'),
  scene('announce', 'dry run'),
  scene('announce', 'other version'),
  scene('announce', 'date past'),
  scene('announce', 'bad cursor'),

  scene('getCheckpoint', 'newest'),
  scene('getLogKeys', 'all'),
  scene('getTile', 'first'),
  scene('getTile', 'beyond'),
  scene('showVerifier', 'page'),
  scene('showConsole', 'page'),
  scene('showConsolePage', 'page'),

  scene('listFetches', 'page'),
  scene('listFetches', 'too many'),
  scene('listFetches', 'bad cursor'),
  scene('listProcessors', 'all'),
  scene('getRegister', 'all'),
  scene('getMe', 'compliance'),
  scene('getEvidence', 'letter'),
  scene('getEvidence', 'for others'),
  scene('getEvidence', 'dossier'),
  scene('getEvidence', 'linked data'),
  scene('getEvidence', 'table'),
  scene('getEvidence', 'no such form'),
  scene('getEvidence', 'no reason'),
  scene('giveAccess', 'dry run'),
  scene('giveAccess', 'report'),
  scene('giveAccess', 'document'),
  scene('giveAccess', 'portable'),
  scene('giveAccess', 'table'),
  scene('giveAccess', 'no such form'),

  scene('hold', 'place'),
  scene('hold', 'lift'),
  scene('hold', 'lift again'),
  scene('holdConnections', 'nobody'),
  scene('holdConnections', 'no review'),
  scene('weigh', 'begin'),
  scene('weigh', 'refuse'),
  scene('restrict', 'restrict'),
  scene('decideReviews', 'keep', reviewing({ decision: 'keep', reason: EXAMINED, reviewBy: '2099-06-30' })),
  scene('getWorklists', 'all'),
  ...['page', 'by day', 'too many', 'bad cursor'].map((name) => scene('listReviews', name)),
  scene('listAddresses', 'page'),
  scene('decideReviews', 'dry run'),
  scene('decideReviews', 'not on the list'),
  scene(
    'decideReviews',
    'changed',
    reviewing({ decision: 'keep', reason: EXAMINED, reviewBy: '2099-12-31' }, { expects: 'A'.repeat(43) }),
  ),
  scene('decideReviews', 'no day'),
  scene('restrict', 'lift'),
  scene('object', 'phone'),
  scene('rectify', 'name'),
  scene('rectify', 'address'),
  scene('rectify', 'nothing'),
  scene('withdraw', 'dry run'),
  scene('withdraw', 'letter'),
  scene('withdraw', 'nobody known'),
  scene('writeLetter', 'nothing'),
  scene('writeLetter', 'not so'),
  scene('openCase', 'letter'),
  scene('openCase', 'to come'),
  scene('checkIdentity', 'answered', async (cast) => ({ params: { case: (await cast.letter()).case } })),
  scene('checkIdentity', 'unknown'),
  scene('extendCase', 'told', async (cast) => ({ params: { case: (await cast.letter()).case } })),
  scene('extendCase', 'unknown'),
  scene('reopenCase', 'again', async (cast) => {
    const { case: id, id: whose } = await cast.closedLetter();
    return { params: { case: id }, json: { id: whose, reason: 'wrote again on 2 December' } };
  }),
  scene('reopenCase', 'unknown'),
  scene(
    'listCases',
    'open',
    after((cast) => cast.openCase()),
  ),
  scene('readCase', 'read', async (cast) => ({ params: { case: await cast.openCase() } })),
  scene('readCase', 'unknown'),
  scene('closeCase', 'answered', async (cast) => ({ params: { case: await cast.openCase() } })),
  scene('closeCase', 'closed before'),
  scene('listCases', 'closed'),
  scene('listCases', 'bad cursor'),
  scene('erase', 'dry run'),
  scene('erase', 'changed'),
  scene('erase', 'unconfirmed'),

  scene('showUnsubscribe', 'page', link(KARL, 'unsubscribe')),
  scene('showUnsubscribe', 'cut'),
  scene('unsubscribe', 'one click', link(KARL, 'unsubscribe')),
  scene('unsubscribe', 'cut'),
  scene('confirmDeletion', 'deleted', async (cast) => ({
    json: { id: await cast.lastDeleted('brieftapir'), processor: 'brieftapir' },
  })),
  scene('confirmDeletion', 'nobody asked'),
  scene('confirmDeletion', 'no such processor'),
  scene('reportLeaving', 'left'),
  scene('reportLeaving', 'no such purpose'),
  scene('listDeletions', 'page'),
  scene('listDeletions', 'too many'),
  scene('listDeletions', 'bad cursor'),
  scene('noteDeletion', 'letter', async (cast) => ({
    json: { id: await cast.lastDeleted('brieftapir'), processor: 'brieftapir', reason: LETTER },
  })),
  scene('noteDeletion', 'nobody asked'),
  scene('getJournal', 'page'),
  scene('getJournal', 'erasures'),
  scene('getJournal', 'table'),
  scene('getJournal', 'nothing then'),
  scene('getJournal', 'wrong way round'),
  scene('getJournal', 'bad cursor'),
  scene('listDeliveries', 'page'),
  scene('listDeliveries', 'too many'),
  scene('listDeliveries', 'bad cursor'),
  scene('retryDeliveries', 'begin'),
  scene('retryDeliveries', 'bad cursor'),
  scene('recordConsent', 'dry run'),
  scene('recordConsent', 'imported'),
  scene('recordConsent', 'again'),
  scene('recordConsent', 'withdrawn'),
  scene('recordConsent', 'contract'),
  scene('recordConsent', 'no wording'),
  scene('recordOptOut', 'dry run'),
  scene('recordOptOut', 'unsubscribed'),
  scene('recordOptOut', 'again'),
  scene('recordOptOut', 'no address'),
  scene('importRows', 'rows'),
  scene('importRows', 'again'),
  scene('importRows', 'empty'),
  scene('endContract', 'closed'),
  scene('endContract', 'no contract'),

  scene('showKeep', 'page', async (cast) => {
    await cast.isSilentForYears(PAULA);
    return { params: { token: await cast.token(PAULA, 'keep') } };
  }),
  scene('keep', 'press', link(PAULA, 'keep')),
  scene('keep', 'cut'),
];
