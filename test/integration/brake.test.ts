import type * as Samples from '../../examples/sites';
import type { Mail } from '../../local/ses/mail';
import { call, newsOf as feedbackOn } from './feedback-news';
import { failCall } from './fault';
import { newsOf } from './news';
import { preferenceCentre } from './preference-centre';
import { startWorld, tellConsumer, type Answer, type World } from './world';

/** Four bounces, and at least a quarter of the mails. */
jest.mock('#sites', () => {
  const { sites } = jest.requireActual<typeof Samples>('../../examples/sites');
  const demo = sites.find(({ id }) => id === 'demo');
  const limits = { ...demo?.limits, bounces: { least: 4, share: 0.25 } };
  const braked = Array.from({ length: 20 }, (_, n) => ({ ...demo, id: `braked-${n + 1}`, limits, processors: [] }));
  return { sites: [...sites, ...braked] };
});

let world: World;
let consume: () => Promise<void>;
let site = '';
let sites = 0;
let people = 0;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterAll(() => world.stop());
/** Each story has a site of its own. */
beforeEach(() => {
  site = `braked-${(sites += 1)}`;
  world.advance('P3D');
});

interface Somebody {
  readonly email: string;
  readonly answer: Answer;
}

async function signUp(email = `somebody-${(people += 1)}@gmail.com`): Promise<Somebody> {
  const body = { email, purposes: ['newsletter-product'], language: 'de' };
  const sourceIp = `198.18.${people & 255}.7`;
  return { email, answer: await world.call('signup', 'signup-json', { params: { site }, sourceIp, body }) };
}

async function mailTo(email: string): Promise<Mail> {
  const [mail] = await world.mails(email);
  return mail!;
}

const bounce = async (mail: Mail, outcome: 'bounce' | 'soft-bounce' | 'complaint' = 'bounce') =>
  call(world, feedbackOn(world, mail, outcome));

/** So many sign up, and of so many the mail comes back. */
async function cameBack(bounced: number, of = bounced): Promise<readonly Mail[]> {
  const mails: Mail[] = [];
  for (let n = 0; n < of; n++) {
    const { email } = await signUp();
    await consume();
    mails.push(await mailTo(email));
  }
  for (const mail of mails.slice(0, bounced)) expect((await bounce(mail)).statusCode).toBe(200);
  return mails;
}

const brake = async (): Promise<{ stoppedAt?: string; mailed: number; bounced: number }> =>
  JSON.parse((await world.call('brake', 'brake', { params: { site } })).body) as never;
const release = async (): Promise<unknown> =>
  JSON.parse((await world.call('brake', 'brake-release', { params: { site } })).body);

async function getsMail(email?: string): Promise<boolean> {
  const somebody = await signUp(email);
  expect([somebody.answer.statusCode, somebody.answer.body]).toEqual([202, '{"status":"pending"}']);
  await consume();
  return (await world.mails(somebody.email)).length > 0;
}

describe('confirmation mails that come back', () => {
  test('stop those of the site, and of no other; the answer is the same, and nothing is written', async () => {
    await cameBack(4);
    expect(await brake()).toEqual({
      site,
      stoppedAt: expect.stringMatching(/^2026-/) as string,
      mailed: 4,
      bounced: 4,
    });
    const before = await world.entries();
    expect(await getsMail()).toBe(false);
    expect(await world.entries()).toEqual(before);
    site = 'demo';
    expect(await getsMail()).toBe(true);
  });

  test('stop nothing while they are few, and nothing while they are a small share', async () => {
    await cameBack(3);
    expect(await getsMail()).toBe(true);
    await cameBack(0, 12);
    await cameBack(1);
    // 4 of 17 are less than a quarter.
    expect(await brake()).toMatchObject({ mailed: 17, bounced: 4 });
    expect(await getsMail()).toBe(true);
    await cameBack(1);
    expect(await getsMail()).toBe(false);
  });

  test('are weighed against those of a day', async () => {
    await cameBack(3);
    world.advance('P2D');
    await cameBack(1);
    expect(await brake()).toEqual({ site, mailed: 1, bounced: 1 });
  });

  test('are counted once each, however often and at once they are told', async () => {
    const mails = await cameBack(3);
    await Promise.all([...mails, ...mails, ...mails].map((mail) => bounce(mail)));
    expect(await brake()).toEqual({ site, mailed: 3, bounced: 3 });
  });

  test('at once: the mails are stopped once', async () => {
    const mails = await cameBack(0, 8);
    await Promise.all(mails.map((mail) => bounce(mail)));
    const { stoppedAt, bounced } = await brake();
    expect(stoppedAt).toBeDefined();
    expect(bounced).toBeGreaterThanOrEqual(4);
  });

  test('for now, as spam, or of another kind of mail count for nothing', async () => {
    const mails = await cameBack(3, 6);
    await bounce(mails[3]!, 'soft-bounce');
    await bounce(mails[4]!, 'complaint');
    await bounce({ ...mails[5]!, tags: { ...mails[5]!.tags, mail: 'welcome' } });
    await bounce({ ...mails[5]!, tags: { mail: 'confirmation' } });
    expect(await brake()).toEqual({ site, mailed: 6, bounced: 3 });
  });

  test('before the ledger says that the mail was sent: are counted all the same', async () => {
    for (let n = 0; n < 4; n++) {
      const subject = await world.subjectId((await signUp()).email, site);
      const sent = { id: `quick-${n}`, at: new Date().toISOString(), to: ['x@gmail.com'], from: 'news@demo.example' };
      await bounce({ ...sent, tags: { subject, mail: 'confirmation' } } as unknown as Mail);
    }
    expect((await brake()).stoppedAt).toBeDefined();
  });

  test('are told again after a failure at any point, and count', async () => {
    const mails = await cameBack(3, 4);
    const { client } = world.deps.ledger;
    for (const kind of ['not saved', 'saved'] as const) {
      for (let nth = 0; nth < 9; nth++) {
        const fault = failCall(client, nth, kind, 'for good');
        await bounce(mails[3]!);
        fault.heal();
      }
    }
    expect((await bounce(mails[3]!)).statusCode).toBe(200);
    expect(await brake()).toMatchObject({ bounced: 4, stoppedAt: expect.any(String) as string });
  });
});

describe('while they are stopped', () => {
  test('what a queue holds is not sent, and ends as a request that nobody confirmed', async () => {
    const waiting = await signUp();
    await cameBackWithout(waiting.email);
    expect(await world.mails(waiting.email)).toEqual([]);
    expect((await world.history(waiting.email, site)).map(({ type }) => type)).toEqual(['ConsentRequested']);
    await release();
    world.advance('PT1H');
    expect(await getsMail(waiting.email)).toBe(true);
  });

  test('whoever has a mail confirms, gets what follows, and leaves', async () => {
    const { email } = await signUp();
    await consume();
    await cameBack(4);
    const token = (await mailTo(email)).links
      .find((link) => link.includes('/confirm/'))!
      .split('/')
      .at(-1)!;
    const pressed = await world.call('confirm', 'confirm-button', { params: { token } });
    expect(pressed.statusCode).toBe(200);
    await consume();
    const [welcome] = await world.mails(email);
    const unsubscribe = welcome!.links
      .find((link) => link.includes('/unsubscribe/'))!
      .split('/')
      .at(-1)!;
    const left = await world.call('unsubscribe', 'unsubscribe-one-click', { params: { token: unsubscribe } });
    expect(left.statusCode).toBe(200);
    expect((await world.history(email, site)).at(-1)?.type).toBe('ConsentWithdrawn');
  });

  test('an operator’s order for one person is no flood: the new address is asked', async () => {
    const { email } = await signUp();
    await consume();
    const token = (await mailTo(email)).links
      .find((link) => link.includes('/confirm/'))!
      .split('/')
      .at(-1)!;
    expect((await world.call('confirm', 'confirm-button', { params: { token } })).statusCode).toBe(200);
    await consume();
    await cameBack(4);
    const newEmail = `moved-${people}@gmail.com`;
    const body = { email, newEmail, reason: 'letter of 20 November', via: 'letter', receivedOn: '2026-11-20' };
    const moved = await world.call('subjects', 'subjects-rectifications', { params: { site }, body });
    expect(moved.statusCode).toBe(200);
    await consume();
    expect(await world.mails(newEmail)).toHaveLength(1);
    expect((await brake()).stoppedAt).toBeDefined();
  });

  test('nobody with a link is asked for more either, and is told so', async () => {
    const { email } = await signUp();
    await consume();
    const tokenOf = async (page: string): Promise<string> =>
      (await mailTo(email)).links
        .find((link) => link.includes(`/${page}/`))!
        .split('/')
        .at(-1)!;
    const confirm = { params: { token: await tokenOf('confirm') } };
    expect((await world.call('confirm', 'confirm-button', confirm)).statusCode).toBe(200);
    await consume();
    await cameBack(4);
    const page = await preferenceCentre(world, await tokenOf('preferences')).ask('newsletter-events');
    expect(page.title).toBe('Bitte versuchen Sie es morgen noch einmal');
    expect((await world.history(email, site)).at(-1)?.type).not.toBe('ConsentRequested');
  });

  test('nothing releases them by itself', async () => {
    await cameBack(4);
    world.advance('P30D');
    expect(await getsMail()).toBe(false);
  });
});

describe('a release', () => {
  test('has them sent, and counts anew; what comes back late of what was sent before stops nothing', async () => {
    const mails = await cameBack(4, 9);
    expect(await getsMail()).toBe(false);
    expect(await release()).toEqual({ site, released: true });
    for (const mail of mails.slice(4)) await bounce(mail);
    expect(await brake()).toEqual({ site, mailed: 0, bounced: 0 });
    expect(await getsMail()).toBe(true);
    await cameBack(4);
    expect(await getsMail()).toBe(false);
  });

  test('of what is not stopped changes nothing', async () => {
    await cameBack(3);
    expect(await release()).toEqual({ site, released: false });
    expect(await brake()).toEqual({ site, mailed: 3, bounced: 3 });
  });

  test('is forgotten once nothing is counted that happened before it; a brake is not', async () => {
    await cameBack(4);
    const isBrake = ({ pk }: { pk: string }): boolean => pk.startsWith('brake#');
    const stopped = (await world.items('limits')).filter(isBrake);
    expect(stopped.filter((item) => item['expiresAt'] === undefined)).not.toEqual([]);
    await release();
    const items = (await world.items('limits')).filter(isBrake);
    const released = items.find(({ releasedAt }) => releasedAt === new Date(Date.now()).toISOString());
    expect(Number(released?.['expiresAt']) - Date.now() / 1000).toBeLessThanOrEqual(48 * 60 * 60);
  });
});

/** Four mails to others come back, while the queue of one is not worked off. */
async function cameBackWithout(email: string): Promise<void> {
  const waiting = (await world.history(email, site))[0]!;
  for (let n = 0; n < 4; n++) {
    const other = await signUp();
    const [asked] = await world.history(other.email, site);
    await tellConsumer('mailer', asked!);
    await bounce(await mailTo(other.email));
  }
  expect((await brake()).stoppedAt).toBeDefined();
  await tellConsumer('mailer', waiting);
}
