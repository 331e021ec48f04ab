import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { canonicalJson } from '../../shared/canonical';
import { endOfYear, plus } from '../../shared/consent/calendar';
import { verifyBundle } from '../../shared/verify/verify';
import type { EvidenceView } from '../evidence/evidence-view';
import { keptIn, type Kept } from './kept';
import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

/** Everything in ledger and vault that is about a person. */
async function kept(subject: string): Promise<Kept[]> {
  return (await Promise.all([keptIn('Ledger', subject, system), keptIn('Vault', subject, system)])).flat();
}

/** Waits until nothing is left but who asked for the evidence, which leads to nobody. */
async function forgotten({ email }: Person, subject: string): Promise<void> {
  const left = await system.visitor.eventually(
    () => kept(subject),
    (items) => items.every((item) => /EvidenceDisclosed|#reading#/.test(JSON.stringify(item))),
    'what had come to its end was not deleted',
  );
  expect(JSON.stringify(left)).not.toContain(email);
}

/** What compliance gets of the person, after it was found good. */
async function verified(person: Person): Promise<EvidenceView> {
  const view = await person.evidence();
  const { verdict, claims } = verifyBundle(canonicalJson(view.bundle));
  expect([verdict, ...claims.flatMap(({ findings }) => findings)]).toEqual(['good']);
  return view;
}

async function subscriber(site: string, purposes = ['newsletter']): Promise<Person> {
  const person = new Person(system, site);
  await person.signUp({ purposes });
  await person.confirm(1);
  await person.mail(2);
  return person;
}

/** Unsubscribes, and gives the moment. */
async function leave(person: Person): Promise<Date> {
  await person.press(person.link(await person.mail(2), 'unsubscribe'));
  const { records } = await verified(person);
  const step = records.flatMap(({ entries }) => entries).find(({ type }) => type === 'ConsentWithdrawn');
  return new Date(step?.at ?? '');
}

async function advanceTo(moment: Date): Promise<void> {
  const seconds = Math.ceil((moment.getTime() - (await system.visitor.now()).getTime()) / 1000);
  await system.visitor.advance(`PT${seconds}S`);
}

const MINUTE_MS = 60_000;
const before = (moment: Date): Date => new Date(moment.getTime() - 5 * MINUTE_MS);

/** The proof of a consent and its end is there, address and all, until `end`, and then is gone. */
async function keptUntil(person: Person, end: Date): Promise<void> {
  await advanceTo(before(end));
  const { records, subject } = await verified(person);
  const entries = records.flatMap((record) => record.entries);
  expect(entries.map(({ type }) => type)).toEqual(expect.arrayContaining(['ConsentGiven', 'ConsentWithdrawn']));
  expect(entries[0]?.parts).toMatchObject({ identity: { email: person.email } });
  expect(Object.values(await person.allowed())).not.toContain('newsletter');
  await advanceTo(end);
  expect((await verified(person)).records).toEqual([]);
  await forgotten(person, subject);
}

describe('R1: an unconfirmed sign-up is not kept', () => {
  test.each(['notice-001', 'notice-002'])('%s', async (site) => {
    const [unsure, confirmed] = [new Person(system, site), await subscriber(site)];
    await unsure.signUp({ purposes: ['newsletter'] });
    const link = unsure.link(await unsure.mail(1), 'confirm');
    const { subject } = await unsure.evidence();
    expect(await kept(subject)).not.toEqual([]);

    await system.visitor.advance('P7D');
    expect((await system.visitor.get(link, { method: 'POST' })).status).toBe(410);
    await system.visitor.advance('P1D');
    expect((await verified(unsure)).records).toEqual([]);
    await forgotten(unsure, subject);

    const entries = (await verified(confirmed)).records[0]?.entries ?? [];
    expect(entries.map(({ type }) => type)).toEqual(['ConsentRequested', 'MailSent', 'ConsentGiven', 'MailSent']);
    expect(entries[0]?.parts).toMatchObject({ identity: { email: confirmed.email } });
  });
});

test('R2: after unsubscribing, proof is kept for up to four years (notice-002)', async () => {
  const person = await subscriber('notice-002');
  const withdrawn = await leave(person);
  expect((await person.allowed())['newsletter']).toBe(false);
  await keptUntil(person, plus(withdrawn, 'P4Y'));
});

describe('R3: proof is kept until limitation periods end', () => {
  test('three years after the end of the year (notice-004)', async () => {
    const person = await subscriber('notice-004', ['newsletter-events']);
    await keptUntil(person, plus(endOfYear(await leave(person)), 'P3Y'));
  });

  test('but not longer than registrations are kept at all (notice-003)', async () => {
    const person = await subscriber('notice-003');
    const { records } = await verified(person);
    await system.visitor.advance('P60D');
    await leave(person);
    await keptUntil(person, plus(new Date(records[0]?.entries[0]?.at ?? ''), 'P1Y'));
  });
});

test('R4: after unsubscribing everything is deleted at once (notice-001)', async () => {
  const person = await subscriber('notice-001');
  const { subject } = await verified(person);
  await person.press(person.link(await person.mail(2), 'unsubscribe'));
  await forgotten(person, subject);
  expect(await person.allowed()).toMatchObject({ newsletter: false });
  expect((await verified(person)).records).toEqual([]);
  expect((await person.audience('newsletter')).map(({ email }) => email)).not.toContain(person.email);
});

describe('R5: the address that a step came from is kept for seven days', () => {
  test.each(['notice-001', 'notice-002', 'notice-003'])('%s', async (site) => {
    const person = await subscriber(site);
    const { records, subject } = await verified(person);
    expect(records[0]?.entries[0]?.parts).toHaveProperty('network.ip');
    await system.visitor.advance('P7D');
    await system.visitor.eventually(
      () => kept(subject),
      (items) => !items.some(({ sk }) => sk.includes('#network#')),
      'the address that a step came from was not deleted',
    );
    const [requested, ...steps] = (await verified(person)).records[0]?.entries ?? [];
    expect([requested, ...steps].flatMap((step) => Object.keys(step?.parts ?? {}))).not.toContain('network');
    expect(requested?.parts).toMatchObject({ identity: { email: person.email } });
    expect(await person.allowed()).toMatchObject({ newsletter: true });
  });
});

test('R6: who read evidence is kept for 90 days (notice-004)', async () => {
  const person = await subscriber('notice-004', ['newsletter-events']);
  const { subject, bundle } = await verified(person);
  await system.visitor.advance('P89D');
  expect((await verified(person)).disclosures).toHaveLength(2);
  await system.visitor.advance('P1DT2H');
  expect((await verified(person)).disclosures.map(({ at }) => at)).not.toContain(bundle.at);
  const place = bundle.entries.at(-1)?.entry.seq;
  await system.visitor.eventually(
    () => keptIn('Ledger', subject, system),
    (items) => !items.some(({ sk }) => Number(sk.split('#')[1]) === place),
    'who read the evidence was not deleted',
  );
});

describe('R9: registration data has a longest life', () => {
  test('a year, though in force (notice-003)', async () => {
    const person = await subscriber('notice-003');
    const { records, subject } = await verified(person);
    await advanceTo(before(plus(new Date(records[0]?.entries[0]?.at ?? ''), 'P1Y')));
    expect(await person.allowed()).toMatchObject({ newsletter: true });
    await system.visitor.advance('PT10M');
    expect(await person.allowed()).toMatchObject({ newsletter: false });
    expect((await verified(person)).records).toEqual([]);
    await forgotten(person, subject);
  });

  test('within 24 hours once an account was closed (notice-001)', async () => {
    const person = await subscriber('notice-001', ['newsletter', 'product-info']);
    const { subject } = await verified(person);
    await person.order('withdrawals', { via: 'e-mail', receivedOn: '2026-01-15' });
    await forgotten(person, subject);
    await system.visitor.advance('PT24H');
    expect((await verified(person)).records).toEqual([]);
  });

  test('then counts are kept, and no persons (notice-004)', async () => {
    const people: Person[] = [];
    for (const purpose of ['product-updates', 'product-updates', 'newsletter-working-time']) {
      const person = new Person(system, 'notice-004');
      await person.signUp({ purposes: [purpose] });
      await person.confirm(1);
      people.push(person);
    }
    const seen = await Promise.all(people.map(verified));
    for (const person of people) await person.order('withdrawals', { via: 'letter', receivedOn: '2026-01-15' });
    await system.visitor.advance('P4Y');
    for (const [n, person] of people.entries()) await forgotten(person, seen[n]?.subject ?? '');
    const counts = await countsOf('notice-004');
    const ended = counts.map((count) => /^[\d-]{10}#([\w-]+)#ConsentWithdrawn#/.exec(count)?.[1]);
    expect(ended.filter((purpose) => purpose === 'product-updates')).toHaveLength(2);
    expect(ended.filter((purpose) => purpose === 'newsletter-working-time')).toHaveLength(1);
    for (const { subject, records } of seen) {
      for (const id of [subject, records[0]?.recordId ?? '']) expect(counts.join()).not.toContain(id);
    }
  });
});

async function countsOf(site: string): Promise<string[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: system.dynamoEndpoint, region: 'eu-central-1', credentials });
  const query = new QueryCommand({
    TableName: 'Ledger',
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: `statistics#${site}` } },
  });
  const { Items = [] } = await client.send(query).finally(() => client.destroy());
  return Items.map(({ sk }) => sk?.S ?? '');
}
