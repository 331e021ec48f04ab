import { sites } from '../../examples/sites';
import { digestsIn } from '../../shared/consent/read-entry';
import { applyEnds } from '../../shared/ledger/ends';
import { findSite } from '../../shared/policy/sites';
import { asSubject } from '../ids';
import { journey } from '../integration/journey';
import { operatorIn } from '../integration/subject-orders';
import { startWorld, type Item, type World } from '../integration/world';
import { deleteExpired, newsWithout } from './outages';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
afterEach(() => world.renew());

interface Left {
  readonly entries: readonly string[];
  /** By class and step. */
  readonly parts: readonly string[];
  /** Those that have an end still. */
  readonly ending: readonly Item[];
}

/** What there is of a person, as the tables have it. */
async function leftOf(email: string): Promise<Left> {
  const pk = `subject#${await world.subjectId(email)}`;
  const ofPerson = (items: readonly Item[]): Item[] => items.filter((item) => item.pk === pk);
  const [ledger, vault] = [ofPerson(await world.items('ledger')), ofPerson(await world.items('vault'))];
  const entries = (await world.entries()).filter(({ subject }) => `subject#${subject}` === pk);
  const there = new Set(vault.map(({ digest }) => digest));
  const named = entries.flatMap((entry) =>
    Object.entries(digestsIn(entry)).map(([name, digest]) => ({ name: `${name} of ${entry.type}`, digest })),
  );
  return {
    entries: entries.map(({ type }) => type),
    parts: named.filter(({ digest }) => there.has(digest)).map(({ name }) => name),
    ending: [...ledger, ...vault].filter(({ expiresAt }) => expiresAt !== undefined),
  };
}

/** Somebody who signed up a week ago and did not confirm: all of it goes within two minutes. */
async function aboutToGo(email: string): Promise<void> {
  const tell = newsWithout(world, []);
  await journey(world, tell, email).signUp();
  await tell();
  world.advance('P7DT23H58M');
}

/** Fifteen days without `retention`, and then it is there again. */
async function sitOut(email: string): Promise<Left> {
  await newsWithout(world, ['retention'])();
  world.advance('P15D');
  await deleteExpired(world);
  await applyEnds(world.deps, asSubject(await world.subjectId(email)), (site) => findSite(sites, site), new Date());
  return leftOf(email);
}

const ordered: ReturnType<typeof operatorIn>['ordered'] = (...order) => operatorIn(world).ordered(...order);
const HOLD = { label: 'Muster ./. Zettelkranich', reviewBy: '2027-06-30' };
const EVERYTHING = ['address of ConsentRequested', 'network of ConsentRequested', 'mail of MailSent'];

describe('K11: two weeks without retention: what somebody needs is there, though its end came meanwhile', () => {
  test.each([
    ['a hold', 'holds', HOLD, 'HoldPlaced'],
    ['a restriction', 'restrictions', {}, 'ProcessingRestricted'],
  ])('%s keeps everything, to the last minute', async (_, action, order, type) => {
    await aboutToGo('late@example.com');
    await ordered(action, 'late@example.com', order);
    const left = await sitOut('late@example.com');
    expect(left.entries).toEqual(['ConsentRequested', 'MailSent', type]);
    expect(left.parts).toEqual([...EVERYTHING, `reason of ${type}`]);
    expect(left.ending).toEqual([]);
  });

  test('a hold that is placed again keeps everything for as long once more', async () => {
    await aboutToGo('late@example.com');
    await ordered('holds', 'late@example.com', HOLD);
    world.advance('P10D');
    await ordered('holds', 'late@example.com', { ...HOLD, reviewBy: '2029-06-30' });
    expect((await sitOut('late@example.com')).parts).toEqual(expect.arrayContaining(EVERYTHING));
  });

  test('an incident keeps the connection that it needs, and nothing else that is personal', async () => {
    await aboutToGo('late@example.com');
    const body = { people: [{ id: await world.subjectId('late@example.com'), steps: [0] }], ...HOLD };
    const order = { ...body, reason: 'incident of 20 November' };
    expect((await world.call('subjects', 'subjects-connections', { body: order })).statusCode).toBe(200);
    const left = await sitOut('late@example.com');
    expect(left.entries).toEqual(['ConsentRequested', 'MailSent', 'HoldPlaced']);
    expect(left.parts).toEqual(['network of ConsentRequested', 'reason of HoldPlaced']);
  });

  test('a hold does not bring back what was erased before it', async () => {
    await aboutToGo('late@example.com');
    await ordered('erasures', 'late@example.com', { despiteDuty: true });
    await ordered('holds', 'late@example.com', HOLD);
    const { parts } = await sitOut('late@example.com');
    expect(parts.filter((part) => EVERYTHING.includes(part))).toEqual([]);
  });

  test('what nobody needs goes in its time all the same', async () => {
    await aboutToGo('never@example.com');
    expect(await sitOut('never@example.com')).toEqual({ entries: [], parts: [], ending: [] });
  });
});
