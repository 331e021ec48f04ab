import fc from '../../seeded';
import { changes, type StackTemplate } from '../../../infra/stages/changes';
import { SUMMARY, type Summary } from '../../../infra/stages/summary';

const WAS: Summary = {
  stage: 'prod',
  sites: { shop: ['news', 'analysis'], blog: ['posts'] },
  wordings: { 'shop/purpose/news/1/de': 'a', 'blog/purpose/posts/1/de': 'b' },
  host: 'consent.example.com',
  logKeys: ['kms-1'],
  senderDomains: ['example.com', 'example.org'],
  inboxDomain: 'inbox.example.com',
  issuer: undefined,
  hasEdge: true,
  isTrial: false,
  backups: true,
};
const LEDGER = { ConsentTablesLedger1: { Type: 'AWS::DynamoDB::GlobalTable' } };

const templateOf = (summary: Summary, resources: StackTemplate['Resources'] = LEDGER): StackTemplate => ({
  Metadata: { [SUMMARY]: summary },
  Resources: { ConsentFunction1: { Type: 'AWS::Lambda::Function' }, ...resources },
});

const found = (is: Partial<Summary>, resources?: StackTemplate['Resources']): string[] =>
  changes(templateOf(WAS), templateOf({ ...WAS, ...is }, resources)).map(
    ({ isGrave, says }) => `${isGrave ? '!' : '-'} ${says}`,
  );

test.each<[string, Partial<Summary>, string[]]>([
  ['nothing', {}, []],
  [
    'a site that vanishes',
    { sites: { shop: ['news', 'analysis'] } },
    [
      '! Site "blog" vanishes: its people keep their links to leave, but get no mail, and its wording is served no more.',
    ],
  ],
  ['a new site', { sites: { ...WAS.sites, app: ['tips', 'offers'] } }, ['- Site "app" is new, with tips, offers.']],
  [
    'a purpose that vanishes, and one that comes',
    { sites: { ...WAS.sites, shop: ['news', 'offers'] } },
    [
      '! Purpose "analysis" of site "shop" vanishes: whoever agreed to it is mailed no more.',
      '- Purpose "offers" of site "shop" is new.',
    ],
  ],
  [
    'a text that changed and kept its version',
    { wordings: { ...WAS.wordings, 'shop/purpose/news/1/de': 'c' } },
    ['! The wording shop/purpose/news/1/de changes and keeps its version: people agreed to another text.'],
  ],
  [
    'a new text',
    { wordings: { ...WAS.wordings, 'shop/purpose/news/2/de': 'c' } },
    ['- The wording shop/purpose/news/2/de is new.'],
  ],
  [
    'a host',
    { host: undefined },
    [
      '! Links lead to none of your own, no longer to consent.example.com: those in mails that are out work only as long as ' +
        'the old host does. The log has another name from then on, too.',
    ],
  ],
  ['keys that overlap', { logKeys: ['kms-2', 'kms-1'] }, ['- The log is signed by kms-2 and kms-1, before by kms-1.']],
  [
    'a ledger that was restored',
    { tables: { ledger: 'Ledger-restored' } },
    ["! The ledger is Ledger-restored, no longer the stack's own: what that holds is not used."],
  ],
  [
    'keys that do not',
    { logKeys: ['kms-2'] },
    ['! The log is signed by kms-2, before by kms-1: nobody who knows the old key alone can go on checking.'],
  ],
  [
    'domains',
    { senderDomains: ['example.com', 'example.net'] },
    ['! Sender domain example.org is no longer there.', '- Sender domain example.net is new.'],
  ],
  ['an inbox', { inboxDomain: undefined }, ['! Mail comes in at none of your own, no longer at inbox.example.com.']],
  [
    'an issuer',
    { issuer: 'https://a.example' },
    ['! Tokens are issued by https://a.example: those of Cognito are refused.'],
  ],
  ['an edge', { hasEdge: false }, ['! CloudFront no longer stands before the API.']],
  [
    'a trial',
    { isTrial: true },
    ['! It becomes a trial: deleting the stack deletes its data, and nothing protects it.'],
  ],
  ['no copies', { backups: false }, ['! No copies are made any more.']],
])('%s', (_, is, says) => {
  expect(found(is)).toEqual(says);
});

test('a table under another logical id is an empty one, and the old one is left', () => {
  expect(found({}, { ConsentTablesLedger2: { Type: 'AWS::DynamoDB::GlobalTable' } })).toEqual([
    '! AWS::DynamoDB::GlobalTable ConsentTablesLedger1 is no longer part of the stack: what it holds is not used any more.',
    '- AWS::DynamoDB::GlobalTable ConsentTablesLedger2 is made, and is empty.',
  ]);
});

test('a stack of before there were summaries is compared by what it holds', () => {
  expect(changes({ Resources: LEDGER }, templateOf(WAS))).toEqual([]);
  expect(changes({ Resources: LEDGER }, templateOf(WAS, {}))).toMatchObject([{ isGrave: true }]);
});

const ID = fc.constantFrom('a', 'b', 'c', 'd');
const ids = fc.uniqueArray(ID);
const summary: fc.Arbitrary<Summary> = fc.record({
  stage: fc.constant('prod'),
  sites: fc.dictionary(ID, ids),
  wordings: fc.dictionary(ID, ID),
  host: fc.option(ID),
  logKeys: fc.uniqueArray(fc.constantFrom('kms-1', 'kms-2', 'secret-1'), { minLength: 1 }),
  senderDomains: ids,
  inboxDomain: fc.option(ID),
  issuer: fc.option(ID),
  hasEdge: fc.boolean(),
  isTrial: fc.boolean(),
  backups: fc.boolean(),
});

test('what is taken away is grave in one direction, and new in the other; nothing is said of what stays', () => {
  fc.assert(
    fc.property(summary, summary, (one, other) => {
      const there = changes(templateOf(one), templateOf(other));
      const back = changes(templateOf(other), templateOf(one));
      expect(changes(templateOf(one), templateOf(one))).toEqual([]);
      // Grave things stand first.
      expect(there.map(({ isGrave }) => isGrave)).toEqual(there.map(({ isGrave }) => isGrave).sort((a, b) => +b - +a));
      const vanishing = (all: typeof there) => all.filter(({ says }) => / vanishes:/.test(says)).length;
      const fresh = (all: typeof there) => all.filter(({ says }) => /^(Site|Purpose) .* is new/.test(says)).length;
      expect([vanishing(there), fresh(there)]).toEqual([fresh(back), vanishing(back)]);
    }),
  );
});
