import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
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
    // The clock is moved by the calendar, so an hour less where summer time began in between.
    expect(lawful).toBeGreaterThanOrEqual((300 * 24 - 1) * 60 * 60 * 1000);
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
  const ends = pages.map((page) =>
    [...(page.split('Nichts ändert sich an:')[0] ?? '').matchAll(/<li>(.*?)<\/li>/g)].map(([, name]) => name),
  );
  // All of it; the newsletter, whose analysis goes with it; analysis alone.
  expect(ends.map((names) => names.length)).toEqual([2, 2, 1]);
  expect(ends[2]?.[0]).toContain('Auswertung');
  const [first, ...others] = mail.headers['list-unsubscribe']?.split(', ') ?? [];
  expect(first).toBe(`<${person.link(mail, 'unsubscribe')}>`);
  expect(others).toEqual([expect.stringMatching(/^<mailto:u-[a-z2-7]{61}@inbox\.example\?subject=unsubscribe>$/)]);
  expect((await person.oneClick(person.link(mail, 'unsubscribe'))).status).toBe(200);
  expect(await person.allowed()).toMatchObject({ newsletter: false, analysis: false });
});

describe('W4: whoever writes that they want no more mail gets none', () => {
  /** What a mail program sends. */
  async function write(person: Person, to: string, text: string): Promise<void> {
    const date = (await system.visitor.now()).toUTCString();
    const head = [`From: ${person.email}`, `To: ${to}`, 'Subject: Newsletter', `Date: ${date}`];
    const body = [...head, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n');
    expect((await system.visitor.get('/_local/mail', { method: 'POST', body })).status).toBe(200);
  }

  async function isAcknowledged(person: Person, newsletter: string): Promise<void> {
    expect((await person.allowed())[newsletter]).toBe(false);
    expect((await person.mail(3)).subject).toContain('Abmeldung');
  }

  test.each(SITES)('%s, by an answer to one of our mails', async (site) => {
    const { person, newsletter } = await subscriber(site);
    const to = (await person.mail(2)).headers['reply-to'] ?? '';
    await write(person, to, 'Guten Tag,\nbitte melden Sie mich vom Newsletter ab.\n\n> Hier können Sie sich abmelden');
    await isAcknowledged(person, newsletter);
  });

  test.each(SITES)('%s, by a mail to the address that the privacy notice names', async (site) => {
    const { person, newsletter } = await subscriber(site);
    const address = { 'notice-003': 'privacy' }[site] ?? 'datenschutz';
    await write(person, `${address}@${site}.example`, 'Ich widerrufe meine Einwilligung.');
    await isAcknowledged(person, newsletter);
  });

  test.each(SITES)('%s, by the button of a mail program that writes mails', async (site) => {
    const { person, newsletter } = await subscriber(site);
    const header = (await person.mail(2)).headers['list-unsubscribe'] ?? '';
    await write(person, /<mailto:([^?>]+)/.exec(header)?.[1] ?? '', '');
    await isAcknowledged(person, newsletter);
  });

  test.each(SITES)('%s: what is not certain is read by somebody', async (site) => {
    const { person, newsletter } = await subscriber(site);
    await write(person, `${site}@inbox.example`, 'Wie kann ich mich abmelden?');
    expect((await person.allowed())[newsletter]).toBe(true);
    const at = `/v1/sites/${site}/cases`;
    const { cases } = await system.visitor.ask<{ cases: { case: string }[] }>('compliance', at);
    const found = `${at}/${cases.at(-1)?.case}`;
    const shown = await system.visitor.ask<{ mail: { from: string; text: string } }>('compliance', found, REASON);
    expect(shown.mail).toMatchObject({ from: person.email, text: 'Wie kann ich mich abmelden?\n' });
    await system.visitor.ask('compliance', `${found}/close`, { ...REASON, outcome: 'withdrawal' });
    expect((await person.allowed())[newsletter]).toBe(false);
  });

  const REASON = { reason: 'Somebody has to read it' };
});

describe('W3: the link leads to a preference centre (notice-004)', () => {
  const TOPICS = ['newsletter-working-time', 'newsletter-events', 'product-updates'] as const;
  const [WORK, EVENTS, NEWS] = TOPICS;

  async function atPreferences(): Promise<{ person: Person; link: string }> {
    const person = new Person(system, 'notice-004');
    await person.signUp({ purposes: [WORK, EVENTS] });
    await person.confirm(1);
    const link = person.link(await person.mail(2), 'preferences');
    const page = await (await system.visitor.get(link)).text();
    for (const topic of TOPICS) expect(page).toContain(`value="${topic}"`);
    return { person, link };
  }

  test('to pick topics: one ends at once, another is confirmed by e-mail', async () => {
    const { person, link } = await atPreferences();
    const shown = [WORK, EVENTS].map((id) => ['before', id] as const);
    const page = await person.submit(link, ...shown, ['purpose', WORK], ['purpose', NEWS], ['do', 'save']);
    expect(page).toMatch(/Beendet ist ab sofort:.*„Veranstaltungen“/s);
    expect(await person.allowed()).toMatchObject({ [WORK]: true, [EVENTS]: false, [NEWS]: false });
    await person.confirm(3);
    expect(await person.allowed()).toMatchObject({ [WORK]: true, [EVENTS]: false, [NEWS]: true });
  });

  test('to have no more e-mails: everything is withdrawn, also what rests on legitimate interest', async () => {
    const { person, link } = await atPreferences();
    const customer = { purposes: ['similar-offers'], version: '1', language: 'de', source: 'account' };
    expect(await person.report('consents', customer)).toBe(201);
    expect(await person.allowed()).toMatchObject({ 'similar-offers': true });
    expect(await person.submit(link, ['do', 'end'])).toContain('Sie bekommen keine E-Mails mehr');
    const allowed = await person.allowed();
    expect([...TOPICS, 'similar-offers'].map((id) => allowed[id])).toEqual([false, false, false, false]);
    const { records } = await person.evidence();
    const statuses = records.flatMap(({ purposes }) => purposes.map(({ status }) => status));
    expect(statuses).toEqual(['ConsentWithdrawn', 'ConsentWithdrawn', 'ObjectionRecorded']);
  });
});

test('S6: analysis is switched off, and on again, in the preference centre (notice-001)', async () => {
  const { person } = await subscriber('notice-001', ['analysis']);
  const link = person.link(await person.mail(2), 'preferences');
  const before = ['newsletter', 'analysis'].map((id) => ['before', id] as const);
  await person.submit(link, ...before, ['purpose', 'newsletter'], ['do', 'save']);
  expect(await person.allowed()).toMatchObject({ newsletter: true, analysis: false });
  await person.submit(
    link,
    ['before', 'newsletter'],
    ['purpose', 'newsletter'],
    ['purpose', 'analysis'],
    ['do', 'save'],
  );
  expect(await person.allowed()).toMatchObject({ newsletter: true, analysis: false });
  await person.confirm(3);
  expect(await person.allowed()).toMatchObject({ newsletter: true, analysis: true });
});

test('W6: unsubscribing does not touch mail that a contract needs (notice-004)', async () => {
  const { person, newsletter } = await subscriber('notice-004');
  expect(await person.allowed()).toMatchObject({ [newsletter]: true, 'service-mail': true });
  const page = await person.press(person.link(await person.mail(2), 'unsubscribe'));
  expect(page).toContain('Vertrag');
  expect(await person.allowed()).toMatchObject({ [newsletter]: false, 'service-mail': true });
});

test('W6: nor does an objection end a contract that was reported (notice-004)', async () => {
  const { person } = await subscriber('notice-004');
  const contract = { purposes: ['service-mail'], version: '1', language: 'de', source: 'account' };
  expect(await person.report('consents', contract)).toBe(201);
  await person.press(person.link(await person.mail(2), 'unsubscribe'));
  await person.order('objections', { via: 'phone', receivedOn: '2025-11-03' });
  const statuses = (await person.evidence()).records.flatMap(({ purposes }) => purposes);
  expect(statuses.find(({ id }) => id === 'service-mail')).toMatchObject({ status: 'ContractRecorded' });
  expect(await person.allowed()).toMatchObject({ 'service-mail': true });
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
