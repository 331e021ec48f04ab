import { factsOf } from '../../shared/consent/entry';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { canonicalJson } from '../../shared/canonical';
import { verifyVouched } from '../verify/vouched';
import { keptIn } from './kept';
import { Person, startSystem, type System } from './person';
import { quiet } from './quiet';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const TOLD = { via: 'letter', receivedOn: '2025-11-03' };
const HOLD = { label: '12 O 345/26', reviewBy: '2099-12-31' };
const NAMES = { firstName: 'Kasimira', lastName: 'Wolkenstein' };

/** Somebody who subscribed, and is in the audience. */
async function subscriber(site: string, purpose = 'newsletter', fields: object = NAMES): Promise<Person> {
  const person = new Person(system, site);
  await person.signUp({ purposes: [purpose], fields });
  await person.confirm(1);
  await person.mail(2);
  await inAudience(person, purpose, true);
  return person;
}

async function inAudience(person: Person, purpose: string, wanted: boolean): Promise<void> {
  await system.visitor.eventually(
    () => person.audience(purpose),
    (recipients) => recipients.some(({ email }) => email === person.email) === wanted,
    `${person.email} is ${wanted ? 'not' : 'still'} in the audience`,
  );
}

/** Everybody promises what the law asks for; a newsletter of each. */
const ALL = [
  ['notice-000', 'newsletter'],
  ['notice-001', 'newsletter'],
  ['notice-002', 'newsletter'],
  ['notice-003', 'newsletter'],
  ['notice-004', 'newsletter-events'],
] as const;

const typesOf = ({ done }: { done: readonly { type: string }[] }): string[] => done.map(({ type }) => type);

describe('R7: what a dispute needs is kept past its end, and not longer than the dispute', () => {
  test('notice-002', async () => {
    const person = await subscriber('notice-002');
    const { subject } = await person.evidence();
    await person.order('holds', HOLD);
    await person.press(person.link(await person.mail(2), 'unsubscribe'));
    await system.visitor.eventually(
      () => keptIn('Vault', subject, system),
      (parts) => parts.every(({ expiresAt }) => expiresAt === undefined),
      'something of the person has an end in spite of the hold',
    );
    await system.visitor.advance('P5Y'); // proof is kept for four
    const { records } = await person.evidence();
    expect(records[0]?.entries.map(({ type }) => type)).toContain('ConsentGiven');
    for (const { parts, digests } of records[0]?.entries ?? []) {
      expect(Object.keys(parts)).toEqual(Object.keys(digests));
    }
    // Reading evidence is a step, which wakes retention, too: what follows has to come of the order alone.
    await quiet(system.visitor);
    await person.order('holds', { label: HOLD.label, lift: true });
    await system.visitor.eventually(
      async () => [...(await keptIn('Vault', subject, system)), ...(await keptIn('Ledger', subject, system))],
      (items) => !items.some(({ sk, type }) => sk.includes('#address#') || type === 'ConsentWithdrawn'),
      'what no dispute needs any more was not deleted',
    );
    expect((await person.evidence()).records).toEqual([]);
  });
});

describe('R8: data that has to be kept is blocked for every other use', () => {
  test.each([
    ['notice-002', 'newsletter'],
    ['notice-004', 'newsletter-events'],
  ])('%s', async (site, purpose) => {
    const person = await subscriber(site, purpose);
    const mails = (await person.mails()).length;
    const answer = await person.order('erasures', TOLD);
    expect(typesOf(answer)).toEqual(['ConsentWithdrawn', 'ProcessingRestricted']);
    const [against] = answer.erasure?.against ?? [];
    expect(against?.kind).toBe('duty');
    expect(Date.parse(against?.until ?? '')).toBeGreaterThan(Date.now());
    expect((await person.allowed())[purpose]).toBe(false);
    await inAudience(person, purpose, false);
    expect((await person.mails()).length).toBe(mails);
    const { records } = await person.evidence();
    const kept = records[0]?.entries[0]?.parts;
    expect(kept).toMatchObject({ address: { email: person.email } });
    // 002 keeps the address alone for proof, 004 the name, too.
    expect(kept?.['details']).toEqual(site === 'notice-002' ? undefined : { fields: NAMES });
  });
});

test.each(ALL)('P2: what is wrong is put right, for every use from then on (%s)', async (site, purpose) => {
  const person = await subscriber(site, purpose);
  const right = { firstName: 'Kasimir' };
  expect(typesOf(await person.order('rectifications', { ...TOLD, fields: right }))).toEqual(['IdentityRectified']);
  await system.visitor.eventually(
    () => person.audience(purpose),
    (recipients) => recipients.some(({ email, fields }) => email === person.email && fields['firstName'] === 'Kasimir'),
    'the audience has the old name',
  );
  const { records } = await person.evidence();
  const [before, after] = (records[0]?.entries ?? []).flatMap(({ parts }) => parts['details'] ?? []);
  expect([before, after]).toMatchObject([{ fields: NAMES }, { fields: { ...NAMES, ...right } }]);
});

test.each(ALL)(
  'P2: another address takes over once the person confirmed it there, and links in old mails end it, too (%s)',
  async (site, purpose) => {
    const person = await subscriber(site, purpose);
    const moved = new Person(system, site);
    const old = person.link(await person.mail(2), 'unsubscribe');
    expect(typesOf(await person.order('rectifications', { ...TOLD, newEmail: moved.email }))).toEqual([
      'ConsentRequested',
    ]);
    await moved.mail(1);
    expect([(await person.allowed())[purpose], (await moved.allowed())[purpose]]).toEqual([true, false]);
    await moved.confirm(1);
    await inAudience(moved, purpose, true);
    await inAudience(person, purpose, false);
    expect([(await person.allowed())[purpose], (await moved.allowed())[purpose]]).toEqual([false, true]);
    const { records, bundle } = await moved.evidence();
    expect(records[0]?.entries[0]?.parts).toMatchObject({
      address: { email: moved.email },
      details: { fields: NAMES },
    });
    expect(factsOf(bundle.entries[0]!.entry).movedFrom).toBe((await person.evidence()).subject);
    await person.press(old);
    expect((await moved.allowed())[purpose]).toBe(false);
  },
);

/** Everything in every table, as the engine itself has it. */
async function everything(): Promise<string> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: system.dynamoEndpoint, region: 'eu-central-1', credentials });
  const found: string[] = [];
  for (const TableName of ['Ledger', 'Vault', 'Audience', 'Log']) {
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) found.push(JSON.stringify(Items));
  }
  client.destroy();
  return found.join('\n');
}

describe('P3: after an erasure nothing leads to the person, and what was done stays provable', () => {
  test.each([
    ['notice-000', 'newsletter', { despiteDuty: true }],
    ['notice-001', 'newsletter', {}],
    ['notice-002', 'newsletter', { despiteDuty: true }],
    ['notice-003', 'newsletter', { despiteDuty: true }],
    ['notice-004', 'newsletter-events', { despiteDuty: true }],
  ])('%s', async (site, purpose, more) => {
    const name = `Wolkenstein-${site}`;
    const person = await subscriber(site, purpose, { lastName: name });
    const leads = (text: string): boolean[] => [text.includes(person.email), text.includes(name)];
    expect(leads(await everything())).toEqual([true, true]);
    const before = await person.evidence();
    const answer = await person.order('erasures', { ...TOLD, ...more, suppress: true });
    expect(typesOf(answer).at(-1)).toBe('DataErased');
    // But for the address that whoever asks brings along.
    const after = { ...(await person.evidence()).bundle, address: null };
    expect(leads(JSON.stringify(after))).toEqual([false, false]);
    await inAudience(person, purpose, false);
    await system.visitor.eventually(
      everything,
      (tables) => !leads(tables).includes(true),
      'something still leads to the person',
    );
    const { bundle } = await person.evidence();
    expect(bundle.subject).toBe(before.subject);
    expect(verifyVouched(canonicalJson(bundle))).toMatchObject({ verdict: 'good' });
    expect(await everything()).toContain(before.bundle.entries.at(-1)?.entry.hash);
  });
});

describe('P4: use can be restricted, and what is restricted is kept', () => {
  test.each(ALL)('%s', async (site, purpose) => {
    const person = await subscriber(site, purpose);
    await person.order('restrictions', TOLD);
    expect((await person.allowed())[purpose]).toBe(false);
    await inAudience(person, purpose, false);
    expect((await person.evidence()).records[0]?.entries[0]?.parts['address']).toMatchObject({ email: person.email });
    await person.order('restrictions', { lift: true, informedOn: '2025-11-10' });
    expect((await person.allowed())[purpose]).toBe(true);
    await inAudience(person, purpose, true);
  });
});
