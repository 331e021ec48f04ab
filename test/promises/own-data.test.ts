import { Person, startSystem, type System } from './person';
import { keptIn } from './kept';
import { quiet } from './quiet';

/* P8: people delete or correct their registration themselves. Everything is over HTTP, and by mails. */

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const SITES = ['notice-001', 'notice-002'] as const;
const NAMES = { firstName: 'Kasimira', lastName: 'Wolkenstein' };

async function subscriber(site: string, fields: object = NAMES): Promise<{ person: Person; centre: string }> {
  const person = new Person(system, site);
  await person.signUp({ purposes: ['newsletter'], fields });
  await person.confirm(1);
  return { person, centre: person.link(await person.mail(2), 'preferences') };
}

const ask = (person: Person, centre: string, what: string, ...more: readonly (readonly [string, string])[]) =>
  person.submit(centre, ['do', what], ...more);

/** The link of the nth mail, and what the page says that it leads to; fetching it changes nothing. */
async function asked(person: Person, nth: number): Promise<{ link: string; page: string; text: string }> {
  const mail = await person.mail(nth);
  const link = person.link(mail, 'preferences');
  const page = await (await system.visitor.get(link)).text();
  return { link, page, text: mail.text };
}

const typesOf = async (person: Person): Promise<string[]> =>
  (await person.evidence()).bundle.entries.map(({ entry }) => entry.type);

const becomesDeleted = (person: Person, subject: string): Promise<unknown> =>
  system.visitor.eventually(
    () => keptIn('Vault', subject, system),
    (parts) => !parts.some(({ sk }) => /#(address|details)#/.test(sk)),
    `${person.email} is still kept`,
  );

/** What a page says, without the tags that keep a line from ending. */
const read = (page: string): string => page.replaceAll(/<[^>]+>/g, '');

describe('P8: people delete their registration themselves', () => {
  test.each(SITES)('%s: a mail asks, fetching its link changes nothing, and its one button deletes', async (site) => {
    const { person, centre } = await subscriber(site);
    const { subject } = await person.evidence();
    const page = await ask(person, centre, 'erasure');
    expect(page).not.toContain(person.email);
    const found = await asked(person, 3);
    expect((await person.allowed())['newsletter']).toBe(true);
    expect(found.page.match(/<button/g)).toHaveLength(1);
    // What has to stay is named with its reason and its day: in the mail, on the page, and afterwards.
    const stays = /Art\. 17 Abs\. 3 DSGVO/;
    for (const text of [found.text, read(found.page)]) expect(stays.test(text)).toBe(site === 'notice-002');
    const done = await person.press(found.link);
    expect(stays.test(read(done))).toBe(site === 'notice-002');
    expect((await person.allowed())['newsletter']).toBe(false);
    if (site === 'notice-001') await becomesDeleted(person, subject);
    else expect(done).toMatch(/\d{1,2}\. \S+ 20\d\d/);
    // The steps say that it was the person, and by which mail.
    const { bundle } = await person.evidence();
    const steps = bundle.entries.map(
      ({ entry }) => entry as { type: string; actor: object; facts: { request?: string } },
    );
    const end = steps.find(({ type }) => type === (site === 'notice-001' ? 'DataErased' : 'ProcessingRestricted'));
    expect(end?.actor).toEqual({ kind: 'subject' });
    const mail = steps.find(({ type, facts }) => type === 'MailSent' && facts.request !== undefined);
    if (site === 'notice-002') expect(end?.facts.request).toBe(mail?.facts.request);
    expect(end?.facts.request).toMatch(/^[\w-]{22}$/);
    expect(await (await system.visitor.get(found.link)).text()).not.toContain('<button');
  });

  test('whoever got a forwarded newsletter can ask, a few times a day, and nothing happens without the mailbox', async () => {
    const { person, centre } = await subscriber('notice-002');
    const pages = [];
    for (const what of ['erasure', 'erasure', 'rectification', 'erasure', 'rectification']) {
      pages.push(await ask(person, centre, what));
    }
    for (let n = 0; n < 5; n++) pages.push(await ask(person, centre, 'move', ['email', `thief-${n}@example.org`]));
    // Whether a mail went out nobody can tell by the answer, nor anything that the person told.
    const said = pages.map((page) => page.replaceAll(/value="[^"]*"/g, ''));
    expect(new Set(said).size).toBe(1);
    expect(said.join()).not.toMatch(new RegExp(`${person.email}|Kasimira|Wolkenstein`));
    await quiet(system.visitor);
    expect((await person.mails()).length).toBe(2 + 3);
    for (let n = 0; n < 5; n++) expect(await system.visitor.mailsTo(`thief-${n}@example.org`)).toEqual([]);
    expect((await person.allowed())['newsletter']).toBe(true);
    expect(new Set(await typesOf(person))).not.toContain('DataErased');
  });

  test('a link is good for a day, and for what its mail says', async () => {
    const { person, centre } = await subscriber('notice-002');
    await ask(person, centre, 'erasure');
    const { link } = await asked(person, 3);
    await system.visitor.advance('P1DT1M');
    const late = await system.visitor.get(link, { method: 'POST', body: new URLSearchParams() });
    expect(late.status).toBe(410);
    expect((await person.allowed())['newsletter']).toBe(true);
    // The link of the centre itself deletes nothing, whatever is posted to it.
    await person.submit(centre, ['request', 'x'], ['right', 'erasure']);
    expect((await person.allowed())['newsletter']).toBe(true);
  });

  test('what a dispute, a contract or a restriction holds is named, and stays (notice-001)', async () => {
    const { person, centre } = await subscriber('notice-001');
    await person.order('holds', { label: '12 O 345/26', reviewBy: '2099-12-31' });
    await person.report('consents', { purposes: ['account'], version: '2026-02', source: 'account', reference: 'a' });
    await person.order('restrictions');
    await ask(person, centre, 'erasure');
    const { link, page, text } = await asked(person, 3);
    for (const said of [text, page, await person.press(link)]) {
      expect(said).toMatch(/Rechtsstreit.*31\. Dezember 2099/s);
      expect(said).toContain('Vertrag');
      expect(said).not.toContain('12 O 345/26');
    }
    expect(await person.allowed()).toMatchObject({ newsletter: false, account: true });
  });

  test('what rests on legitimate interest ends, too (notice-002)', async () => {
    const { person, centre } = await subscriber('notice-002');
    await person.report('consents', {
      purposes: ['similar-offers'],
      version: '2026-02',
      source: 'account',
      reference: 'a',
    });
    await ask(person, centre, 'erasure');
    await person.press((await asked(person, 3)).link);
    expect(await person.allowed()).toMatchObject({ newsletter: false, 'similar-offers': false });
  });
});

describe('P8: people correct their registration themselves', () => {
  test.each(SITES)('%s: on the page behind the mail, and nowhere else', async (site) => {
    const { person, centre } = await subscriber(site);
    expect(await (await system.visitor.get(centre)).text()).not.toContain('Wolkenstein');
    await ask(person, centre, 'rectification');
    const { link, page } = await asked(person, 3);
    expect(page).toContain('value="Wolkenstein"');
    expect(page.match(/<button/g)).toHaveLength(1);
    await person.submit(link, ['field-firstName', 'Kasimira'], ['field-lastName', 'Nebel']);
    await system.visitor.eventually(
      () => person.audience('newsletter'),
      (all) => all.some(({ email, fields }) => email === person.email && fields['lastName'] === 'Nebel'),
      'the name is the old one',
    );
    const { bundle } = await person.evidence();
    const step = bundle.entries.find(({ entry }) => entry.type === 'IdentityRectified')?.entry as { actor?: object };
    expect(step.actor).toEqual({ kind: 'subject' });
    // It works once.
    await person.submit(link, ['field-lastName', 'Regen']);
    expect((await person.audience('newsletter')).find(({ email }) => email === person.email)?.fields).toMatchObject({
      lastName: 'Nebel',
    });
  });
});

describe('P8: people move to another address themselves', () => {
  test.each(SITES)('%s: both mailboxes say yes, first the one that is known', async (site) => {
    const { person, centre } = await subscriber(site);
    const next = new Person(system, site);
    expect(await ask(person, centre, 'move', ['email', 'nobody@'])).toContain('name@example.com');
    await ask(person, centre, 'move', ['email', next.email]);
    const { link, page, text } = await asked(person, 3);
    for (const said of [text, page]) expect(said).toContain(next.email);
    expect(await next.mails()).toEqual([]);
    await person.press(link);
    await next.confirm(1);
    expect((await next.allowed())['newsletter']).toBe(true);
    await system.visitor.eventually(
      () => person.allowed(),
      (allowed) => !allowed['newsletter'],
      'the old address is still mailed',
    );
  });
});
