import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { asSubject } from '../ids';
import { journey, type Journey } from './journey';
import { LongLived } from './long-history';
import { newsOf } from './news';
import { operatorIn, REASON, TOLD } from './subject-orders';
import { startWorld, type Answer, type World } from './world';
import { putOperatorName } from '../../shared/ledger/operator-names';
import { readWhole } from '../../shared/ledger/summary';

let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterAll(() => world.stop());

interface Found {
  readonly known: boolean;
  readonly domainMeant?: string;
  readonly person?: {
    readonly id: string;
    readonly email?: string;
    readonly undeliverableSince?: string;
    readonly restrictedSince?: string;
    readonly purposes: readonly { readonly id: string; readonly allowed: boolean; readonly because?: string }[];
    readonly mails: readonly { readonly kind: string }[];
  };
  readonly file?: {
    readonly timeline: readonly {
      readonly type: string;
      readonly by: object;
      readonly via?: string;
      readonly reason?: string;
    }[];
    readonly records: readonly object[];
    readonly holds: readonly { readonly label: string | null }[];
    readonly head?: string;
    readonly erasedAt?: string;
    readonly restrictedSince?: string;
    readonly suppressed: boolean;
  };
}

const COMPLIANCE = { scope: 'person:read@sites evidence:read@sites site=demo' };
const ask = (body: object, claims: object = COMPLIANCE): Promise<Answer> =>
  world.call('desk', 'look-up', { body, claims: { ...claims } });
const found = async (body: object, claims?: object): Promise<Found> => {
  const answer = await ask(body, claims);
  expect(answer.statusCode).toBe(200);
  return JSON.parse(answer.body) as Found;
};

let count = 0;
const somebody = (): Journey => journey(world, consume, `looked-up-${++count}@example.org`);
async function subscriber(): Promise<Journey> {
  const person = somebody();
  await person.signUp({ fields: { firstName: 'Erika' } });
  await person.press(await person.token('confirm'));
  await consume();
  return person;
}

const why = ({ person }: Found, purpose = 'newsletter-product'): unknown =>
  person?.purposes.find(({ id }) => id === purpose)?.because;

test('somebody who confirmed is found by address and by id, and may be mailed', async () => {
  const { email } = await subscriber();
  const byAddress = await found({ email: email.toUpperCase() });
  expect(byAddress).toMatchObject({ known: true, person: { email, id: await world.subjectId(email) } });
  expect(why(byAddress)).toBeUndefined();
  const { asOf: _, ...same } = byAddress as Found & { asOf: string };
  expect(await found({ id: byAddress.person!.id })).toMatchObject(same);
});

test('an address is said in both forms, and the language is the one in which they are written to', async () => {
  const person = journey(world, consume, 'lena@xn--mller-kva.example');
  await person.signUp({ language: 'en' });
  await person.press(await person.token('confirm'));
  await consume();
  expect((await found({ email: person.email })).person).toMatchObject({
    email: person.email,
    shown: 'lena@müller.example',
    language: 'en',
  });
});

test('what is allowed is what permissions say, whatever was done', async () => {
  const { ordered } = operatorIn(world);
  const people = [await subscriber(), await subscriber(), await subscriber(), await subscriber(), somebody()];
  await people[4]!.signUp();
  await ordered('withdrawals', people[0]!.email, { ...TOLD, purposes: ['newsletter-product'] });
  await ordered('restrictions', people[1]!.email, TOLD);
  await ordered('objections', people[2]!.email, TOLD);
  await ordered('erasures', people[3]!.email, { ...TOLD, despiteDuty: true, suppress: true });
  const reasons = ['withdrawn', 'restricted', 'objected', 'suppressed', 'pending'];
  for (const [n, { email }] of people.entries()) {
    const looked = await found({ email });
    const { body } = await world.call('permissions', 'permissions', { body: { email } });
    const { purposes } = JSON.parse(body) as { purposes: { id: string; allowed: boolean }[] };
    const allowed = (all: readonly { readonly id: string; readonly allowed: boolean }[]) =>
      all.map(({ id, allowed: isAllowed }) => [id, isAllowed]);
    expect(allowed(looked.person!.purposes)).toEqual(allowed(purposes));
    expect({ n, because: why(looked) }).toEqual({ n, because: reasons[n] });
    // Marketing is told, too: it is them who would mail.
    const { person } = await found({ email }, { scope: 'person:read@sites audience:read@sites site=demo' });
    expect(person!.restrictedSince !== undefined).toBe(n === 1);
    expect(looked.file!.restrictedSince).toBe(person!.restrictedSince);
  }
});

test('compliance sees all that happened, who did it and by which way, and by what a preview binds', async () => {
  const { email } = await subscriber();
  const { ordered } = operatorIn(world);
  await ordered('holds', email, { label: '12 O 345/26', reviewBy: '2099-01-01' });
  await ordered('withdrawals', email, { ...TOLD, purposes: ['analysis'] });
  await putOperatorName(
    world.deps.vault,
    'test-operator',
    { name: 'A. Muster', at: '2026-11-29' },
    new Date('2099-01-01'),
  );
  const { file } = await found({ email });
  expect(file!.timeline.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['ConsentRequested', 'MailSent', 'ConsentGiven', 'HoldPlaced', 'ConsentWithdrawn']),
  );
  const withdrawn = file!.timeline.find(({ type }) => type === 'ConsentWithdrawn');
  expect(withdrawn).toMatchObject({ ...TOLD, by: { kind: 'operator', id: 'test-operator', name: 'A. Muster' } });
  // Why is what operators gave as their reason, as in the journal.
  expect(withdrawn).toMatchObject({ reason: REASON });
  expect(file!.timeline[0]).toMatchObject({ by: { kind: 'subject' } });
  expect(file!.timeline[0]).not.toHaveProperty('reason');
  expect(file!.holds).toMatchObject([{ label: '12 O 345/26' }]);
  expect(file!.records).toHaveLength(1);
  expect(file!.head).toBe((await world.history(email)).at(-1)?.hash);
});

test('of a long history each step is shown, also those that no rule goes by any more', async () => {
  const { subject } = await LongLived.summed(world, `looked-up-${++count}`);
  const { file } = await found({ id: subject });
  const stored = (await world.entries()).filter((entry) => entry.subject === subject);
  expect(stored.length).toBeGreaterThan(30);
  expect(file!.timeline).toHaveLength(stored.length);
});

test('marketing sees how somebody stands and what was sent, and nothing of what proof is made of', async () => {
  const { email } = await subscriber();
  const marketing = await found({ email }, { scope: 'person:read@sites audience:read@sites site=demo' });
  expect(marketing.person).toMatchObject({
    email,
    mails: expect.arrayContaining([expect.objectContaining({ kind: 'confirmation' })]) as unknown,
  });
  expect(marketing).not.toHaveProperty('file');
});

test('no connection and no text of a mail comes along, and no reason to who may not read evidence', async () => {
  const { email } = await subscriber();
  await operatorIn(world).ordered('withdrawals', email, { ...TOLD, reason: 'Letter with a secret word' });
  const { body } = await ask({ email });
  expect(body).not.toMatch(/203\.0\.113|Mozilla|https?:/);
  const marketing = await ask({ email }, { scope: 'person:read@sites audience:read@sites site=demo' });
  expect(marketing.statusCode).toBe(200);
  expect(marketing.body).not.toContain('secret word');
});

test('nobody is made known by a search: no entry, no part, and the address is not in the answer', async () => {
  const before = [await world.items('ledger'), await world.items('vault')].map(({ length }) => length);
  const { body } = await ask({ email: 'nobody-at-all@gmial.com' });
  expect(JSON.parse(body)).toMatchObject({ known: false, domainMeant: 'gmail.com' });
  expect(body).not.toContain('nobody-at-all');
  expect([await world.items('ledger'), await world.items('vault')].map(({ length }) => length)).toEqual(before);
});

test('looking somebody up leaves nothing in their history', async () => {
  const { email } = await subscriber();
  const before = await world.history(email);
  await ask({ email });
  expect(await world.history(email)).toEqual(before);
});

test('somebody of another site is not found by their id', async () => {
  const { email } = await subscriber();
  const id = await world.subjectId(email);
  const elsewhere = { scope: 'person:read@sites evidence:read@sites site=notice-000' };
  const answer = await world.call('desk', 'look-up', {
    body: { id },
    params: { site: 'notice-000' },
    claims: elsewhere,
  });
  expect(JSON.parse(answer.body)).toMatchObject({ known: false });
});

test.each([
  ['nobody', {}],
  ['somebody twice', { email: 'erika@example.org', id: 'A'.repeat(22) }],
  ['what is no address', { email: 'erika' }],
  ['what is no id', { id: 'short' }],
])('whoever names %s is told so', async (_, body) => {
  expect((await ask(body)).statusCode).toBe(422);
});

const MARKETING = { scope: 'person:read@sites audience:read@sites site=demo' };

test('what somebody is called is shown to marketing while they may be mailed, and not once they left', async () => {
  const { email } = await subscriber();
  expect((await found({ email }, MARKETING)).person).toMatchObject({ fields: { firstName: 'Erika' } });
  await operatorIn(world).ordered('withdrawals', email, TOLD);
  expect((await found({ email }, MARKETING)).person).not.toHaveProperty('fields');
  expect((await found({ email })).person).toMatchObject({ fields: { firstName: 'Erika' } });
});

test('nobody is known for having had their evidence read', async () => {
  const email = 'nobody-but-read@gmial.com';
  const read = await world.call('evidence', 'evidence', { body: { email, reason: 'letter' } });
  expect(read.statusCode).toBe(200);
  expect(await found({ email }, MARKETING)).toMatchObject({ known: false, domainMeant: 'gmail.com' });
});

test('nor where that is all that is left of them', async () => {
  const { email } = await subscriber();
  expect((await world.call('evidence', 'evidence', { body: { email, reason: 'letter' } })).statusCode).toBe(200);
  const subject = await world.subjectId(email);
  const { stored } = await readWhole(world.deps.ledger, asSubject(subject));
  for (const { item, entry } of stored.filter((one) => one.entry.type !== 'EvidenceDisclosed')) {
    expect(entry.site).toBe('demo');
    const Key = marshall({ pk: item.pk, sk: item.sk });
    await world.dynamo.send(new DeleteItemCommand({ TableName: world.deps.ledger.name, Key }));
  }
  expect((await readWhole(world.deps.ledger, asSubject(subject))).stored).toHaveLength(1);
  expect(await found({ email }, MARKETING)).toMatchObject({ known: false });
});
