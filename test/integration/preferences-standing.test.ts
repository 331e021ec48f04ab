import { asSubject } from '../ids';
import type { Mail } from '../../local/ses/mail';
import { preferencesPageIn } from '../../shared/words/preferences-page';
import { audit } from './audit';
import { Elsewhere, interest, SITE } from './elsewhere';
import { call, newsOf as newsAbout } from './feedback-news';
import { journey, type Journey } from './journey';
import { moversIn, type Movers } from './movers';
import { newsOf } from './news';
import { everything } from './observe';
import { preferenceCentre, type PreferenceCentre } from './preference-centre';
import { operatorIn, TOLD, type Operator } from './subject-orders';
import { startWorld, tokenOf, type LinkPage, type World } from './world';
import { linkUrl } from '../../shared/links/link';

const TEXTS = preferencesPageIn('de');
const [PRODUCT, EVENTS, ANALYSIS] = ['newsletter-product', 'newsletter-events', 'analysis'] as const;
let world: World;
let consume: () => Promise<void>;
let ordered: Operator['ordered'];
let movers: Movers;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  ({ ordered } = operatorIn(world));
  movers = moversIn(world, consume);
});
afterEach(() => audit(world));
afterAll(() => world.stop());

let people = 0;

async function subscriber(): Promise<{ person: Journey; centre: PreferenceCentre }> {
  const person = journey(world, consume, `standing-${(people += 1)}@example.com`);
  await person.signUp();
  await person.press(await person.token('confirm'));
  return { person, centre: preferenceCentre(world, await person.token('preferences')) };
}

test('the link in an old mail shows and changes what holds at the new address, and asks there', async () => {
  const { old, tokens, next } = await movers.moved();
  const centre = preferenceCentre(world, tokens.preferences);
  const seen = await centre.open();
  expect(seen.ticked).toEqual([PRODUCT, ANALYSIS]);
  expect(seen.body).not.toMatch(/@example\.com/);
  world.advance('PT1H');
  const mailsBefore = (await world.mails(old.email)).length;
  await centre.save(PRODUCT, EVENTS);
  await movers.confirmAt(next);
  expect((await centre.open()).ticked).toEqual([PRODUCT, EVENTS]);
  expect(await movers.mayWriteTo(next)).toEqual([PRODUCT, EVENTS]);
  expect(await world.mails(old.email)).toHaveLength(mailsBefore);
  expect((await centre.end()).title).toBe(TEXTS.endedAllTitle);
  expect(await movers.mayWriteTo(next)).toEqual([]);
});

test('whose data is restricted sees that nothing is sent, and can agree to it anew', async () => {
  const { person, centre } = await subscriber();
  await ordered('restrictions', person.email, TOLD);
  const seen = await centre.open();
  expect(seen.ticked).toEqual([]);
  expect(seen.text).toContain('ist die Verarbeitung Ihrer Daten eingeschränkt');
  world.advance('PT1H');
  await centre.save(PRODUCT);
  await person.press(await person.token('confirm'));
  expect(await movers.mayWriteTo(person)).toEqual([PRODUCT]);
  expect((await centre.open()).ticked).toEqual([PRODUCT]);
});

test('whose mailbox is gone sees that nothing is sent, and brings it back by confirming anew', async () => {
  const { person, centre } = await subscriber();
  const [mail] = await world.mails(person.email);
  await call(world, newsAbout(world, mail as Mail, 'bounce'));
  const seen = await centre.open();
  expect(seen.ticked).toEqual([]);
  expect(seen.text).toContain('kommen E-Mails an Ihre Adresse als unzustellbar zurück');
  expect(seen.text).toContain(TEXTS.resting);
  world.advance('PT1H');
  await centre.save(PRODUCT, ANALYSIS);
  await person.press(await person.token('confirm'));
  expect((await centre.open()).ticked).toEqual([PRODUCT, ANALYSIS]);
  expect(await movers.mayWriteTo(person)).toEqual([PRODUCT, ANALYSIS]);
});

test('who is mailed as a customer objects by unticking, and is not offered a way back', async () => {
  const elsewhere = new Elsewhere(world);
  const email = `standing-${(people += 1)}@example.com`;
  expect((await elsewhere.report(interest(email))).statusCode).toBe(201);
  await consume();
  const [recipient] = await elsewhere.audience('similar-offers');
  const { subject, records } = await world.evidence(email, SITE);
  const link = {
    kind: 'preferences',
    subject: asSubject(subject),
    recordId: records[0]!.recordId,
    purposes: [],
  } as const;
  const centre = preferenceCentre(world, (await linkUrl(world.deps.links, link)).split('/').at(-1) ?? '');
  expect([recipient?.email, (await centre.open()).ticked]).toEqual([email, ['similar-offers']]);
  const seen = await centre.save();
  expect(seen.title).toBe(TEXTS.endedAllTitle);
  expect(seen.text).toContain(TEXTS.objected);
  expect(seen.boxes).not.toContain('similar-offers');
  expect((await centre.ask('similar-offers')).title).toBe(TEXTS.unchangedTitle);
  const [objection] = (await world.evidence(email, SITE)).records[0]?.entries.slice(-1) ?? [];
  expect(objection).toMatchObject({ type: 'ObjectionRecorded', facts: { via: 'page', fetchedBy: 'same' } });
});

describe('where no proof is kept of what was withdrawn (notice-001)', () => {
  async function subscriberThere(): Promise<{ email: string; centre: PreferenceCentre }> {
    const email = `preferences-${(people += 1)}@example.com`;
    const body = { email, purposes: ['newsletter'] };
    await world.call('signup', 'signup-json', { params: { site: 'notice-001' }, body, headers: { origin: undefined } });
    await consume();
    const token = async (page: LinkPage) => tokenOf((await world.mails(email))[0], page);
    await world.call('confirm', 'confirm-button', { params: { token: await token('confirm') } });
    await consume();
    return { email, centre: preferenceCentre(world, await token('preferences')) };
  }

  test('whose data was erased is told to sign up anew, and nothing is written', async () => {
    const { email, centre } = await subscriberThere();
    expect((await centre.open()).ticked).toEqual(['newsletter']);
    await ordered('erasures', email, TOLD, 'notice-001');
    await consume();
    const before = await everything(world);
    const seen = await centre.open();
    expect([seen.boxes, seen.ticked]).toEqual([[], []]);
    expect(seen.text).toContain(TEXTS.unknown);
    expect(seen.body).toContain('href="https://www.notice-001.example"');
    expect((await centre.ask('newsletter')).title).toBe(TEXTS.askedTitles.unknown);
    expect(await everything(world)).toEqual(before);
  });

  test('the page says at once what ended, and later that nothing is left', async () => {
    const { email, centre } = await subscriberThere();
    expect((await centre.end()).title).toBe(TEXTS.endedAllTitle);
    world.advance('P4D');
    await consume();
    expect(JSON.stringify(await world.items('vault'))).not.toContain(email);
    expect((await centre.open()).text).toContain(TEXTS.unknown);
    expect((await centre.ask('newsletter')).title).toBe(TEXTS.askedTitles.unknown);
    world.advance('P2Y');
    for (const seen of [await centre.open(), await centre.ask('newsletter')]) {
      expect([seen.status, seen.title]).toEqual([410, TEXTS.goneTitle]);
    }
  });
});
