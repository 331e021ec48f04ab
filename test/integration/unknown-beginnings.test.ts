import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Mail } from '../../local/ses/mail';
import { by, today } from './correspondence';
import { call as callTopic, newsOf as outcomeOf } from './feedback-news';
import { confirmed, journey, type Journey } from './journey';
import { Marketing } from './marketing';
import { newsOf } from './news';
import { postOf, type Post } from './post';
import { preferenceCentre } from './preference-centre';
import { CONTEXT, runFunction } from './run-function';
import { operatorIn, TOLD } from './subject-orders';
import { startWorld, type World } from './world';

/*
 * A person confirmed what a later version wrote down in its own way, and the release was rolled back. Nobody who is left can read
 * how their consent began; they can leave all the same, by every way that there is, and nothing of theirs is lost.
 */

const GIVEN = ['analysis', 'newsletter-product'];
let world: World;
let tell: () => Promise<void>;
let post: Post;
let names = 0;

beforeAll(async () => {
  world = await startWorld();
  tell = newsOf(world);
  post = postOf(world);
});
afterAll(() => world.stop());

interface Person {
  readonly journey: Journey;
  readonly tokens: Awaited<ReturnType<typeof confirmed>>;
}

type Change = (entry: Record<string, unknown>) => object;
const foreseen: Change = (entry) => ({ ...entry, type: 'ConsentForeseen' });

/** Somebody who confirmed, and whose first step only a later version can read. */
async function subscriber(change: Change = foreseen): Promise<Person> {
  const person = journey(world, tell, `later-${++names}@example.com`);
  const tokens = await confirmed(person);
  await tell();
  await rewrite(person, change);
  world.advance('PT1M');
  return { journey: person, tokens };
}

async function rewrite({ email }: Journey, change: Change, nth = 0): Promise<void> {
  const pk = `subject#${await world.subjectId(email)}`;
  const items = (await world.items('ledger')).filter((item) => item.pk === pk);
  const item = items.sort((one, other) => (one.sk < other.sk ? -1 : 1))[nth];
  const entry = change(JSON.parse(String(item?.['entry'])) as Record<string, unknown>);
  const Item = marshall({ ...item, type: (entry as { type: string }).type, entry: JSON.stringify(entry) });
  await world.dynamo.send(new PutItemCommand({ TableName: process.env['LEDGER_TABLE'], Item }));
}

const entriesOf = async ({ journey: { email } }: Person) => {
  const subject = await world.subjectId(email);
  return (await world.entries()).filter((entry) => entry.subject === subject);
};

/** The purposes that each withdrawal or objection of the person named. */
async function endings(person: Person, type = 'ConsentWithdrawn'): Promise<string[][]> {
  const ends = (await entriesOf(person)).filter((entry) => entry.type === type);
  return ends.map(({ purposes }) => purposes.map(({ id }) => id).sort());
}

async function isListed({ journey: { email } }: Person): Promise<boolean> {
  const { recipients } = await new Marketing(world).page('newsletter-product', { limit: '1000' });
  return recipients.some((one) => one.email === email);
}

const press = (event: string, token: string) => world.call('unsubscribe', event, { params: { token } });

describe.each<[string, Change]>([
  ['a type of its own', foreseen],
  [
    'a type of its own, which names no purposes',
    ({ purposes: _, ...entry }) => ({ ...entry, type: 'ConsentForeseen' }),
  ],
  ['purposes by name alone', (entry) => ({ ...entry, purposes: ['newsletter-product'] })],
  ['purposes by key', (entry) => ({ ...entry, purposes: { 'newsletter-product': { basis: 'consent' } } })],
  ['purposes with another key for the wording', (entry) => ({ ...entry, purposes: [{ id: 'newsletter-product' }] })],
  ['facts of another kind', (entry) => ({ ...entry, facts: ['confirmBy'] })],
  ['a moment that is none here', (entry) => ({ ...entry, facts: { confirmBy: 'in a week' } })],
  ['an asset by name', (entry) => ({ ...entry, asset: 'whitepaper' })],
  ['parts that are objects', (entry) => ({ ...entry, parts: { address: { digest: 'x', of: 'y' } } })],
  ['another version', (entry) => ({ ...entry, v: 2 })],
  ['a record that is an object', (entry) => ({ ...entry, recordId: { id: 'r' } })],
])('a beginning with %s', (_, change) => {
  test('is no hindrance to who leaves by one click, once', async () => {
    const person = await subscriber(change);
    const { unsubscribe } = person.tokens;
    expect((await press('unsubscribe-page', unsubscribe)).body).toContain('<form');
    expect((await press('unsubscribe-one-click', unsubscribe)).statusCode).toBe(200);
    expect(await endings(person)).toEqual([GIVEN]);
    expect((await press('unsubscribe-one-click', unsubscribe)).statusCode).toBe(200);
    expect((await press('unsubscribe-page', unsubscribe)).body).not.toContain('<form');
    expect(await endings(person)).toHaveLength(1);
    const page = await preferenceCentre(world, person.tokens.preferences).open();
    expect(page.status).toBe(200);
    await world.call('subjects', 'access', { body: { email: person.journey.email, reason: 'She asked' } });
    await tell();
  });
});

describe('somebody whose beginning a later version wrote', () => {
  const leave: Record<string, (person: Person) => Promise<unknown>> = {
    'the button': ({ tokens }) => press('unsubscribe-button', tokens.unsubscribe),
    'their preferences': ({ tokens }) => preferenceCentre(world, tokens.preferences).end(),
    'an operator': ({ journey: { email } }) => operatorIn(world).ordered('withdrawals', email, TOLD),
    'a mail to the address of the list': async ({ journey: person }) => {
      const headers = (await world.mails(person.email)).map((mail) => mail.headers['list-unsubscribe'] ?? '');
      const [, to = ''] = /<mailto:([^>?]+)/.exec(headers.find(Boolean) ?? '') ?? [];
      await post.send({ ...by(person), to, subject: 'unsubscribe', date: today() });
    },
    'a mail in their own words': ({ journey: person }) =>
      post.send({ ...by(person), subject: 'Abmeldung', text: 'Bitte melden Sie mich ab.', date: today() }),
    'the spam button': async ({ journey: { email } }) => {
      const [mail] = await world.mails(email);
      expect((await callTopic(world, outcomeOf(world, mail as Mail, 'complaint'))).statusCode).toBe(200);
    },
  };

  test.each(Object.entries(leave))('can leave by %s', async (_, go) => {
    const person = await subscriber();
    await go(person);
    expect(await endings(person)).toEqual([GIVEN]);
  });

  test('can object, and be erased', async () => {
    const objector = await subscriber();
    await operatorIn(world).ordered('objections', objector.journey.email, TOLD);
    expect((await endings(objector, 'ObjectionRecorded'))[0]).toEqual(expect.arrayContaining(GIVEN));
    const erased = await subscriber();
    await operatorIn(world).ordered('erasures', erased.journey.email, { despiteDuty: true });
    expect((await entriesOf(erased)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['ConsentWithdrawn', 'DataErased']),
    );
  });

  test('is not told that they have nothing', async () => {
    const person = await subscriber();
    const { text, body } = await preferenceCentre(world, person.tokens.preferences).open();
    expect(text).toContain('wird aber zurzeit nicht geschickt');
    expect(body).toContain('value="end"');
  });

  test('stays with those who mail them, whatever else happens, until they leave', async () => {
    const person = await subscriber();
    expect(await isListed(person)).toBe(true);
    await preferenceCentre(world, person.tokens.preferences).speak('en');
    await tell();
    await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
    expect(await isListed(person)).toBe(true);
    await press('unsubscribe-one-click', person.tokens.unsubscribe);
    await tell();
    expect(await isListed(person)).toBe(false);
    const { told } = world.processors;
    const mine = told.map(({ body }) => body).filter((body) => body.includes(person.journey.email));
    expect(mine.at(-1)).toContain('deletion.requested');
  });

  test('is still mailed no more once their address bounces', async () => {
    const person = await subscriber();
    const [mail] = await world.mails(person.journey.email);
    expect((await callTopic(world, outcomeOf(world, mail as Mail, 'bounce'))).statusCode).toBe(200);
    expect((await entriesOf(person)).at(-1)?.type).toBe('MailBounced');
  });

  test('has all of it in the ledger still, nine years after they left', async () => {
    const person = await subscriber();
    await press('unsubscribe-one-click', person.tokens.unsubscribe);
    // That a processor was told of the consent is logged for a while, and no part of it.
    const before = (await entriesOf(person)).map(({ type }) => type).filter((type) => type !== 'ProcessorInformed');
    await tell();
    world.advance('P9Y');
    await world.consume();
    const after = (await entriesOf(person)).map(({ type }) => type).filter((type) => type !== 'ProcessorInformed');
    expect(after).toEqual(before);
  });
});
