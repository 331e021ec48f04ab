import { asRecord, asSubject } from '../ids';
import { LINK_KINDS, writeToken, type LinkKind } from '../../shared/links/link-token';
import { writeLocalPart } from '../../shared/links/inbox-address';
import { INBOX_DOMAIN, postOf } from './post';
import { startWorld, type World } from './world';

/** What opens and presses the links of each kind: the function, and its events. */
const OPENED: Readonly<Record<LinkKind, readonly [fn: string, ...events: string[]]>> = {
  confirm: ['confirm', 'confirm-page', 'confirm-button', 'confirm-scanner'],
  unsubscribe: [
    'unsubscribe',
    'unsubscribe-page',
    'unsubscribe-button',
    'unsubscribe-one-click',
    'unsubscribe-one-click-multipart',
  ],
  asset: ['assets', 'asset'],
  receipt: ['receipts', 'receipt'],
  keep: ['keep', 'keep-page', 'keep-button'],
  preferences: [
    'preferences',
    'preferences-page',
    'preferences-save',
    'preferences-end',
    'preferences-undo',
    'preferences-language',
  ],
  right: ['preferences', 'preferences-page', 'preferences-save'],
};
const KINDS = Object.keys(LINK_KINDS) as LinkKind[];
/** The world's. */
const OURS = { current: 1, keys: new Map([[1, 'k'.repeat(64)]]) };
const FOREIGN = { current: 1, keys: new Map([[1, 'x'.repeat(64)]]) };
const SAID = {
  subject: asSubject('A'.repeat(22)),
  recordId: asRecord(`${'B'.repeat(21)}A`),
  purposes: ['newsletter-product'],
};

let world: World;
let calls: string[];

beforeAll(async () => {
  world = await startWorld();
  const note = <Args, Result>(
    next: (args: Args) => Promise<Result>,
    { commandName = '' }: { commandName?: string },
  ) => {
    return (args: Args): Promise<Result> => {
      calls.push(commandName);
      return next(args);
    };
  };
  world.deps.ledger.client.middlewareStack.add(note, { step: 'initialize', name: 'note' });
});
beforeEach(() => (calls = []));
afterAll(() => world.stop());

test('a link of ours is looked up: so the calls would be seen', async () => {
  for (const kind of KINDS) {
    const [fn, event = ''] = OPENED[kind];
    const before = calls.length;
    await world.call(fn, event, { params: { token: writeToken({ kind, ...SAID }, OURS) } });
    expect([kind, calls.length]).not.toEqual([kind, before]);
  }
});

describe.each(KINDS)('of a link of the kind %s', (kind) => {
  const [fn, ...events] = OPENED[kind];
  const good = writeToken({ kind, ...SAID }, OURS);
  const other = KINDS.find((one) => one !== kind)!;

  test.each([
    ['another signed', writeToken({ kind, ...SAID }, FOREIGN)],
    ['is good for something else', writeToken({ kind: other, ...SAID }, OURS)],
    ['has more purposes than were signed', writeToken({ kind, ...SAID, purposes: ['a', 'b'] }, FOREIGN)],
    ['was cut off', good.slice(0, -1)],
    ['was made longer', `${good}AAAA`],
    ['is random', Buffer.alloc(66, 7).toString('base64url')],
    ['is as long as can be', 'A'.repeat(8000)],
    ['is no token', 'no-token'],
  ])('whoever sends one that %s costs no call to a table', async (_, token) => {
    for (const event of events) {
      const { statusCode } = await world.call(fn, event, { params: { token } });
      expect([event, statusCode, calls]).toEqual([event, 404, []]);
    }
  });
});

test('a mail to an address to unsubscribe by that is none of ours costs no call to a table', async () => {
  const post = postOf(world);
  const unsubscribing = { subject: SAID.subject, mark: 0 };
  const send = async (localPart: string): Promise<void> => {
    const to = `${localPart}@${INBOX_DOMAIN}`;
    await post.send({ from: 'anna@example.org', to, subject: 'unsubscribe' }, { to });
  };
  await send(writeLocalPart(unsubscribing, FOREIGN));
  await send(`u-${'a'.repeat(61)}`);
  await send('u-');
  expect(calls).toEqual([]);
  await send(writeLocalPart(unsubscribing, OURS));
  expect(calls).not.toEqual([]);
});
