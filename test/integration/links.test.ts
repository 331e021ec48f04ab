import { Marketing } from './marketing';
import { expectProblem, MARK, observe } from './observe';
import { SomeBody } from './people';
import { startWorld, type World } from './world';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { plus } from '../../shared/calendar';
import { readFetches } from '../../shared/ledger/fetches';

const LIST = 'newsletter-product';
let world: World;
let marketing: Marketing;
let names = 0;

beforeAll(async () => {
  world = await startWorld();
  marketing = new Marketing(world);
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(() => world.stop());

const someBody = (): SomeBody => new SomeBody(world, `listed-${++names}`);

interface Noted {
  readonly operator: string;
  readonly what: string;
  readonly purpose?: string;
  readonly count: number;
  readonly at: string;
}

async function fetches(site = 'demo'): Promise<Noted[]> {
  const found: Noted[] = [];
  for await (const { operator, what, purpose, count, at } of readFetches(world.deps.ledger, site, new Date())) {
    found.push({ operator, what, ...(purpose !== undefined && { purpose }), count, at });
  }
  return found;
}

describe('a list that the sender has already', () => {
  test('comes back in its order, each address with what holds now, before anybody was told', async () => {
    const [inForce, withdrawn, measured] = [someBody(), someBody(), someBody()];
    await inForce.give([LIST], 'en');
    await withdrawn.give([LIST]);
    await withdrawn.withdraw([LIST]);
    await measured.give([LIST, 'analysis']);
    const asked = [
      withdrawn.email,
      'nobody@example.com',
      inForce.email.toUpperCase(),
      'not an address',
      measured.email,
    ];
    const linked = await marketing.links(asked, LIST);
    expect(linked.map(({ email }) => email)).toEqual(asked);
    expect(linked.map(({ allowed }) => allowed)).toEqual([false, false, true, false, true]);
    expect(linked[0]).toEqual({
      email: withdrawn.email,
      allowed: false,
      status: 'ConsentWithdrawn',
      since: (await withdrawn.entries()).at(-1)?.at,
    });
    expect(linked[1]).toEqual({ email: 'nobody@example.com', allowed: false });
    expect(linked[3]).toEqual({ email: 'not an address', allowed: false, invalid: expect.any(String) as string });
    expect(linked.map(({ mayMeasure }) => mayMeasure)).toEqual([undefined, undefined, false, undefined, true]);
  });

  test('has the very links and flags that the audience has', async () => {
    const person = someBody();
    await person.give([LIST, 'analysis']);
    await person.tellAll();
    const [linked] = await marketing.links([person.email], LIST);
    const { fields: _, ...recipient } =
      (await marketing.audience(LIST)).find(({ email }) => email === person.email) ?? {};
    expect(linked).toEqual({ ...recipient, allowed: true, status: 'ConsentGiven' });
  });

  test('says since when an address takes no mail', async () => {
    const person = someBody();
    await person.give([LIST]);
    await person.take({ type: 'MailBounced', facts: { bounce: 'permanent' } });
    const [linked] = await marketing.links([person.email], LIST);
    const undeliverableSince = (await person.entries()).at(-1)?.at;
    expect(linked).toMatchObject({ allowed: false, status: 'ConsentGiven', undeliverableSince });
  });

  test('of 500 is answered at once, and of more refused', async () => {
    const emails = Array.from({ length: 500 }, (_, n) => `many-${n}@example.com`);
    expect(await marketing.links(emails, LIST)).toHaveLength(500);
    const more = await marketing.call('links', { body: { emails: [...emails, 'x@example.com'], purpose: LIST } });
    expectProblem(more, { status: 422, code: 'invalid', pointers: ['/emails'] });
    const none = await marketing.call('links', { body: { emails: [], purpose: LIST } });
    expectProblem(none, { status: 422, code: 'invalid', pointers: ['/emails'] });
    const other = await marketing.call('links', { body: { emails, purpose: 'no-such' } });
    expectProblem(other, { status: 422, code: 'invalid', pointers: ['/purpose'] });
  });

  test('leaves no address in the log', async () => {
    const body = { emails: [`${MARK}@example.com`, `${MARK} is none`], purpose: LIST };
    const { log } = await observe(() => marketing.call('links', { body }));
    expect(log).toContain('"status":200');
    expect(log).not.toContain(MARK);
  });
});

describe('who fetched which list', () => {
  test('is noted before the answer: by whom, which, and how many; nobody is named', async () => {
    const person = someBody();
    await person.give(['newsletter-events']);
    world.advance('PT11S');
    const { cursor } = await marketing.changes();
    await person.tellAll();
    world.advance('PT11S');
    const before = (await fetches()).length;
    const params = { purpose: 'newsletter-events' };
    await marketing.call('audience', { params, operator: 'tool-1' });
    const body = { emails: [person.email, 'nobody@example.com'], purpose: LIST };
    await marketing.call('links', { body, operator: 'tool-2' });
    await marketing.call('changes', { query: { cursor }, operator: 'tool-3' });
    const noted = (await fetches()).slice(before).map(({ at: _, ...rest }) => rest);
    expect(noted).toEqual([
      { operator: 'tool-1', what: 'audience', purpose: 'newsletter-events', count: 1 },
      { operator: 'tool-2', what: 'links', purpose: LIST, count: 0 },
      { operator: 'tool-3', what: 'changes', count: 1 },
    ]);
    const items = (await world.items('ledger')).filter(({ pk }) => pk.startsWith('fetches#'));
    const written = JSON.stringify(items);
    expect(written).not.toContain('@');
    expect(written).not.toContain(await person.subject());
  });

  test('is kept as long as who read evidence, by site', async () => {
    await marketing.page(LIST);
    const [{ pk, expiresAt } = { pk: '', expiresAt: 0 }] = (await world.items('ledger'))
      .filter((item) => item.pk.startsWith('fetches#'))
      .slice(-1);
    const end = plus(new Date(), findSite(sites, 'demo')?.retention.accessLog ?? '');
    expect(pk).toBe('fetches#demo');
    expect(Math.abs(Number(expiresAt) - end.getTime() / 1000)).toBeLessThan(60 * 60);
    expect(await fetches('notice-001')).toEqual([]);
    world.advance('P2Y');
    expect(await fetches()).toEqual([]);
  });

  test('that cannot be noted is not answered', async () => {
    const { client: dynamo } = world.deps.ledger;
    dynamo.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          if (commandName === 'PutItemCommand') throw Object.assign(new Error(), { name: 'ThrottlingException' });
          return next(args);
        },
      { step: 'initialize', name: 'no-notes' },
    );
    const answer = await marketing.call('audience');
    dynamo.middlewareStack.remove('no-notes');
    expectProblem(answer, { status: 503, code: 'busy' });
  });
});
