import { keepPageIn } from '../../shared/words/keep-page';
import { newsOf } from './news';
import { CONTEXT, runFunction } from './run-function';
import { operatorIn, TOLD } from './subject-orders';
import { startWorld, tokenOf, type Answer, type World } from './world';

const SITE = 'notice-002';
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
const call = (fn: string, event: string, token: string): Promise<Answer> =>
  world.call(fn, event, { params: { token } });

async function review(): Promise<void> {
  await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
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

describe('the page that asks whether to go on', () => {
  test('says on the page until when, and what goes otherwise; and that is what comes', async () => {
    await subscriber('anna@example.org');
    world.advance('P3Y');
    await review();
    const mail = await question('anna@example.org');
    const token = tokenOf(mail, 'keep');
    const { silence, late, gone } = keepPageIn('de');
    const [, by = ''] = /bis zum (.*? Uhr \w+):/.exec(mail?.text.replaceAll(/\s+/g, ' ') ?? '') ?? [];
    const [, day = ''] = /spätestens am (.*?)\./.exec(mail?.text.replaceAll(/\s+/g, ' ') ?? '') ?? [];
    const page = await call('keep', 'keep-page', token);
    const text = page.body.replaceAll(/<\/?span[^>]*>/g, '');
    for (const sentence of [silence(by), gone(day), 'Kurssoftware „Amtspult“']) {
      expect(text).toContain(sentence);
    }
    world.advance('P30DT1M');
    expect((await call('keep', 'keep-page', token)).body).toContain(late(by));
    await review();
    expect(await steps()).toContain('ConsentLapsed');
  });

  test('has nothing to answer where the person showed that they want it since', async () => {
    await subscriber('anna@example.org');
    world.advance('P3Y');
    await review();
    const token = tokenOf(await question('anna@example.org'), 'keep');
    world.advance('P1D');
    const body = { emails: ['anna@example.org'], purpose: 'course-software' };
    expect((await world.call('reports', 'activity', { params: { site: SITE }, body })).statusCode).toBe(200);
    const page = await call('keep', 'keep-page', token);
    expect(page.body).toContain(keepPageIn('de').nothingAskedTitle);
    expect(page.body).not.toContain('<button');
  });

  test('ends nothing as long as processing is restricted, and says so', async () => {
    await subscriber('anna@example.org');
    world.advance('P3Y');
    await review();
    const mail = await question('anna@example.org');
    const token = tokenOf(mail, 'keep');
    await operatorIn(world).ordered('restrictions', 'anna@example.org', { ...TOLD }, SITE);
    const page = await call('keep', 'keep-page', token);
    expect(page.body).toContain('Solange die Verarbeitung Ihrer Daten eingeschränkt ist, endet das nicht.');
    const kept = await call('keep', 'keep-button', token);
    expect(kept.body).toContain('Wofür Sie sich vorher angemeldet haben, schicken wir Ihnen deshalb nicht.');
  });
});
