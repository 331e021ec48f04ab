import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { operatorIn, TOLD } from './subject-orders';
import { startWorld, type World } from './world';

let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterAll(() => world.stop());

let count = 0;
async function signedUp(): Promise<Journey> {
  const person = journey(world, consume, `waiting-${++count}@example.org`);
  await person.signUp();
  await consume();
  return person;
}

async function again(email: string) {
  const { statusCode, body } = await world.call('resend', 'confirmations', { body: { email }, operator: 'A-1' });
  return { status: statusCode, said: JSON.parse(body) as Record<string, unknown> };
}

const confirmations = async ({ email }: Journey): Promise<number> =>
  (await world.mails(email)).filter(({ links }) => links.some((link) => link.includes('/confirm/'))).length;

test('somebody who waits gets the same link once more, and the entry says who had it sent', async () => {
  const person = await signedUp();
  const link = await person.token('confirm');
  world.advance('PT11M');
  expect(await again(person.email.toUpperCase())).toMatchObject({ status: 200, said: { sent: true, remaining: 1 } });
  expect(await confirmations(person)).toBe(2);
  expect(await person.token('confirm')).toBe(link);
  const last = (await world.history(person.email)).at(-1);
  expect(last).toMatchObject({
    type: 'MailSent',
    actor: { kind: 'operator', id: 'A-1' },
    facts: { mail: 'confirmation' },
  });
  expect((await person.press(link)).statusCode).toBe(200);
  expect(await person.statuses()).toMatchObject({ 'newsletter-product': 'ConsentGiven' });
});

test('not within the pause, and not more often in a day than sign-ups send', async () => {
  const person = await signedUp();
  expect(await again(person.email)).toMatchObject({
    status: 200,
    said: { sent: false, nextFrom: expect.any(String) as string },
  });
  let sent = 1;
  for (let n = 0; n < 6; n++) {
    world.advance('PT11M');
    if ((await again(person.email)).said['sent'] === true) sent += 1;
  }
  expect(sent).toBe(3);
  expect(await confirmations(person)).toBe(3);
  expect((await again(person.email)).said).toMatchObject({ sent: false, remaining: 0 });
});

test('nobody who is unknown, confirmed, or took it back is mailed', async () => {
  const person = await signedUp();
  await person.press(await person.token('confirm'));
  world.advance('PT11M');
  const before = await confirmations(person);
  expect(await again(person.email)).toMatchObject({
    status: 409,
    said: { type: 'urn:consent-ledger:nothing-pending' },
  });
  expect(await again('nobody-waits@example.org')).toMatchObject({ status: 409 });
  expect(await confirmations(person)).toBe(before);
});

test('nobody is mailed whose data is restricted', async () => {
  const person = await signedUp();
  await operatorIn(world).ordered('restrictions', person.email, TOLD);
  world.advance('PT11M');
  expect(await again(person.email)).toMatchObject({ status: 409, said: { type: 'urn:consent-ledger:restricted' } });
  expect(await confirmations(person)).toBe(1);
});

test('ordered several times at once, or again after its answer was lost, it is sent once', async () => {
  const person = await signedUp();
  world.advance('PT11M');
  const answers = await Promise.all(Array.from({ length: 5 }, () => again(person.email)));
  expect(answers.filter(({ said }) => said['sent'] === true)).toHaveLength(1);
  expect(await confirmations(person)).toBe(2);
});

test('what the mail service refused can be ordered again at once', async () => {
  const person = await signedUp();
  world.advance('PT11M');
  world.account.trouble = 'account paused';
  const refused = await again(person.email);
  world.account.trouble = undefined;
  expect(refused.status).toBeGreaterThanOrEqual(500);
  expect(await confirmations(person)).toBe(1);
  expect(await again(person.email)).toMatchObject({ status: 200, said: { sent: true } });
  expect(await confirmations(person)).toBe(2);
});

test('what the mail service may have taken without an answer counts as sent', async () => {
  const person = await signedUp();
  world.advance('PT11M');
  expect(await again(person.email)).toMatchObject({ status: 200, said: { sent: true, remaining: 1 } });
  world.advance('PT11M');
  world.mailServiceIsDown(true);
  expect((await again(person.email)).status).toBeGreaterThanOrEqual(500);
  world.mailServiceIsDown(false);
  world.advance('PT11M');
  expect(await again(person.email)).toMatchObject({ status: 200, said: { sent: false, remaining: 0 } });
  expect(await confirmations(person)).toBe(2);
});
