import type * as Samples from '../../examples/sites';
import type { Entry } from '../../shared/consent/entry';
import { failCallsAbout } from './fault';
import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { observe } from './observe';
import { preferenceCentre } from './preference-centre';
import { CONTEXT, runFunction } from './run-function';
import { serveTools, TOOLS, type ServedTool, type ServedTools } from './served-tools';
import { ofType } from './telling';
import { startWorld, type World } from './world';

/*
 * Somebody leaves by a link of the mailing tool's own. In each of these stories the functions are called as the gateway
 * and the clock call them, and the tool is at the other end of a wire and does what its documentation says.
 */

jest.mock('#sites', () => {
  const { sites } = jest.requireActual<typeof Samples>('../../examples/sites');
  const demo = sites.find(({ id }) => id === 'demo')!;
  const tools = ['mailchimp', 'brevo', 'cleverreach', 'listmonk', 'webhook'] as const;
  const served = tools.map((tool) => {
    const processors = demo.processors
      .filter(({ connection }) => connection)
      .map((one) => ({ ...one, purposes: ['newsletter-product', 'newsletter-events'], connection: { tool } }));
    return { ...demo, id: `with-${tool}`, processors };
  });
  return { sites: [...sites, ...served] };
});

const BOTH = ['newsletter-product', 'newsletter-events'];
let world: World;
let served: ServedTools;
let tell: () => Promise<void>;
let people = 0;

beforeAll(async () => {
  served = await serveTools();
  world = await startWorld(served.connections);
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
  tell = newsOf(world);
});
beforeEach(() => world.advance('P2D'));
afterAll(async () => {
  await served.stop();
  await world.stop();
});

async function signUp(site: string, email: string, purposes = BOTH): Promise<Journey> {
  const person = journey(world, tell, email);
  const body = { email, purposes, language: 'de', fields: { firstName: 'Erika' } };
  const form = { params: { site }, headers: { origin: undefined }, body };
  expect((await world.call('signup', 'signup-json', form)).statusCode).toBe(202);
  expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
  await tell();
  return person;
}

async function subscribed({ site, mailed }: ServedTool): Promise<Journey> {
  const person = await signUp(site, `erika-${++people}@example.org`);
  expect(mailed(person.email)).toEqual(BOTH);
  world.advance('PT1H');
  return person;
}

/** Whatever is told to the tool about somebody, it is told all that it has about them. */
async function otherLanguage(person: Journey): Promise<void> {
  expect((await preferenceCentre(world, await person.token('preferences')).speak('en')).status).toBe(200);
  await tell();
}

const withdrawals = async ({ email }: Journey, { site }: ServedTool): Promise<Entry[]> =>
  ofType(await world.history(email, site), 'ConsentWithdrawn');

describe.each(TOOLS)('at %s', (name) => {
  let tool: ServedTool;
  beforeEach(() => {
    tool = served.tools[name];
  });

  test('a person leaves there: it is a withdrawal here, once, with what the tool said as evidence', async () => {
    const person = await subscribed(tool);
    tool.leaveThere(person.email);
    const at = Date.now();
    world.advance('PT5M');
    await tool.say(world, person.email, at);
    await tool.say(world, person.email, at);
    const left = await withdrawals(person, tool);
    expect(left.flatMap(({ purposes }) => purposes.map(({ id }) => id)).sort()).toEqual([...BOTH].sort());
    const { bundle } = await world.evidence(person.email, tool.site);
    const shown = bundle.entries.filter(({ entry }) => entry.type === 'ConsentWithdrawn');
    const reportedBy = name === 'listmonk' ? 'poll' : 'webhook';
    for (const one of shown) {
      expect(one).toMatchObject({
        entry: { facts: { via: 'elsewhere', processor: 'brieftapir', reportedBy } },
        parts: { reason: { state: 'disclosed', data: { reason: expect.stringContaining('unsub') as string } } },
      });
    }
    expect(shown).toHaveLength(left.length);
    await tell();
    expect(tool.mailed(person.email)).toEqual([]);
  });

  test('another language brings nobody back whom the tool has out, before it said so and after', async () => {
    const person = await subscribed(tool);
    const at = Date.now();
    tool.leaveThere(person.email);
    world.advance('PT5M');
    // A receiver without a list of its own knows nothing until it says so.
    const isOut = name !== 'webhook';
    if (isOut) {
      await otherLanguage(person);
      expect(tool.mailed(person.email)).toEqual([]);
    }
    await tool.say(world, person.email, at);
    world.advance('P1D');
    await preferenceCentre(world, await person.token('preferences')).speak(isOut ? 'de' : 'en');
    await tell();
    expect(tool.mailed(person.email)).toEqual([]);
    expect(await withdrawals(person, tool)).not.toEqual([]);
  });

  test('a newer double opt-in brings back, and the old report undoes it no more', async () => {
    const person = await subscribed(tool);
    tool.leaveThere(person.email);
    const at = Date.now();
    world.advance('P1D');
    // Nobody heard of it yet, and she signs up again.
    await signUp(tool.site, person.email);
    // Mailchimp asks by itself whoever left there.
    if (name !== 'mailchimp') expect(tool.mailed(person.email)).toEqual(BOTH);
    await tool.say(world, person.email, at);
    await tell();
    expect(await withdrawals(person, tool)).toEqual([]);
    if (name !== 'mailchimp') expect(tool.mailed(person.email)).toEqual(BOTH);
  });
});

describe('listmonk, which has to be asked', () => {
  let tool: ServedTool;
  beforeEach(() => {
    tool = served.tools.listmonk;
  });
  const ask = (): Promise<unknown> => runFunction('ask-tools');
  const ids = (entries: readonly Entry[]): string[] => entries.flatMap(({ purposes }) => purposes.map(({ id }) => id));

  test('one list is left: the other goes on, and another language changes nothing about it', async () => {
    const person = await subscribed(tool);
    served.listmonk.leaveListThere(person.email, 4, new Date().toISOString());
    world.advance('PT5M');
    await ask();
    await otherLanguage(person);
    expect(ids(await withdrawals(person, tool))).toEqual(['newsletter-product']);
    expect(tool.mailed(person.email)).toEqual(['newsletter-events']);
    await ask();
    expect(await withdrawals(person, tool)).toHaveLength(1);
  });

  test.each([
    ['hard', 'MailBounced', { bounce: 'permanent' }],
    ['soft', 'MailBounced', { bounce: 'permanent' }],
    ['complaint', 'ConsentWithdrawn', { via: 'complaint' }],
  ])('whom it blocks after a %s bounce did not unsubscribe: %s', async (type, step, facts) => {
    const person = await subscribed(tool);
    served.listmonk.blockedByBounce(person.email, new Date().toISOString(), type);
    world.advance('PT5M');
    await ask();
    await ask();
    const steps = (await world.history(person.email, tool.site)).slice(-1);
    expect(steps).toMatchObject([{ type: step, facts: { ...facts, processor: 'brieftapir', reportedBy: 'poll' } }]);
    await tell();
    expect(tool.mailed(person.email)).toEqual([]);
  });

  test('whom it blocks, and does not say why, left', async () => {
    const person = await subscribed(tool);
    served.listmonk.blockedByBounce(person.email, new Date().toISOString());
    served.listmonk.forgetBounces(person.email);
    world.advance('PT5M');
    await ask();
    expect(ids(await withdrawals(person, tool))).toEqual(BOTH);
  });

  test('strangers on its lists, and subscribers of lists that are none of ours, change nothing', async () => {
    const person = await subscribed(tool);
    served.listmonk.addElsewhere(person.email, 99);
    served.listmonk.leaveListThere(person.email, 99, new Date().toISOString());
    const before = (await world.entries()).length;
    served.listmonk.add('nobody@example.org', 4);
    served.listmonk.leaveThere('nobody@example.org', new Date().toISOString());
    served.listmonk.add('no address at all', 4);
    served.listmonk.leaveThere('no address at all', new Date().toISOString());
    world.advance('PT5M');
    const { log } = await observe(ask);
    expect(await world.entries()).toHaveLength(before);
    expect(log).not.toContain('nobody@example.org');
    expect(log).toContain('"processor":"brieftapir"');
  });

  test('more people than a page holds are found, and a run that is cut off is gone on with', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `left-${n}@example.org`);
    for (const email of many) {
      served.listmonk.add(email, 5);
      served.listmonk.leaveThere(email, new Date().toISOString());
    }
    const person = await subscribed(tool);
    served.listmonk.leaveThere(person.email, new Date().toISOString());
    world.advance('PT5M');
    // There is time for one page.
    let looks = 0;
    const inAHurry = { ...CONTEXT, getRemainingTimeInMillis: () => ((looks += 1) > 1 ? 1000 : 30_000) };
    for (let run = 0; run < 3; run++) {
      expect(await withdrawals(person, tool)).toEqual([]);
      looks = 0;
      await runFunction('ask-tools', {}, inAHurry);
    }
    expect(await withdrawals(person, tool)).toHaveLength(1);
    // The round is over, and the next one begins anew.
    const other = await subscribed(tool);
    served.listmonk.leaveThere(other.email, new Date().toISOString());
    await ask();
    expect(await withdrawals(other, tool)).toHaveLength(1);
    for (const email of many) served.listmonk.remove(email);
  });

  test('what cannot be asked fails, so that an alarm rings; nothing is lost by it', async () => {
    const person = await subscribed(tool);
    served.listmonk.leaveThere(person.email, new Date().toISOString());
    world.advance('PT5M');
    served.fail('listmonk', true);
    const { log } = await observe(() => expect(ask()).rejects.toThrow());
    expect(log).toContain('tool could not be asked who left');
    expect(log).not.toContain('example.org');
    expect(await withdrawals(person, tool)).toEqual([]);
    served.fail('listmonk', false);
    await ask();
    expect(await withdrawals(person, tool)).toHaveLength(1);
  });

  test('who could not be written down keeps nobody else waiting, and is written down the next time', async () => {
    const people = [await subscribed(tool), await subscribed(tool)];
    for (const { email } of people) served.listmonk.leaveThere(email, new Date().toISOString());
    world.advance('PT5M');
    const refused = await world.subjectId(people[0]!.email, tool.site);
    const broken = failCallsAbout(world.deps.ledger.client, refused);
    await expect(ask()).rejects.toThrow();
    broken.heal();
    expect(await Promise.all(people.map((one) => withdrawals(one, tool)))).toMatchObject([[], [{}]]);
    await ask();
    expect(await withdrawals(people[0]!, tool)).toHaveLength(1);
  });
});
