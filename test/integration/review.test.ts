import { asRecord, asSubject } from '../ids';
import { writeToken } from '../../shared/links/link-token';
import { newsOf } from './news';
import { everything } from './observe';
import { CONTEXT, runFunction } from './run-function';
import { startWorld, tokenOf, type Answer, type World } from './world';

const SITE = 'notice-002';
/** The world's. */
const RING = { current: 1, keys: new Map([[1, 'k'.repeat(64)]]) };
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
beforeEach(() => world.renew());
afterAll(() => world.stop());

const signUpFor = (email: string): Promise<Answer> =>
  world.call('signup', 'signup-json', {
    params: { site: SITE },
    headers: { origin: undefined },
    body: { email, purposes: ['course-software'], language: 'de' },
  });
const call = (fn: string, event: string, token: string, method?: string): Promise<Answer> =>
  world.call(fn, event, { params: { token }, ...(method && { method }) });

async function review(remainingMs: () => number = () => 60_000): Promise<void> {
  await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: remainingMs });
  await consume();
}

async function subscriber(email: string): Promise<void> {
  expect((await signUpFor(email)).statusCode).toBe(202);
  await consume();
  const token = tokenOf((await world.mails(email))[0], 'confirm');
  expect((await call('confirm', 'confirm-button', token)).statusCode).toBe(200);
  await consume();
}

const question = async (email: string) => {
  const asked = (await world.mails(email)).filter(({ links }) => links.some((link) => link.includes('/keep/')));
  expect(asked.length).toBeLessThanOrEqual(1);
  return asked[0];
};
const steps = async (): Promise<string[]> => (await world.entries()).map(({ type }) => type);

function report(body: object, site = SITE): Promise<Answer> {
  return world.call('reports', 'activity', { params: { site }, body });
}

describe('the review', () => {
  test('asks once, in the language of the sign-up, with both answers and no advertising', async () => {
    await subscriber('anna@example.org');
    world.advance('P3Y');
    await review();
    await review();
    const mail = await question('anna@example.org');
    expect(mail?.subject).toBe('Möchten Sie weiter E-Mails von Amtsamsel Fortbildung GmbH?');
    expect(mail?.text).toContain('seit dem 22. November 2026 haben wir nichts mehr von Ihnen gehört');
    expect(mail?.text).toContain('- Kurssoftware „Amtspult“');
    expect(mail?.links.map((link) => new URL(link).pathname.split('/')[1])).toEqual([
      'keep',
      'unsubscribe',
      'datenschutz',
      'impressum',
    ]);
  });

  test('takes yes from the button alone, however often the link is fetched', async () => {
    await subscriber('anna@example.org');
    world.advance('P3Y');
    await review();
    const token = tokenOf(await question('anna@example.org'), 'keep');
    const before = await everything(world);
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await call('keep', 'keep-page', token, method)).statusCode).toBe(200);
    }
    expect((await call('keep', 'keep-page', token)).body).toContain('Ja, es soll dabei bleiben');
    expect(await everything(world)).toEqual(before);

    expect((await call('keep', 'keep-button', token)).body).toContain('Danke, alles bleibt, wie es ist');
    expect((await call('keep', 'keep-button', token)).body).toContain('Danke, alles bleibt, wie es ist');
    world.advance('P31D');
    await review();
    expect((await steps()).filter((type) => type === 'ActivityReported')).toHaveLength(1);
    expect(await steps()).not.toContain('ConsentLapsed');
  });

  test('ends what was not answered, for good', async () => {
    await subscriber('anna@example.org');
    world.advance('P3Y');
    await review();
    const token = tokenOf(await question('anna@example.org'), 'keep');
    world.advance('P30D');
    await review();
    await review();
    expect((await steps()).filter((type) => type === 'ConsentLapsed')).toHaveLength(1);
    expect(await world.items('audience')).toContainEqual(expect.objectContaining({ active: false }));
    const late = await call('keep', 'keep-button', token);
    expect([late.statusCode, late.body]).toEqual([410, expect.stringContaining('Sie sind nicht mehr angemeldet')]);
    expect((await steps()).at(-1)).toBe('ConsentLapsed');
  });

  test('hears nothing in sign-ups that a stranger makes every third day: asks, ends, and mails no more', async () => {
    await subscriber('anna@example.org');
    world.advance('P2Y11M');
    for (let day = 0; day < 90; day += 3) {
      expect((await signUpFor('anna@example.org')).statusCode).toBe(202);
      await review();
      world.advance('P3D');
    }
    expect((await steps()).filter((type) => type === 'ConsentLapsed')).toHaveLength(1);
    expect(await question('anna@example.org')).toBeDefined();
    expect(await world.items('audience')).not.toContainEqual(expect.objectContaining({ inForce: true }));
  });

  test('forgets whose address takes no mail any more like everybody who does not answer', async () => {
    await subscriber('anna@example.org');
    const body = { kind: 'permanent-bounce', emails: ['anna@example.org'] };
    expect((await world.call('reports', 'feedback-report', { params: { site: SITE }, body })).statusCode).toBe(200);
    await consume();
    expect(await world.items('audience')).toContainEqual(expect.objectContaining({ active: false, inForce: true }));
    world.advance('P3Y');
    await review();
    world.advance('P30D');
    await review();
    expect(await steps()).toContain('ConsentLapsed');
    expect(await world.items('audience')).not.toContainEqual(expect.objectContaining({ inForce: true }));
  });

  test('goes on with the next run where its time was over, and begins anew after the last', async () => {
    const emails = Array.from({ length: 30 }, (_, n) => `person-${n}@example.org`);
    for (const email of emails) await subscriber(email);
    world.advance('P3Y');
    const asked = async (): Promise<number> => (await steps()).filter((type) => type === 'MailSent').length - 2 * 30;
    let first = 0;
    // With time for a part of a day more each time, the first ones being those in which nobody is.
    for (let time = 1; first === 0 && time < 30; time++) {
      let pages = time;
      await review(() => (pages-- > 0 ? 60_000 : 0));
      first = await asked();
    }
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(30);
    await review();
    expect(await asked()).toBe(30);
    world.advance('P30D');
    await review();
    expect((await steps()).filter((type) => type === 'ConsentLapsed')).toHaveLength(30);
  });

  test('is done where the mail service takes no mail: the question waits in the queue', async () => {
    await subscriber('anna@example.org');
    world.advance('P3Y');
    world.mailServiceIsDown(true);
    await expect(review()).rejects.toThrow('mailer failed');
    expect(world.queued).not.toEqual([]);
    world.mailServiceIsDown(false);
    world.advance('PT3M');
    await consume();
    expect(await question('anna@example.org')).toBeDefined();
  });

  test('takes no other link for an answer, and none whose sign-up was deleted', async () => {
    await subscriber('anna@example.org');
    const other = tokenOf((await world.mails('anna@example.org'))[0], 'unsubscribe');
    const nobody = { subject: asSubject('A'.repeat(22)), recordId: asRecord('A'.repeat(22)) };
    const gone = writeToken({ kind: 'keep', ...nobody, purposes: [] }, RING);
    const before = await everything(world);
    for (const event of ['keep-page', 'keep-button']) {
      expect((await call('keep', event, other)).statusCode).toBe(404);
      expect((await call('keep', event, gone)).statusCode).toBe(410);
    }
    expect(await everything(world)).toEqual(before);
  });

  test('leaves sites alone that do not ask', async () => {
    await world.call('signup', 'signup-json', {
      body: { email: 'anna@example.org', purposes: ['newsletter-product'] },
    });
    await consume();
    await call('confirm', 'confirm-button', tokenOf((await world.mails('anna@example.org'))[0], 'confirm'));
    await consume();
    world.advance('P9Y');
    const before = await steps();
    await review();
    expect(await steps()).toEqual(before);
  });
});

describe('a report of use', () => {
  test('puts the question off, for those who are known, and tells nobody who that is', async () => {
    await subscriber('anna@example.org');
    world.advance('P2Y');
    const answer = await report({ emails: ['Anna@example.org', 'nobody@example.org', 'anna@example.org'] });
    expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([200, { reported: 2, recorded: 1 }]);
    expect(JSON.parse((await report({ emails: ['anna@example.org'] })).body)).toEqual({ reported: 1, recorded: 0 });
    expect((await world.entries()).at(-1)).toMatchObject({
      type: 'ActivityReported',
      actor: { kind: 'operator', id: 'test-operator' },
      parts: {},
    });
    world.advance('P2Y');
    await review();
    expect(await question('anna@example.org')).toBeUndefined();
  });

  test.each([
    [{}, '/emails'],
    [{ emails: [] }, '/emails'],
    [{ emails: ['anna@example.org', 'nonsense'] }, '/emails/1'],
    [{ emails: ['anna@example.org'], at: '2999-01-01T00:00:00Z' }, '/at'],
    [{ emails: ['anna@example.org'], at: 'yesterday' }, '/at'],
    [{ emails: ['anna@example.org'], purpose: 'unknown' }, '/purpose'],
    [{ emails: ['anna@example.org'], what: 'seen' }, '/what'],
  ])('%j is refused, and says where', async (body, pointer) => {
    const answer = await report(body);
    expect(answer.statusCode).toBe(422);
    const { errors } = JSON.parse(answer.body) as { errors: { pointer: string }[] };
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
    expect(answer.body).not.toContain('nonsense');
  });
});
