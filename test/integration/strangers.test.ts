import { consent, interest, SITE } from './elsewhere';
import { journey, type Journey } from './journey';
import { Marketing, type Recipient } from './marketing';
import { newsOf } from './news';
import { preferenceCentre } from './preference-centre';
import { operatorIn, TOLD } from './subject-orders';
import { startWorld, tokenOf, type World } from './world';

/*
 * Anybody can type somebody's address into a form, and others report what they like. In each of these stories somebody else has a
 * hand, with the address in capitals, another name and another language; and the person stays who they said they are.
 */

const NEWS = 'newsletter-product';
const STRANGER = { firstName: 'GEWONNEN! evil.example', lastName: 'Prize' };
let world: World;
let tell: () => Promise<void>;
let names = 0;

beforeAll(async () => {
  world = await startWorld();
  tell = newsOf(world);
});
afterAll(() => world.stop());

interface Person {
  readonly site: string;
  readonly list: string;
  readonly journey: Journey;
  readonly preferences: string;
}

/** Frieda, who signed up herself, in German and with her name. */
async function frieda(site = 'demo', list = NEWS): Promise<Person> {
  const person = journey(world, tell, `Frieda-${++names}@example.com`);
  await signUp(site, person.email, list, { firstName: 'Frieda', lastName: 'Blau' }, 'de');
  expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
  const preferences = await person.token('preferences');
  world.advance('PT1H');
  return { site, list, journey: person, preferences };
}

async function signUp(site: string, email: string, purpose: string, fields: object, language: string): Promise<void> {
  const body = { email, purposes: [purpose], fields, language };
  const form = { params: { site }, headers: { origin: undefined }, body };
  expect((await world.call('signup', 'signup-json', form)).statusCode).toBe(202);
}

/** A stranger fills in a form in her name. */
async function impersonate({ site, journey: { email } }: Person, list: string): Promise<void> {
  await signUp(site, email.toUpperCase(), list, STRANGER, 'en');
  await tell();
  world.advance('PT1H');
}

async function recipient({ site, journey: { email } }: Person, list: string): Promise<Recipient | undefined> {
  await tell();
  const { recipients } = await new Marketing(world, site).page(list, { limit: '1000' });
  return recipients.find((one) => one.email.toLowerCase() === email.toLowerCase());
}

const herself = ({ journey: { email } }: Person) => ({
  email,
  fields: { firstName: 'Frieda', lastName: 'Blau' },
  language: 'de',
});

describe('with a stranger’s sign-up in her name', () => {
  test('she stays who she is for those who mail her, and the mail that asks goes to her as she spells it', async () => {
    const person = await frieda();
    const before = await recipient(person, NEWS);
    expect(before).toMatchObject(herself(person));
    await impersonate(person, 'newsletter-events');
    expect(await recipient(person, NEWS)).toEqual(before);
    const mails = await world.mails(person.journey.email);
    expect(mails[0]?.links.some((link) => link.includes('/confirm/'))).toBe(true);
    expect(await world.mails(person.journey.email.toUpperCase().replace('EXAMPLE.COM', 'example.com'))).toEqual([]);
  });

  test('what she ticks herself afterwards has her name, and her preferences her language', async () => {
    const person = await frieda();
    await impersonate(person, 'newsletter-events');
    const centre = preferenceCentre(world, person.preferences);
    expect((await centre.open()).language).toBe('de');
    world.advance('P1D');
    expect((await centre.save(NEWS, 'newsletter-events')).status).toBe(200);
    expect((await person.journey.press(await person.journey.token('confirm'))).statusCode).toBe(200);
    expect(await recipient(person, 'newsletter-events')).toMatchObject(herself(person));
  });

  test('she takes her own name along to another address', async () => {
    const person = await frieda();
    await impersonate(person, 'newsletter-events');
    const email = `Blau-${names}@example.com`;
    await operatorIn(world).ordered('rectifications', person.journey.email, { ...TOLD, newEmail: email });
    const next = { ...person, journey: journey(world, tell, email) };
    expect((await next.journey.press(await next.journey.token('confirm'))).statusCode).toBe(200);
    expect(await recipient(next, NEWS)).toMatchObject(herself(next));
  });

  test('a correction puts right what the stranger said, and nothing else', async () => {
    const person = await frieda();
    await impersonate(person, NEWS);
    await operatorIn(world).ordered('rectifications', person.journey.email, { ...TOLD, fields: { lastName: 'Grün' } });
    const right = { ...herself(person), fields: { firstName: 'Frieda', lastName: 'Grün' } };
    expect(await recipient(person, NEWS)).toMatchObject(right);
    // Even if she presses the button of the mail that the stranger had sent to her.
    await person.journey.press(tokenOf((await world.mails(person.journey.email))[0], 'confirm'));
    const { language: _, ...named } = right;
    expect(await recipient(person, NEWS)).toMatchObject(named);
  });

  test('a bounce of the stranger’s mail is a bounce of her own mailbox, which she can tell is wrong', async () => {
    const person = await frieda();
    await impersonate(person, 'newsletter-events');
    const sent = (await world.inbox.list()).filter(({ links }) => links.some((link) => link.includes('/confirm/')));
    const spellings = sent
      .flatMap(({ to }) => to)
      .filter((to) => to.toLowerCase() === person.journey.email.toLowerCase());
    expect(new Set(spellings)).toEqual(new Set([person.journey.email]));
  });
});

describe('with reports of others', () => {
  const report = (body: object) =>
    world.call('reports', 'consents-report', { body, params: { site: SITE }, operator: 'shop-1' });

  test.each([
    [
      'an old export',
      (email: string) => consent(email, { language: 'en', version: '4', fields: STRANGER }),
      'newsletter',
    ],
    ['a customer list', (email: string) => interest(email, { language: 'en', fields: STRANGER }), 'similar-offers'],
    ['a bare customer list', (email: string) => interest(email), 'similar-offers'],
  ])('%s changes neither name nor language nor since when', async (_, reported, list) => {
    const person = await frieda(SITE, 'newsletter');
    const before = await recipient(person, 'newsletter');
    const answer = await report(reported(person.journey.email.toUpperCase()));
    expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
    expect(await recipient(person, 'newsletter')).toEqual(before);
    expect(await recipient(person, list)).toMatchObject(herself(person));
  });

  test('what she leaves out when she signs up herself is still known from the customer list', async () => {
    const email = `Erna-${++names}@example.com`;
    expect((await report(interest(email, { fields: { firstName: 'Erna' } }))).statusCode).toBe(201);
    const person = { site: SITE, list: 'newsletter', journey: journey(world, tell, email), preferences: '' };
    await signUp(SITE, email, 'newsletter', {}, 'en');
    await person.journey.press(await person.journey.token('confirm'));
    const known = { email, fields: { firstName: 'Erna' }, language: 'en' };
    expect(await recipient(person, 'newsletter')).toMatchObject(known);
    expect(await recipient(person, 'similar-offers')).toMatchObject(known);
  });
});

test('what is handed out is the mailbox, and not what was typed along with it', async () => {
  const email = `zoe-${++names}@exam\u200bple.com`;
  const person = journey(world, tell, `zoe-${names}@example.com`);
  await signUp('demo', email, NEWS, {}, 'de');
  await person.press(await person.token('confirm'));
  await tell();
  const { recipients } = await new Marketing(world).page(NEWS, { limit: '1000' });
  expect(recipients.map((one) => one.email)).toContain(person.email);
  expect(JSON.stringify(recipients)).not.toContain('\u200b');
});
