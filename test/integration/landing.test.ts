import { dossierContent } from '../../shared/evidence/dossier/dossier';
import type { Facts } from '../../shared/consent/entry';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { audit } from './audit';
import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { everything } from './observe';
import { hidden } from './preference-centre';
import { startWorld, type Answer, type World } from './world';

const PERSON = { sourceIp: '203.0.113.7' };
const SCANNER = { sourceIp: '198.51.100.9', headers: { 'user-agent': 'LinkGuard/3.1' } };
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterEach(() => audit(world));
afterAll(() => world.stop());

let people = 0;

/** Somebody whose confirmation mail just went out. */
async function mailed(): Promise<{ person: Journey; token: string }> {
  const person = journey(world, consume, `landing-${(people += 1)}@example.com`);
  await person.signUp();
  return { person, token: await person.token('confirm') };
}

type Client = typeof PERSON | typeof SCANNER;

const fetch = (token: string, client: Client = PERSON, fn = 'confirm'): Promise<Answer> =>
  world.call(fn, `${fn}-page`, { params: { token }, ...client });

/** Presses the button of a page that was fetched before. */
const press = (token: string, page: string, client: Client = PERSON, fn = 'confirm'): Promise<Answer> => {
  const body = new URLSearchParams(hidden(page).map(([name, value]) => [name, value])).toString();
  return world.call(fn, `${fn}-button`, { params: { token }, body, ...client });
};

async function given(person: Journey): Promise<{ facts: Facts; network: unknown; lines: string }> {
  const { bundle } = await world.evidence(person.email);
  const step = bundle.entries.find(({ entry }) => entry.type === 'ConsentGiven');
  const content = await dossierContent(bundle, findSite(sites, 'demo'), 'de');
  return { facts: step?.entry.facts ?? {}, network: step?.parts['network'], lines: JSON.stringify(content) };
}

test('a scanner that fetches the page leaves nothing; the evidence shows when the person opened it and pressed', async () => {
  const { person, token } = await mailed();
  const before = await everything(world);
  world.advance('PT2S');
  for (const method of ['HEAD', 'GET']) {
    await world.call('confirm', 'confirm-page', { params: { token }, method, ...SCANNER });
  }
  world.advance('PT40S');
  const page = await fetch(token);
  expect(await everything(world)).toEqual(before);
  const fetchedAt = new Date().toISOString();
  world.advance('PT9S');
  expect((await press(token, page.body)).statusCode).toBe(200);
  const { facts, network, lines } = await given(person);
  expect(facts).toEqual({ fetchedAt, fetchedBy: 'same', wordingBy: 'confirmation-page', privacyNotice: '3.1' });
  expect(JSON.stringify(network)).not.toMatch(/fetchedBy|LinkGuard|198\.51/);
  expect(lines).toContain('Seite 42 s nach der E-Mail geöffnet, Schaltfläche 9 s danach betätigt');
});

test('a program that opens and presses at once looks like one, and is not refused', async () => {
  const { person, token } = await mailed();
  world.advance('PT2S');
  const page = await fetch(token, SCANNER);
  expect((await press(token, page.body, SCANNER)).statusCode).toBe(200);
  const { facts, lines } = await given(person);
  expect(facts.fetchedBy).toBe('same');
  expect(lines).toContain('Seite 2 s nach der E-Mail geöffnet, Schaltfläche 0 s danach betätigt');
});

test('who fetched the page that another pressed the button of is a part of the evidence', async () => {
  const { person, token } = await mailed();
  const page = await fetch(token, SCANNER);
  await press(token, page.body, PERSON);
  const { facts, network } = await given(person);
  expect(facts.fetchedBy).toBe('other');
  expect(network).toMatchObject({
    data: { ip: PERSON.sourceIp, fetchedBy: { ip: SCANNER.sourceIp, userAgent: 'LinkGuard/3.1' } },
  });
});

describe('a press counts all the same, and says nothing of a page', () => {
  const field = (value: string): string => `<input type="hidden" name="landing" value="${value}">`;

  test.each([
    ['without the field', async () => ''],
    ['with an empty one', async () => field('')],
    ['with one that was never ours', async () => field('AAECAwQF'.repeat(20))],
    ['with the token itself', async (token: string) => field(token)],
    ['with that of another page', async () => (await fetch((await mailed()).token)).body],
  ])('%s', async (_, pageOf) => {
    const { person, token } = await mailed();
    expect((await press(token, await pageOf(token))).statusCode).toBe(200);
    const { facts, network } = await given(person);
    expect(facts).toEqual({ privacyNotice: '3.1' });
    expect(JSON.stringify(network)).not.toContain('fetchedBy');
  });

  test('but that it was shown, with one of the day before', async () => {
    const { person, token } = await mailed();
    const { body } = await fetch(token);
    world.advance('PT24H1S');
    expect((await press(token, body)).statusCode).toBe(200);
    const { facts, network } = await given(person);
    expect(facts).toEqual({ privacyNotice: '3.1', wordingBy: 'confirmation-page' });
    expect(JSON.stringify(network)).not.toContain('fetchedBy');
  });

  test('with a body that is no form', async () => {
    const { person, token } = await mailed();
    const headers = { 'content-type': 'application/json' };
    const answer = await world.call('confirm', 'confirm-button', { params: { token }, body: '{', headers });
    expect([answer.statusCode, (await given(person)).facts]).toEqual([200, { privacyNotice: '3.1' }]);
  });
});

test('a withdrawal on a page says it, too; that of a mail program has no page', async () => {
  for (const event of ['unsubscribe-button', 'unsubscribe-one-click']) {
    const { person, token } = await mailed();
    await person.press(token);
    const link = await person.token('unsubscribe');
    const page = await fetch(link, PERSON, 'unsubscribe');
    world.advance('PT5S');
    const isPage = event === 'unsubscribe-button';
    if (isPage) await press(link, page.body, PERSON, 'unsubscribe');
    else await world.call('unsubscribe', event, { params: { token: link } });
    const { records } = await world.evidence(person.email);
    const withdrawn = records[0]?.entries.find(({ type }) => type === 'ConsentWithdrawn');
    expect(withdrawn?.facts).toEqual(
      isPage ? { via: 'page', fetchedAt: expect.any(String) as string, fetchedBy: 'same' } : { via: 'one-click' },
    );
  }
});
