import { canonicalJson } from '../../shared/canonical';
import type { AccessReport } from '../../shared/evidence/access/report';
import { verifyVouched } from '../verify/vouched';
import { keptIn } from './kept';
import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const FIELDS = { firstName: 'Kunigunde', lastName: 'Zwirnfaden' };

async function subscriber(site: string, purpose: string): Promise<Person> {
  const person = new Person(system, site);
  await person.signUp({ purposes: [purpose], fields: FIELDS });
  await person.confirm(1);
  await person.mail(2);
  return person;
}

const vault = (subject: string) => keptIn('Vault', subject, system);
const classesIn = (items: Awaited<ReturnType<typeof vault>>): string[] => items.map(({ sk }) => sk.split('#')[1] ?? '');

/** Leaves, and gives the subject id. */
async function left(site: string, purpose: string): Promise<{ person: Person; subject: string }> {
  const person = await subscriber(site, purpose);
  const { subject } = await person.evidence();
  expect(classesIn(await vault(subject))).toEqual(expect.arrayContaining(['address', 'details']));
  await person.press(person.link(await person.mail(2), 'unsubscribe'));
  return { person, subject };
}

describe('R2, R3: for proof the address is kept, and no name with it', () => {
  test.each(['notice-000', 'notice-002', 'notice-003'])('%s', async (site) => {
    const { person, subject } = await left(site, 'newsletter');
    const items = await system.visitor.eventually(
      () => vault(subject),
      (found) => !classesIn(found).includes('details'),
      'the name was not deleted',
    );
    expect(JSON.stringify(items)).toContain(person.email);
    for (const name of Object.values(FIELDS)) expect(JSON.stringify(items)).not.toContain(name);
  });

  test('evidence and the answer to the person say when the name went (notice-002)', async () => {
    const { person, subject } = await left('notice-002', 'newsletter');
    await system.visitor.eventually(
      () => vault(subject),
      (found) => !classesIn(found).includes('details'),
      'the name was not deleted',
    );
    const { records, bundle } = await person.evidence();
    expect(verifyVouched(canonicalJson(bundle)).verdict).toBe('good');
    const requested = bundle.entries.find(({ entry }) => entry.type === 'ConsentRequested');
    expect(requested?.parts).toMatchObject({ address: { data: { email: person.email } }, details: { state: 'gone' } });
    const withdrawn = records[0]?.entries.find(({ type }) => type === 'ConsentWithdrawn');
    const path = '/v1/sites/notice-002/subjects/access';
    const asked = { email: person.email, reason: 'A letter of 1 November' };
    const { data, history } = await system.visitor.ask<AccessReport>('compliance', path, asked);
    expect(data.map(({ category }) => category)).not.toContain('details');
    const [name, ...others] = history[0]?.gone ?? [];
    expect([name?.category, others]).toEqual(['details', []]);
    const late = Date.parse(name?.deletedAt ?? '') - Date.parse(withdrawn?.at ?? '');
    // Ends are in whole seconds.
    expect(Math.abs(late)).toBeLessThan(5000);
  });
});

test('S3: where the name is proof it is kept as long as that (notice-004)', async () => {
  const { person, subject } = await left('notice-004', 'newsletter-events');
  await system.visitor.advance('P2Y');
  expect(classesIn(await vault(subject))).toEqual(expect.arrayContaining(['address', 'details', 'network']));
  const { records } = await person.evidence();
  expect(records[0]?.entries[0]?.parts).toMatchObject({ details: { fields: FIELDS } });
});

test('R10: after a “no” no name is kept with the address (notice-002)', async () => {
  const person = await subscriber('notice-002', 'course-software');
  const { subject } = await person.evidence();
  await system.visitor.advance('P3Y1D');
  await person.press(person.link(await person.mail(3), 'unsubscribe'));
  await system.visitor.eventually(
    () => vault(subject),
    (found) => classesIn(found).join() === 'address',
    'more than the address is kept',
  );
});
