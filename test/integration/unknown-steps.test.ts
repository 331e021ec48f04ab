import { asSubject } from '../ids';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { takeStep } from '../../shared/actions/take-step';
import type { Step } from '../../shared/consent/entry';
import { membershipsOf } from '../../shared/consent/membership';
import { fold } from '../../shared/consent/fold';
import { sites } from '../../examples/sites';
import { confirmed, journey, type Journey } from './journey';
import { newsOf } from './news';
import { operatorIn, TOLD } from './subject-orders';
import { preferenceCentre } from './preference-centre';
import { CONTEXT, runFunction } from './run-function';
import { startWorld, whileSequencing, type Answer, type World } from './world';
import { verifyVouched } from '../verify/vouched';

/*
 * A release was rolled back, or rolls out function by function: in each history there is a step of a type that this version does
 * not know, and one of a type that it knows with facts that it does not. Nothing fails, and nothing of them is lost.
 */

let world: World;
let tell: () => Promise<void>;
let names = 0;

beforeAll(async () => {
  world = await startWorld();
  tell = newsOf(world);
});
afterAll(() => world.stop());

const someone = (): Journey => journey(world, tell, `person-${++names}@example.com`);
const subjectOf = ({ email }: Journey): Promise<string> => subjectId(world.deps.subjectKey, 'demo', email);

async function write(person: Journey, step: object, parts: object = {}): Promise<void> {
  const [subject, now] = [await subjectOf(person), new Date()];
  const common = { site: 'demo', at: now.toISOString(), actor: { kind: 'subject' }, purposes: [], facts: {} };
  const partsEnd = new Date(Date.now() + 24 * 60 * 60 * 1000);
  await takeStep(world.deps, {
    subject: asSubject(subject),
    now,
    decide: () => ({ ...common, ...step }) as unknown as Step,
    parts,
    partsEnd,
  });
  world.advance('PT1S');
}

/** What a later version may write: of an own type, and of one that there is already. */
async function writeLater(person: Journey): Promise<void> {
  const said = {
    language: 'fr',
    actor: { kind: 'robot', id: 'r2' },
    facts: { until: '2027-01-01', nested: { deep: 1 } },
  };
  await write(person, { type: 'ConsentPaused', ...said }, { address: { email: person.email } });
  await write(person, { type: 'CaseClosed', facts: { verdict: 7 } });
}

/** Somebody who confirmed, with later steps in between. */
async function subscriber(): Promise<{ person: Journey; tokens: Record<string, string> }> {
  const person = someone();
  const tokens = await confirmed(person);
  await writeLater(person);
  return { person, tokens };
}

const allOf = async (person: Journey) =>
  (await readHistory(world.deps.ledger, asSubject(await subjectOf(person)), new Date())).all;
const typesOf = async (person: Journey): Promise<string[]> => (await allOf(person)).map(({ type }) => type);
const call = (fn: string, event: string, token: string): Promise<Answer> =>
  world.call(fn, event, { params: { token } });
async function allowed({ email }: Journey): Promise<unknown> {
  const answer = await world.call('permissions', 'permissions', { body: { email } });
  expect(answer.statusCode).toBe(200);
  return (JSON.parse(answer.body) as { purposes: unknown }).purposes;
}

describe('with steps of a later version in the history', () => {
  afterEach(async () => {
    // Whatever happened since: they are there, and nothing that was told of them failed.
    await tell();
    const later = (await world.entries()).filter(({ type }) => (type as string) === 'ConsentPaused');
    expect(later).toHaveLength(names);
  });

  test('permissions are what they were', async () => {
    const person = someone();
    await confirmed(person);
    const before = await allowed(person);
    await writeLater(person);
    expect(await allowed(person)).toEqual(before);
  });

  test.each([
    ['one click', 'unsubscribe-one-click'],
    ['the button', 'unsubscribe-button'],
  ])('%s unsubscribes', async (_, event) => {
    const { person, tokens } = await subscriber();
    expect((await call('unsubscribe', 'unsubscribe-page', tokens['unsubscribe'] ?? '')).statusCode).toBe(200);
    expect((await call('unsubscribe', event, tokens['unsubscribe'] ?? '')).statusCode).toBe(200);
    expect(await typesOf(person)).toContain('ConsentWithdrawn');
    expect(JSON.stringify(await allowed(person))).not.toContain('"status":"ConsentGiven"');
  });

  test('a sign-up and its confirmation go on as they do', async () => {
    const person = someone();
    await person.signUp();
    await tell();
    const token = await person.token('confirm');
    await writeLater(person);
    expect((await call('confirm', 'confirm-page', token)).statusCode).toBe(200);
    expect((await person.press(token)).statusCode).toBe(200);
    await person.signUp({ purposes: ['newsletter-events'] });
    await tell();
    expect((await typesOf(person)).filter((type) => type === 'ConsentRequested')).toHaveLength(2);
  });

  test('preferences are shown and changed', async () => {
    const { person, tokens } = await subscriber();
    const centre = preferenceCentre(world, tokens['preferences'] ?? '');
    expect((await centre.open()).ticked).toContain('newsletter-product');
    expect((await centre.speak('en')).status).toBe(200);
    expect((await centre.end()).status).toBe(200);
    expect(await typesOf(person)).toEqual(expect.arrayContaining(['LanguageChosen', 'ConsentWithdrawn']));
  });

  test('orders, receipts and access are carried out', async () => {
    const { person, tokens } = await subscriber();
    const page = await call('confirm', 'confirm-page', tokens['confirm'] ?? '');
    const receipt = /\/receipts\/([\w-]+)"/.exec(page.body)?.[1] ?? '';
    expect((await call('receipts', 'receipt', receipt)).statusCode).toBe(200);
    const access = await world.call('subjects', 'access', { body: { email: person.email, reason: 'She asked' } });
    expect(access.statusCode).toBe(200);
    const operator = operatorIn(world);
    await operator.ordered('restrictions', person.email);
    await operator.ordered('objections', person.email, TOLD);
  });

  test('a look-up names them, and says nothing else that they may mean', async () => {
    const { person } = await subscriber();
    const claims = { scope: 'person:read@sites evidence:read@sites site=demo' };
    const { statusCode, body } = await world.call('desk', 'look-up', { body: { email: person.email }, claims });
    expect(statusCode).toBe(200);
    const { file } = JSON.parse(body) as { file: { timeline: readonly { readonly type: string }[] } };
    const [line, ...others] = file.timeline.filter(({ type }) => type === 'ConsentPaused');
    expect(others).toEqual([]);
    expect(line).toEqual({
      ...{ seq: expect.any(Number) as number, at: expect.any(String) as string, type: 'ConsentPaused' },
      ...{ purposes: [], by: { kind: 'system' } },
    });
  });

  test('the audience has whom it had', async () => {
    const { person } = await subscriber();
    await tell();
    const subject = await subjectOf(person);
    const rows = (await world.items('audience')).filter(({ sk, pk }) => sk === subject && pk.includes('#newsletter'));
    expect(rows.length).toBeGreaterThan(0);
    const { entries } = await readHistory(world.deps.ledger, asSubject(subject), new Date());
    const members = membershipsOf(entries, fold(entries, new Date()), sites.find(({ id }) => id === 'demo')!.purposes);
    expect(members.some(({ active }) => active)).toBe(true);
    // Nobody is told that something ended, as nothing did.
    const changes = (await world.items('audience')).filter(
      ({ pk, sk }) => pk === 'changes#demo' && sk.endsWith(subject),
    );
    expect(changes.map(({ what }) => what)).not.toContain('ended');
  });

  test('a review goes by it', async () => {
    await subscriber();
    await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
  });
});

describe('evidence', () => {
  const ask = (person: Journey, accept: string): Promise<Answer> =>
    whileSequencing(
      world,
      world.call('evidence', 'evidence', { body: { email: person.email, reason: 'A letter' }, headers: { accept } }),
    );

  test('names them as not known, and the verifier says that it is open what they changed', async () => {
    const { person } = await subscriber();
    const json = await ask(person, 'application/json');
    expect(json.statusCode).toBe(200);
    const { verdict, claims } = verifyVouched(json.body);
    expect(verdict).toBe('open');
    expect(claims.filter(({ state }) => state === 'fails')).toEqual([]);
    expect(claims.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain('typeUnknown');
    const csv = (await ask(person, 'text/csv')).body;
    expect(csv).toMatch(/"?ConsentPaused"?[;,]"?yes/);
    const jsonLd = (await ask(person, 'application/ld+json')).body;
    expect(jsonLd).toContain('Not known to the version that made this file: ConsentPaused');
    expect((await ask(person, 'application/pdf')).statusCode).toBe(200);
  });
});

describe('retention', () => {
  test('deletes nothing of them, however late it is, and all of the rest', async () => {
    const { person, tokens } = await subscriber();
    await call('unsubscribe', 'unsubscribe-button', tokens['unsubscribe'] ?? '');
    await tell();
    world.advance('P9Y');
    await world.consume();
    expect(await typesOf(person)).toEqual(['ConsentPaused', 'CaseClosed']);
    const subject = await subjectOf(person);
    const kept = (await world.items('vault')).filter(({ pk }) => pk === `subject#${subject}`);
    expect(kept.map(({ sk, expiresAt }) => [sk.split('#')[1], expiresAt])).toEqual([['address', undefined]]);
  });

  test('an erasure ends what is personal of them, too', async () => {
    const { person } = await subscriber();
    await operatorIn(world).ordered('erasures', person.email, { despiteDuty: true });
    await tell();
    const subject = await subjectOf(person);
    const left = (await world.items('vault')).filter(({ pk }) => pk === `subject#${subject}`);
    expect(left.map(({ sk }) => sk.split('#')[1])).not.toContain('address');
    expect(await typesOf(person)).toContain('ConsentPaused');
  });
});

test('a withdrawal in a way that only a later version knows takes effect', async () => {
  const person = someone();
  await confirmed(person);
  const [{ recordId = '' } = {}] = await allOf(person);
  const purposes = ['newsletter-product', 'analysis'].map((id) => ({
    id,
    legalBasis: 'consent',
    noticeHash: 'A'.repeat(43),
  }));
  await write(person, { type: 'ConsentWithdrawn', recordId, purposes, facts: { via: 'sms', extra: { kept: true } } });
  expect(JSON.stringify(await allowed(person))).not.toContain('"status":"ConsentGiven"');
  const stored = (await allOf(person)).find(({ type }) => type === 'ConsentWithdrawn');
  expect(stored).toMatchObject({ facts: { via: 'sms', extra: { kept: true } } });
});
