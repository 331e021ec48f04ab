import type { Notice } from '../../shared/policy/notices';
import { Person, startSystem, type Recipient, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

interface NoticesAnswer {
  readonly purposes: readonly { id: string; version: string; hash: string; text: string }[];
  readonly fields: readonly { id: string }[];
}

async function notices(site: string, language?: string): Promise<NoticesAnswer> {
  const answer = await system.visitor.get(`/v1/sites/${site}/notices${language ? `?language=${language}` : ''}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as NoticesAnswer;
}

async function newsletterOf(site: string): Promise<string> {
  const id = (await notices(site)).purposes.find((purpose) => purpose.id.startsWith('newsletter'))?.id;
  if (!id) throw new Error(`${site} has no newsletter.`);
  return id;
}

describe('S1: a newsletter order needs only an e-mail address, and may say more', () => {
  test.each(['notice-001', 'notice-002', 'notice-004'])('%s', async (site) => {
    const purposes = [await newsletterOf(site)];
    const [brief, talkative] = [new Person(system, site), new Person(system, site)];
    await brief.signUp({ purposes });
    const { fields } = await notices(site);
    expect(fields.length).toBeGreaterThan(0);
    const said = Object.fromEntries(fields.map(({ id }) => [id, `Größe ${id}`]));
    await talkative.signUp({ purposes, fields: said });
    expect((await talkative.evidence()).records[0]?.entries[0]?.parts['details']).toEqual({ fields: said });
    const { address, details } = (await brief.evidence()).records[0]?.entries[0]?.parts ?? {};
    expect([address, details]).toEqual([{ email: brief.email }, undefined]);
  });
});

describe('S2: after the order a mail asks for confirmation; nothing else is sent before its link was used', () => {
  test.each(['notice-001', 'notice-002', 'notice-004'])('%s', async (site) => {
    const person = new Person(system, site);
    const newsletter = await newsletterOf(site);
    await person.signUp({ purposes: [newsletter] });
    const link = person.link(await person.mail(1), 'confirm');
    for (const method of ['HEAD', 'GET', 'GET']) await system.visitor.get(link, { method });
    await system.visitor.advance('PT1H');
    expect(await person.mails()).toHaveLength(1);
    expect((await person.allowed())[newsletter]).toBe(false);

    await person.press(link);
    expect((await person.allowed())[newsletter]).toBe(true);
    expect((await person.mail(2)).links.some((address) => address.includes('/unsubscribe/'))).toBe(true);
  });
});

describe('S3: time of sign-up and of confirmation, IP, e-mail and name are kept as proof', () => {
  test.each(['notice-002', 'notice-004'])('%s', async (site) => {
    const person = new Person(system, site);
    const fields = { firstName: 'Jürgen', lastName: 'Groß' };
    const before = await system.visitor.now();
    await person.signUp({ purposes: [await newsletterOf(site)], fields });
    await person.mail(1);
    await system.visitor.advance('PT2H');
    await person.confirm(1);

    const entries = (await person.evidence()).records[0]?.entries ?? [];
    const requested = entries.find(({ type }) => type === 'ConsentRequested');
    const given = entries.find(({ type }) => type === 'ConsentGiven');
    expect(requested?.parts).toMatchObject({
      address: { email: person.email },
      details: { fields },
      network: { ip: '127.0.0.1' },
    });
    expect(given?.parts).toMatchObject({ network: { ip: '127.0.0.1', ipSource: 'connection' } });
    const [first, second] = [requested?.at, given?.at].map((at) => Date.parse(at ?? ''));
    expect(first).toBeGreaterThanOrEqual(before.getTime());
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(2 * 60 * 60 * 1000);
  });
});

test('S4: a whitepaper is released only after the same double opt-in (notice-001)', async () => {
  const person = new Person(system, 'notice-001');
  await person.signUp({ asset: 'whitepaper-consent' });
  const confirmation = await person.mail(1);
  expect(confirmation.links.filter((link) => link.includes('/assets/'))).toEqual([]);
  // The link of the whitepaper has the same ids; what it would be worth before the confirmation: nothing.
  const forged = person.link(confirmation, 'confirm').replace('/confirm/', '/assets/');
  expect((await system.visitor.get(forged)).status).toBe(404);

  await person.confirm(1);
  const file = await system.visitor.get(person.link(await person.mail(2), 'assets'));
  expect({ status: file.status, type: file.headers.get('content-type') }).toEqual({
    status: 200,
    type: 'application/pdf',
  });
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('S5: information on products takes its own consent beside the whitepaper (notice-001)', async () => {
  const [without, along] = [new Person(system, 'notice-001'), new Person(system, 'notice-001')];
  await without.signUp({ asset: 'whitepaper-consent' });
  await along.signUp({ asset: 'whitepaper-consent', purposes: ['product-info'] });
  await Promise.all([without.confirm(1), along.confirm(1)]);
  expect((await without.allowed())['product-info']).toBe(false);
  expect((await along.allowed())['product-info']).toBe(true);

  const mail = await along.mail(2);
  await along.press(along.link(mail, 'unsubscribe'));
  expect((await along.allowed())['product-info']).toBe(false);
  expect((await system.visitor.get(along.link(mail, 'assets'))).status).toBe(200);
});

describe('S6: newsletter and analysis are separate consents, each given and withdrawn alone (notice-001)', () => {
  test('the newsletter without analysis', async () => {
    const person = new Person(system, 'notice-001');
    await person.signUp({ purposes: ['newsletter'] });
    await person.confirm(1);
    expect(await person.allowed()).toMatchObject({ newsletter: true, analysis: false });
  });

  test('both, and then without analysis', async () => {
    const person = new Person(system, 'notice-001');
    await person.signUp({ purposes: ['newsletter', 'analysis'] });
    await person.confirm(1);
    expect(await person.allowed()).toMatchObject({ newsletter: true, analysis: true });
    const page = await switchOff(person, 'analysis');
    expect(page).toContain('Auswertung');
    expect(await person.allowed()).toMatchObject({ newsletter: true, analysis: false });
  });

  test('each recipient says whether opens and clicks may be measured, with the link that switches it off', async () => {
    const [plain, measured] = [new Person(system, 'notice-001'), new Person(system, 'notice-001')];
    await plain.signUp({ purposes: ['newsletter'] });
    await measured.signUp({ purposes: ['newsletter', 'analysis'] });
    await Promise.all([plain.confirm(1), measured.confirm(1)]);
    expect(await recipient(plain, (seen) => seen !== undefined)).toMatchObject({ mayMeasure: false });
    const before = await recipient(measured, (seen) => seen?.mayMeasure === true);

    await measured.press(before?.analysisUrl ?? 'none');
    const after = await recipient(measured, (seen) => seen?.mayMeasure === false);
    expect(after).toMatchObject({ email: measured.email, unsubscribeUrl: expect.any(String) as string });
    expect(after).not.toHaveProperty('analysisUrl');
    expect(await measured.allowed()).toMatchObject({ newsletter: true, analysis: false });
  });

  /** How somebody is in the audience, once it is so. */
  async function recipient(
    person: Person,
    isSo: (seen: Recipient | undefined) => boolean,
  ): Promise<Recipient | undefined> {
    const look = async () => (await person.audience('newsletter')).find(({ email }) => email === person.email);
    return system.visitor.eventually(look, isSo, `${person.email} is not so in the audience`);
  }

  /** Presses the button of the link that is for that purpose alone. */
  async function switchOff(person: Person, purpose: string): Promise<string> {
    const { links } = await person.mail(2);
    const isFor = (link: string): boolean => {
      const token = Buffer.from(link.split('/').at(-1) ?? '', 'base64url');
      return token.subarray(34, -16).toString() === purpose;
    };
    return person.press(links.find(isFor) ?? 'none');
  }
});

test('S7: newsletters are by topic, and exactly the wording in the form is evidence (notice-004)', async () => {
  const topics = (await notices('notice-004', 'de')).purposes.filter(({ id }) => id.startsWith('newsletter-'));
  expect(topics.length).toBeGreaterThanOrEqual(2);
  const [chosen] = topics;
  const person = new Person(system, 'notice-004');
  await person.signUp({ purposes: [chosen?.id], notices: [chosen?.hash], language: 'de' });
  await person.confirm(1);

  const { records, notices: kept } = await person.evidence();
  for (const type of ['ConsentRequested', 'ConsentGiven']) {
    const entry = records[0]?.entries.find((candidate) => candidate.type === type);
    const shown: Notice | undefined = kept[entry?.purposes[0]?.noticeHash ?? ''];
    expect(shown).toMatchObject({ purpose: chosen?.id, version: chosen?.version, language: 'de', text: chosen?.text });
  }
  const others = topics.slice(1).map(({ id }) => id);
  const allowed = await person.allowed();
  expect(others.map((id) => allowed[id])).toEqual(others.map(() => false));
  await new Person(system, 'notice-004').signUp({ purposes: [chosen?.id], notices: ['an older wording'] }, 422);
});

describe('S10: pages and mails in German and English (notice-003)', () => {
  const WORDS = {
    de: { subject: 'Bitte bestätigen', title: '<html lang="de">', button: 'bestätigen', end: 'Jetzt abmelden' },
    en: { subject: 'Please confirm', title: '<html lang="en">', button: 'confirm', end: 'Unsubscribe now' },
  };
  test.each(['de', 'en'] as const)('%s', async (language) => {
    const person = new Person(system, 'notice-003');
    await person.signUp({ purposes: [await newsletterOf('notice-003')], language });
    const mail = await person.mail(1);
    expect(mail.subject).toContain(WORDS[language].subject);
    const page = await (await system.visitor.get(person.link(mail, 'confirm'))).text();
    expect(page).toContain(WORDS[language].title);
    expect(page).toContain(WORDS[language].button);
    await person.confirm(1);
    const farewell = await (await system.visitor.get(person.link(await person.mail(2), 'unsubscribe'))).text();
    expect(farewell).toContain(WORDS[language].end);
  });
});
