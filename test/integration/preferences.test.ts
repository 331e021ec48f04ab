import { pagesIn } from '../../shared/words/pages';
import { preferencesPageIn } from '../../shared/words/preferences-page';
import { audit } from './audit';
import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { everything } from './observe';
import { hidden, preferenceCentre, type PreferenceCentre } from './preference-centre';
import { startWorld, type World } from './world';

const TEXTS = preferencesPageIn('de');
const [PRODUCT, EVENTS, ANALYSIS] = ['newsletter-product', 'newsletter-events', 'analysis'] as const;
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterEach(() => audit(world));
afterAll(() => world.stop());

let people = 0;

/** Somebody who subscribed, and their way to the preference centre. */
async function subscriber(wishes: object = {}): Promise<{ person: Journey; centre: PreferenceCentre }> {
  const person = journey(world, consume, `preferences-${(people += 1)}@example.com`);
  await person.signUp(wishes);
  await person.press(await person.token('confirm'));
  return { person, centre: preferenceCentre(world, await person.token('preferences')) };
}

async function allowed({ email }: Journey): Promise<string[]> {
  const { purposes } = JSON.parse((await world.call('permissions', 'permissions', { body: { email } })).body) as {
    purposes: { id: string; allowed: boolean; legalBasis: string }[];
  };
  return purposes.filter((purpose) => purpose.allowed && purpose.legalBasis !== 'contract').map(({ id }) => id);
}

const entriesOf = async (person: Journey, type: string) =>
  (await world.evidence(person.email)).records.flatMap(({ entries }) => entries).filter((entry) => entry.type === type);

test('the page says what is in force, shows the wording of what is not, and changes nothing', async () => {
  const { person, centre } = await subscriber();
  const before = await everything(world);
  const seen = await centre.open();
  expect([seen.status, seen.title, seen.language]).toEqual([200, TEXTS.title, 'de']);
  expect(seen.ticked).toEqual([PRODUCT, ANALYSIS]);
  expect(seen.boxes).toEqual([PRODUCT, EVENTS, ANALYSIS, 'product-info']);
  expect(seen.text).toContain('höchstens zweimal im Monat per E-Mail ihren Newsletter „Veranstaltungen“');
  expect(seen.text).toContain('22. November 2026');
  expect(seen.text).toContain('ein Vertrag mit uns nötig macht');
  expect(seen.body).toContain('href="https://www.demo.example/datenschutz"');
  expect(seen.body).not.toContain(person.email);
  expect(Buffer.byteLength(seen.body)).toBeLessThan(10 * 1024);
  await centre.open('HEAD');
  expect(await everything(world)).toEqual(before);
});

test('the receipts are those of what was given', async () => {
  const { centre } = await subscriber();
  const [, token = ''] = /\/receipts\/([\w-]+)"/.exec((await centre.open()).body) ?? [];
  const receipt = await world.call('receipts', 'receipt', { params: { token } });
  expect([receipt.statusCode, receipt.body]).toEqual([200, expect.stringContaining('Newsletter „Produkt“')]);
});

test('what is unticked ends at once, and what cannot stand without it; the rest stays', async () => {
  const { person, centre } = await subscriber({ purposes: [PRODUCT, EVENTS, ANALYSIS] });
  const one = await centre.save(EVENTS, ANALYSIS);
  expect([one.title, one.ticked]).toEqual([TEXTS.savedTitle, [EVENTS, ANALYSIS]]);
  expect(await allowed(person)).toEqual([EVENTS, ANALYSIS]);
  const two = await centre.save();
  expect([two.title, two.ticked]).toEqual([TEXTS.endedAllTitle, []]);
  expect(two.text).toMatch(/Beendet ist ab sofort:\s+Newsletter „Veranstaltungen“\s+Auswertung der Newsletter/);
  expect(await allowed(person)).toEqual([]);
  const facts = (await entriesOf(person, 'ConsentWithdrawn')).map((entry) => entry.facts);
  expect(facts).toMatchObject([
    { via: 'page', fetchedBy: 'same' },
    { via: 'page', fetchedBy: 'same' },
  ]);
});

test('what is ticked anew is asked for by e-mail, by the wording beside the box, and counts once confirmed', async () => {
  const { person, centre } = await subscriber({ fields: { firstName: 'Erika' } });
  world.advance('PT1H');
  await centre.open();
  const asked = await centre.save(PRODUCT, ANALYSIS, EVENTS);
  expect([asked.title, asked.ticked]).toEqual([TEXTS.askedTitles.asked, [PRODUCT, ANALYSIS]]);
  expect(asked.text).toContain(TEXTS.waiting);
  expect(await allowed(person)).toEqual([PRODUCT, ANALYSIS]);
  const mailed = await person.token('confirm');
  expect((await centre.open()).ticked).toEqual([PRODUCT, ANALYSIS]);
  expect((await person.press(mailed)).body).toContain(pagesIn('de').confirmedTitle);
  expect((await centre.open()).ticked).toEqual([PRODUCT, EVENTS, ANALYSIS]);
  expect(await allowed(person)).toEqual([PRODUCT, EVENTS, ANALYSIS]);

  const { records, bundle } = await world.evidence(person.email);
  const request = records.flatMap(({ entries }) => entries).findLast((entry) => entry.type === 'ConsentRequested');
  expect(request).toMatchObject({ actor: { kind: 'subject' }, language: 'de', purposes: [{ id: EVENTS }] });
  const copied = bundle.entries.find(({ entry }) => entry.hash === request?.hash)?.parts;
  const page = { url: 'https://consent.example.com/preferences', knownBy: 'form' };
  expect(copied).toMatchObject({
    address: { data: { email: person.email, page } },
    details: { data: { fields: { firstName: 'Erika' } } },
  });
});

test('asking again is harmless: no second mail at once, no more than a sign-up form could send in a day', async () => {
  const { person, centre } = await subscriber();
  const titles = [];
  for (const pause of ['PT0S', 'PT0S', 'PT11M', 'PT11M', 'PT11M']) {
    world.advance(pause);
    titles.push((await centre.ask(EVENTS)).title);
    await consume();
  }
  const { asked, lately } = TEXTS.askedTitles;
  expect(titles).toEqual([asked, lately, asked, lately, lately]);
  expect((await centre.ask('product-info')).title).toBe(TEXTS.askedTitles.enough);
  await consume();
  const confirmations = (await world.mails(person.email)).filter(({ links }) => links.join().includes('/confirm/'));
  expect(confirmations).toHaveLength(3);
  world.advance('P1DT1H');
  expect((await centre.ask('product-info')).title).toBe(asked);
});

test('"no more e-mails" ends everything that can end, also what waits, and can be repeated', async () => {
  const { person, centre } = await subscriber();
  await centre.ask(EVENTS);
  const waiting = await person.token('confirm');
  const ended = await centre.end();
  expect([ended.title, ended.ticked]).toEqual([TEXTS.endedAllTitle, []]);
  expect(await allowed(person)).toEqual([]);
  expect((await person.press(waiting)).statusCode).toBe(410);
  const after = await everything(world);
  expect((await centre.end()).title).toBe(TEXTS.unchangedTitle);
  expect((await centre.save()).title).toBe(TEXTS.unchangedTitle);
  expect(await everything(world)).toEqual(after);
});

test('a page that was open for long changes what its reader changed, and nothing else', async () => {
  const { person, centre } = await subscriber();
  await centre.open();
  const other = preferenceCentre(world, await person.token('preferences'));
  await other.open();
  await other.save(PRODUCT);
  world.advance('PT1H');
  await other.ask(EVENTS);
  await person.press(await person.token('confirm'));
  // Analysis was ticked and stays ended; events was not there yet and stays in force.
  expect((await centre.save(PRODUCT, ANALYSIS)).title).toBe(TEXTS.unchangedTitle);
  expect(await allowed(person)).toEqual([PRODUCT, EVENTS]);
});

test('analysis alone is not asked for, and goes along with the newsletter that takes the place of another', async () => {
  const { person, centre } = await subscriber();
  const changed = await centre.save(EVENTS, ANALYSIS);
  expect(changed.title).toBe(TEXTS.askedTitles.asked);
  expect(await allowed(person)).toEqual([]);
  const [request] = (await entriesOf(person, 'ConsentRequested')).slice(-1);
  expect(request?.purposes.map(({ id }) => id)).toEqual([EVENTS, ANALYSIS]);
  await centre.end();
  const alone = await centre.save(ANALYSIS);
  expect([alone.title, alone.text]).toEqual([TEXTS.lackingTitle, expect.stringContaining('nur zusammen mit')]);
});

test('undo, on the page that says what ended, asks for exactly that', async () => {
  const { person } = await subscriber();
  const page = await world.call('unsubscribe', 'unsubscribe-button', {
    params: { token: await person.token('unsubscribe') },
  });
  const [, token = ''] = /action="https:\/\/consent\.example\.com\/preferences\/([\w-]+)"/.exec(page.body) ?? [];
  const body = new URLSearchParams([...hidden(page.body), ['do', 'ask']].map(([a = '', b = '']) => [a, b])).toString();
  world.advance('PT1H');
  const answer = await world.call('preferences', 'preferences-undo', { params: { token }, body });
  expect(answer.body).toContain(TEXTS.askedTitles.asked);
  expect(await allowed(person)).toEqual([]);
  await person.press(await person.token('confirm'));
  expect(await allowed(person)).toEqual([PRODUCT, ANALYSIS]);
  const { records } = await world.evidence(person.email);
  expect(records.map(({ purposes }) => purposes.map(({ status }) => status))).toEqual([
    ['ConsentWithdrawn', 'ConsentWithdrawn'],
    ['ConsentGiven', 'ConsentGiven'],
  ]);
});

test('the language holds for pages and mails from then on, and the wording stays in the one that it was in', async () => {
  const { person, centre } = await subscriber();
  const switched = await centre.speak('en');
  expect([switched.language, switched.title]).toEqual(['en', preferencesPageIn('en').languageTitle]);
  expect((await centre.speak('en')).title).toBe(preferencesPageIn('en').unchangedTitle);
  expect((await centre.speak('fr')).title).toBe(preferencesPageIn('en').unchangedTitle);
  const page = await world.call('unsubscribe', 'unsubscribe-page', {
    params: { token: await person.token('unsubscribe') },
  });
  expect(page.body).toContain('<html lang="en">');
  world.advance('PT1H');
  await centre.ask(EVENTS);
  await consume();
  expect((await world.mails(person.email))[0]?.subject).toBe('Please confirm your sign-up');
  const { records } = await world.evidence(person.email);
  expect(records.map(({ language }) => language)).toEqual(['de', 'en']);
});
