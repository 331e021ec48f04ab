import { canonicalJson } from '../../shared/canonical';
import { endOfYear, plus } from '../../shared/calendar';
import { sites } from '../../examples/sites';
import { verifyVouched } from '../verify/vouched';
import type { EvidenceView } from '../evidence/evidence-view';
import { countsOf, keptIn, type Kept } from './kept';
import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** Everything in ledger and vault that is about a person. */
async function kept(subject: string): Promise<Kept[]> {
  return (await Promise.all([keptIn('Ledger', subject, system), keptIn('Vault', subject, system)])).flat();
}

/** Waits until nothing is left but who asked for the evidence, and which processor was told: that leads to nobody. */
async function forgotten({ email }: Person, subject: string): Promise<void> {
  const left = await system.visitor.eventually(
    () => kept(subject),
    (items) =>
      items.every((item) =>
        /EvidenceDisclosed|ProcessorInformed|DeletionConfirmed|#reading#/.test(JSON.stringify(item)),
      ),
    'what had come to its end was not deleted',
  );
  expect(JSON.stringify(left)).not.toContain(email);
}

/** What compliance gets of the person, after it was found good. */
async function verified(person: Person): Promise<EvidenceView> {
  const view = await person.evidence();
  const { verdict, claims } = verifyVouched(canonicalJson(view.bundle));
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

/** Somebody with an account or another contract, as the backend that keeps those reports it. */
async function contractor(site: string, purpose: string): Promise<Person> {
  const person = new Person(system, site);
  const { version } = sites.find(({ id }) => id === site)?.purposes.find(({ id }) => id === purpose)?.notice ?? {};
  expect(await person.report('consents', { purposes: [purpose], version, language: 'de', source: 'account' })).toBe(
    201,
  );
  return person;
}

/** Reports that there is no contract any more, and gives the moment. */
async function endContract(person: Person): Promise<Date> {
  expect(await person.report('contracts/ended', {})).toBe(200);
  const steps = (await verified(person)).records.flatMap(({ entries }) => entries);
  return new Date(steps.find(({ type }) => type === 'ContractEnded')?.at ?? '');
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
  expect(entries[0]?.parts).toMatchObject({ address: { email: person.email } });
  expect(Object.values(await person.allowed())).not.toContain('newsletter');
  await advanceTo(end);
  expect((await verified(person)).records).toEqual([]);
  await forgotten(person, subject);
}

/** Waits until nothing that was registered is left, and what was done still verifies. */
async function namedNowhere(person: Person, subject: string): Promise<EvidenceView> {
  const left = await system.visitor.eventually(
    () => keptIn('Vault', subject, system),
    (parts) => parts.every(({ sk }) => sk.includes('#reading#')),
    'what was registered was not deleted',
  );
  expect(JSON.stringify([left, await keptIn('Ledger', subject, system)])).not.toContain(person.email);
  return verified(person);
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
    expect(entries[0]?.parts).toMatchObject({ address: { email: confirmed.email } });
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

  test('also where what was registered is kept for a year: then whoever knows the address still finds it (notice-003)', async () => {
    const person = await subscriber('notice-003');
    const { records, subject } = await verified(person);
    await system.visitor.advance('P60D');
    const end = plus(endOfYear(await leave(person)), 'P3Y');
    await advanceTo(plus(new Date(records[0]?.entries[0]?.at ?? ''), 'P1Y'));
    await namedNowhere(person, subject);
    await advanceTo(before(end));
    const entries = (await verified(person)).records.flatMap((record) => record.entries);
    expect(entries.map(({ type }) => type)).toEqual(expect.arrayContaining(['ConsentGiven', 'ConsentWithdrawn']));
    await advanceTo(end);
    expect((await verified(person)).records).toEqual([]);
    await forgotten(person, subject);
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
  test('and where it is proof, as long as that: logs, which that promise is about, never have it (notice-002)', async () => {
    const person = await subscriber('notice-002');
    await system.visitor.advance('P30D');
    for (const { type, parts } of (await verified(person)).records[0]?.entries ?? []) {
      if (type !== 'MailSent') expect(parts).toMatchObject({ network: { ip: '127.0.0.1' } });
    }
    const lines = (await system.logged()).map((line) => JSON.stringify(line));
    expect(lines.filter((line) => line.includes('notice-002')).length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes('127.0.0.1'))).toEqual([]);
  });

  test.each(['notice-001', 'notice-003'])('%s', async (site) => {
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
    expect(requested?.parts).toMatchObject({ address: { email: person.email } });
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
    const maximum = plus(new Date(records[0]?.entries[0]?.at ?? ''), 'P1Y');
    await advanceTo(new Date(maximum.getTime() - 25 * 60 * MINUTE_MS));
    expect(await person.allowed()).toMatchObject({ newsletter: true });
    await system.visitor.advance('PT24H');
    await system.visitor.eventually(
      () => person.allowed(),
      ({ newsletter }) => newsletter === false,
      'the last review before did not end it',
    );
    await advanceTo(maximum);
    const steps = (await namedNowhere(person, subject)).records.flatMap(({ entries }) => entries);
    expect(steps.map(({ type }) => type)).toEqual(expect.arrayContaining(['ConsentGiven', 'ConsentLapsed']));
    expect(steps.flatMap(({ parts }) => Object.keys(parts))).toEqual([]);
    expect((await person.audience('newsletter')).map(({ email }) => email)).not.toContain(person.email);
  });

  test('within 24 hours once an account was closed (notice-001)', async () => {
    const person = await contractor('notice-001', 'account');
    const { subject } = await verified(person);
    await system.visitor.advance('P2Y');
    expect((await verified(person)).records[0]?.entries[0]?.parts).toMatchObject({ address: { email: person.email } });
    const closed = await endContract(person);
    await advanceTo(before(plus(closed, 'PT24H')));
    expect((await verified(person)).records[0]?.purposes).toMatchObject([{ status: 'ContractEnded' }]);
    await advanceTo(plus(closed, 'PT24H'));
    expect((await verified(person)).records).toEqual([]);
    await forgotten(person, subject);
  });

  test('twelve months after the end of use; then a count is kept, and no person (notice-004)', async () => {
    const person = await contractor('notice-004', 'service-mail');
    const { subject, records } = await verified(person);
    const end = plus(await endContract(person), 'P12M');
    await advanceTo(before(end));
    expect((await verified(person)).records[0]?.entries[0]?.parts).toMatchObject({ address: { email: person.email } });
    await advanceTo(end);
    expect((await verified(person)).records).toEqual([]);
    await forgotten(person, subject);
    const counts = (await countsOf('notice-004', system)).filter((count) => /#service-mail#ContractEnded#/.test(count));
    expect(counts).toHaveLength(1);
    for (const id of [subject, records[0]?.recordId ?? '']) expect(counts.join()).not.toContain(id);
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
    const counts = await countsOf('notice-004', system);
    const ended = counts.map((count) => /^[\d-]{10}#([\w-]+)#ConsentWithdrawn#/.exec(count)?.[1]);
    expect(ended.filter((purpose) => purpose === 'product-updates')).toHaveLength(2);
    expect(ended.filter((purpose) => purpose === 'newsletter-working-time')).toHaveLength(1);
    for (const { subject, records } of seen) {
      for (const id of [subject, records[0]?.recordId ?? '']) expect(counts.join()).not.toContain(id);
    }
  });
});
