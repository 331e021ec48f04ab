import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const SITES = ['notice-000', 'notice-001', 'notice-002', 'notice-003', 'notice-004'];

async function subscriber(site: string, more: readonly string[] = []): Promise<{ person: Person; newsletter: string }> {
  const answer = await system.visitor.get(`/v1/sites/${site}/notices`);
  const { purposes } = (await answer.json()) as { purposes: { id: string }[] };
  const newsletter = purposes.find(({ id }) => id.startsWith('newsletter'))?.id ?? '';
  const person = new Person(system, site);
  await person.signUp({ purposes: [newsletter, ...more] });
  await person.confirm(1);
  return { person, newsletter };
}

describe('W1: consent can be withdrawn at any time, for the future; what was lawful before stays provable', () => {
  async function withdrawn(site: string): Promise<{ person: Person; newsletter: string }> {
    const { person, newsletter } = await subscriber(site);
    const link = person.link(await person.mail(2), 'unsubscribe');
    expect((await person.allowed())[newsletter]).toBe(true);
    await system.visitor.advance('P300D');
    await person.press(link);
    expect((await person.allowed())[newsletter]).toBe(false);
    return { person, newsletter };
  }

  test.each(SITES.filter((site) => site !== 'notice-001'))('%s', async (site) => {
    const { person, newsletter } = await withdrawn(site);
    const { records } = await person.evidence();
    const [given, ended] = ['ConsentGiven', 'ConsentWithdrawn'].map((type) =>
      records[0]?.entries.find((entry) => entry.type === type),
    );
    expect(given?.purposes[0]?.id).toBe(newsletter);
    const lawful = Date.parse(ended?.at ?? '') - Date.parse(given?.at ?? '');
    expect(lawful).toBeGreaterThanOrEqual(300 * 24 * 60 * 60 * 1000);
  });

  test('notice-001, which keeps no proof (R4)', async () => {
    await withdrawn('notice-001');
  });
});

test('W2: a newsletter carries links to unsubscribe it and to switch off analysis (notice-001)', async () => {
  const { person } = await subscriber('notice-001', ['analysis']);
  const mail = await person.mail(2);
  const pages = await Promise.all(
    mail.links
      .filter((link) => link.includes('/unsubscribe/'))
      .map(async (link) => (await system.visitor.get(link)).text()),
  );
  const ends = pages.map((page) => [...page.matchAll(/<li>(.*?)<\/li>/g)].map(([, name]) => name));
  // All of it, the newsletter alone, analysis alone.
  expect(ends.map((names) => names.length)).toEqual([2, 1, 1]);
  expect(ends[2]?.[0]).toContain('Auswertung');
  expect(mail.headers['list-unsubscribe']).toBe(`<${person.link(mail, 'unsubscribe')}>`);
  expect((await person.oneClick(person.link(mail, 'unsubscribe'))).status).toBe(200);
  expect(await person.allowed()).toMatchObject({ newsletter: false, analysis: false });
});

test('W6: unsubscribing does not touch mail that a contract needs (notice-004)', async () => {
  const { person, newsletter } = await subscriber('notice-004');
  expect(await person.allowed()).toMatchObject({ [newsletter]: true, 'service-mail': true });
  const page = await person.press(person.link(await person.mail(2), 'unsubscribe'));
  expect(page).toContain('Vertrag');
  expect(await person.allowed()).toMatchObject({ [newsletter]: false, 'service-mail': true });
});

describe('W5: objecting to direct mail needs no reason, and is always carried out', () => {
  const TOLD = { via: 'phone', receivedOn: '2025-11-03' };

  test.each(['notice-000', 'notice-003', 'notice-004'])('%s', async (site) => {
    const { person, newsletter } = await subscriber(site);
    expect((await person.allowed())[newsletter]).toBe(true);
    await system.visitor.eventually(
      () => person.audience(newsletter),
      (recipients) => recipients.some(({ email }) => email === person.email),
      'the subscriber is in no audience',
    );
    const { done } = await person.order('objections', TOLD);
    expect(done).toMatchObject([{ type: 'ObjectionRecorded', facts: TOLD }]);
    expect((await person.allowed())[newsletter]).toBe(false);
    await system.visitor.eventually(
      () => person.audience(newsletter),
      (recipients) => !recipients.some(({ email }) => email === person.email),
      'who objected is still in the audience',
    );
    expect((await person.order('objections', TOLD)).done).toEqual([]);
  });

  test.each(['notice-000', 'notice-003', 'notice-004'])('%s, by somebody who never signed up', async (site) => {
    const person = new Person(system, site);
    const [objection] = (await person.order('objections', TOLD)).done;
    expect(objection?.purposes.length).toBeGreaterThan(0);
    expect(objection?.purposes).not.toContain('service-mail');
    const { bundle } = await person.evidence();
    expect(bundle.entries[0]?.entry).toMatchObject({ type: 'ObjectionRecorded', facts: TOLD });
  });
});
