import { asRecord, asSubject } from '../ids';
import { Marketing, type ChangedPerson } from './marketing';
import { expectProblem } from './observe';
import { SomeBody } from './people';
import { startWorld, type World } from './world';
import { endStale, readMembers } from '../../shared/ledger/audience';
import { noteChange } from '../../shared/ledger/changes';

const LISTS = ['newsletter-product', 'newsletter-events'] as const;
let world: World;
let marketing: Marketing;
let names = 0;

beforeAll(async () => {
  world = await startWorld();
  marketing = new Marketing(world);
});
afterAll(() => world.stop());

const someBody = (): SomeBody => new SomeBody(world, `somebody-${++names}`);

/** What happened to a person since a place, as far as it can be read. */
async function since(cursor: string, person: SomeBody): Promise<ChangedPerson[]> {
  const id = await person.subject();
  return (await marketing.changes(cursor, 500)).changes.filter((change) => change.id === id);
}

/** The record that somebody began first. */
async function recordOf(person: SomeBody): Promise<string> {
  const [first] = await person.entries();
  return first?.recordId ?? '';
}

describe('a change', () => {
  test('says where the person stands now, with all that a mail needs', async () => {
    const person = someBody();
    const { cursor, changes } = await marketing.changes();
    expect(changes).toEqual([]);
    await person.give([LISTS[0], 'analysis'], 'en');
    await person.tellAll();
    world.advance('PT11S');
    const [given] = (await since(cursor, person)).slice(-1);
    const [recipient] = (await marketing.audience(LISTS[0])).filter(({ email }) => email === person.email);
    const { since: from, unsubscribeUrl, headers, ...card } = recipient ?? {};
    expect(given).toEqual({
      change: 'given',
      at: (await person.entries()).at(-1)?.at,
      ...card,
      purposes: expect.objectContaining({
        [LISTS[0]]: { allowed: true, since: from, unsubscribeUrl, headers },
        [LISTS[1]]: { allowed: false },
      }) as object,
    });
  });

  test.each([
    ['withdrawn', (person: SomeBody) => person.withdraw([LISTS[0]])],
    ['ended', (person: SomeBody) => person.take({ type: 'ConsentLapsed', purposes: [] })],
    [
      'rectified',
      async (person: SomeBody) =>
        person.take({ type: 'IdentityRectified', recordId: asRecord(await recordOf(person)) }),
    ],
    ['restricted', (person: SomeBody) => person.take({ type: 'ProcessingRestricted' })],
    ['undeliverable', (person: SomeBody) => person.take({ type: 'MailBounced', facts: { bounce: 'permanent' } })],
    ['language', (person: SomeBody) => person.take({ type: 'LanguageChosen', language: 'en' })],
    ['erased', (person: SomeBody) => person.take({ type: 'DataErased' })],
  ])('is called "%s" by what happened', async (what, happen) => {
    const person = someBody();
    await person.give([LISTS[0]]);
    const { cursor } = await marketing.changes();
    await happen(person);
    await person.tellAll();
    world.advance('PT11S');
    expect((await since(cursor, person)).at(-1)?.change).toBe(what);
  });

  test('tells the address of who may not be mailed any more as long as it is kept, and nothing else of them', async () => {
    const person = someBody();
    const { cursor } = await marketing.changes();
    await person.give([LISTS[0]]);
    await person.withdraw([LISTS[0]]);
    await person.tellAll();
    world.advance('PT11S');
    const [last] = (await since(cursor, person)).slice(-1);
    expect(last).toMatchObject({ change: 'withdrawn', email: person.email, mayMeasure: false });
    expect(Object.keys(last ?? {}).sort()).toEqual(['at', 'change', 'email', 'id', 'mayMeasure', 'purposes']);
    expect(JSON.stringify(last?.purposes)).not.toContain('true');
  });

  test.each([['erased', 'DataErased'] as const, ['deleted at once', undefined] as const])(
    'of somebody who was %s names them by their id alone',
    async (_, type) => {
      const person = someBody();
      await person.give([LISTS[0]]);
      await person.tellAll();
      const { cursor } = await marketing.changes();
      await (type ? person.take({ type }) : person.withdraw([LISTS[0]]));
      if (!type) await person.delete(() => true);
      await person.tellAll();
      world.advance('PT11S');
      const [last] = (await since(cursor, person)).slice(-1);
      expect(last?.change).toBe('erased');
      expect(Object.keys(last ?? {}).sort()).toEqual(['at', 'change', 'id', 'mayMeasure', 'purposes']);
      expect(JSON.stringify(last?.purposes)).not.toContain('true');
    },
  );

  test('is there also of who ended by time alone, which nobody hears of but the review', async () => {
    const person = someBody();
    await person.give([LISTS[0]]);
    await person.tellAll();
    const { cursor } = await marketing.changes();
    await person.delete(() => true);
    const { members } = await readMembers(world.deps.audience, 'demo', LISTS[0], { shard: 0 }, 1000);
    const subject = await person.subject();
    for (const member of members.filter((one) => one.subject === subject))
      await endStale(world.deps.audience, member, new Date());
    world.advance('PT11S');
    expect((await since(cursor, person)).at(-1)?.change).toBe('ended');
    expect((await marketing.audience(LISTS[0])).map(({ id }) => id)).not.toContain(subject);
  });
});

describe('the feed', () => {
  test('serves nothing that is so young that something could still come before it', async () => {
    const person = someBody();
    const { cursor } = await marketing.changes();
    await person.give([LISTS[0]]);
    await person.tellAll();
    expect(await since(cursor, person)).toEqual([]);
    world.advance('PT11S');
    expect(await since(cursor, person)).not.toEqual([]);
  });

  test('comes in pages, says whether there is more, and goes on from anywhere', async () => {
    const people = Array.from({ length: 7 }, someBody);
    let { cursor } = await marketing.changes();
    for (const person of people) {
      await person.give([LISTS[0]]);
      await person.tellAll();
    }
    world.advance('PT11S');
    const all = await marketing.changes(cursor, 500);
    expect(all.more).toBe(false);
    const met: object[] = [];
    for (let more = true; more;) {
      const page = await marketing.changes(cursor, 3);
      expect(page.changes.length).toBeLessThanOrEqual(3);
      expect((await marketing.changes(cursor, 3)).changes).toEqual(page.changes);
      met.push(...page.changes);
      ({ cursor, more } = page);
    }
    expect(met).toEqual(all.changes);
    expect(met.length).toBeGreaterThanOrEqual(people.length);
    expect((await marketing.changes(cursor)).changes).toEqual([]);
  });

  test('goes on after 34 days, and says "begin again" after 36, however quiet it was', async () => {
    const { cursor } = await marketing.changes();
    world.advance('P34D');
    const later = await marketing.changes(cursor);
    world.advance('P2D');
    expectProblem(await marketing.call('changes', { query: { cursor } }), { status: 410, code: 'cursor-too-old' });
    expect((await marketing.changes(later.cursor)).changes).toEqual([]);
  });

  test('knows who is out also when the audience has forgotten them', async () => {
    const person = someBody();
    await person.give([LISTS[0]]);
    await person.tellAll();
    const { cursor } = await marketing.changes();
    await person.withdraw([LISTS[0]]);
    await person.tellAll();
    world.advance('P20D');
    const last = (await since(cursor, person)).at(-1);
    expect(last?.purposes[LISTS[0]]?.allowed).toBe(false);
  });

  test('refuses cursors that are none', async () => {
    const made = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');
    for (const cursor of ['', 'x', made([]), made({ after: 'yesterday' }), made({ after: 7 })]) {
      expectProblem(await marketing.call('changes', { query: { cursor } }), { status: 400, code: 'cursor' });
    }
  });
});

test('a change that took long to file is filed again, so that no reader has passed it', async () => {
  const { client: dynamo } = world.deps.ledger;
  let isSlow = true;
  dynamo.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      if (isSlow) world.advance('PT12S');
      isSlow = false;
      return answer;
    },
    { step: 'initialize', name: 'slow' },
  );
  const { cursor } = await marketing.changes();
  const person = someBody();
  isSlow = true;
  await noteChange(world.deps.audience, {
    site: 'demo',
    subject: asSubject(await person.subject()),
    what: 'given',
    at: new Date().toISOString(),
  });
  dynamo.middlewareStack.remove('slow');
  const ahead = await marketing.changes(cursor);
  expect(ahead.changes).toHaveLength(1);
  world.advance('PT11S');
  expect(await since(ahead.cursor, person)).toHaveLength(1);
});
