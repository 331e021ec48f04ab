import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { audit } from './audit';
import { journey, type Journey } from './journey';
import { moversIn, type Movers } from './movers';
import { newsOf } from './news';
import { expectProblem, observe } from './observe';
import { operatorIn, TOLD, types, type Operator } from './subject-orders';
import { startWorld, tellConsumers, whileSequencing, type World } from './world';

let world: World;
let consume: () => Promise<void>;
let people: Movers;
let order: Operator['order'];
let ordered: Operator['ordered'];
let audience: Operator['audience'];

beforeAll(async () => {
  world = await startWorld();
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
  consume = newsOf(world);
  people = moversIn(world, consume);
  ({ order, ordered, audience } = operatorIn(world));
});
afterEach(() => audit(world));
afterAll(() => world.stop());

const SCHEMA = path.join(__dirname, '..', '..', 'docs', 'evidence-bundle.schema.json');

function fitsSchema(bundle: object): boolean {
  const ajv = new Ajv2020({ strictRequired: false });
  addFormats(ajv);
  return ajv.validate(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object, bundle);
}

const addresses = async (): Promise<string[]> =>
  (await audience('newsletter-product')).map((recipient) => recipient.email);

describe('another address', () => {
  test('is asked to confirm; until it has, it is not used and the old one stays as it is', async () => {
    const { old, next } = await people.person();
    const before = await people.history(old.email);
    const { done, move: outcome } = await people.move(old, next);
    expect(done).toMatchObject([
      { type: 'ConsentRequested', purposes: ['newsletter-product', 'analysis'], facts: TOLD },
    ]);
    expect(outcome.state).toBe('to-be-confirmed');
    await consume();
    expect(await people.history(old.email)).toEqual(before);
    expect([await people.mayWriteTo(next), await people.mayWriteTo(old)]).toEqual([
      [],
      ['newsletter-product', 'analysis'],
    ]);
    expect(await addresses()).toContain(old.email);
    expect(await addresses()).not.toContain(next.email);
    const mails = await world.mails(next.email);
    expect(mails.map(({ links }) => links.filter((link) => link.includes('/confirm/')).length)).toEqual([1]);
  });

  test('once confirmed takes the place of the old one, by the wording that was agreed to, and evidence shows it', async () => {
    const { old, next } = await people.moved();
    expect([await people.mayWriteTo(next), await people.mayWriteTo(old)]).toEqual([
      ['newsletter-product', 'analysis'],
      [],
    ]);
    expect(await addresses()).toContain(next.email);
    expect(await addresses()).not.toContain(old.email);
    const [from] = await people.steps(next.email, 'ConsentRequested');
    const [to] = await people.steps(old.email, 'ConsentWithdrawn');
    expect(from).toMatchObject({ actor: { kind: 'operator' }, facts: { ...TOLD, movedFrom: to?.subject } });
    expect(to).toMatchObject({ actor: { kind: 'system' }, facts: { movedTo: from?.subject } });
    const [agreed] = await people.steps(old.email, 'ConsentGiven');
    expect([from?.purposes, to?.purposes]).toEqual([agreed?.purposes, agreed?.purposes]);
    for (const { email } of [old, next]) {
      const { subject, bundle } = await world.evidence(email);
      expect(subject).toBe((await people.history(email))[0]?.subject);
      expect(fitsSchema(bundle)).toBe(true);
      expect(JSON.stringify(bundle)).toContain(email === old.email ? `"movedTo":"${from?.subject}"` : '"movedFrom"');
    }
  });

  test.each([
    ['application/pdf', '%PDF-'],
    ['text/csv', 'moved_to'],
    ['application/ld+json', '@context'],
  ])('is in evidence of either in every form: %s', async (accept, sign) => {
    const { old, next } = await people.moved();
    for (const { email } of [old, next]) {
      const body = { email, reason: 'A letter of 1 November' };
      const answer = await whileSequencing(world, world.call('evidence', 'evidence', { body, headers: { accept } }));
      const text = Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8').toString('latin1');
      expect([answer.statusCode, text.includes(sign)]).toEqual([200, true]);
    }
  });

  test('keeps the name, the language and its spelling; ordered again nothing is done, at any time', async () => {
    const old = journey(world, consume, 'erika@example.com');
    const next = journey(world, consume, 'Erika@example.org');
    await old.signUp({ fields: { firstName: 'Erika' }, language: 'en', purposes: ['newsletter-product'] });
    await old.press(await old.token('confirm'));
    expect(types(await people.move(old, next, { dryRun: true }))).toEqual(['ConsentRequested']);
    expect(await people.history(next.email)).toEqual([]);
    const { log } = await observe(() => order('rectifications', old.email, { newEmail: next.email }));
    expect(log).not.toMatch(/@example|Erika/);
    expect(types(await people.move(old, next))).toEqual([]);
    const confirm = await next.token('confirm');
    expect((await world.mails(next.email))[0]?.text).toContain('confirm');
    expect(types(await people.move(old, next))).toEqual([]);
    await next.press(confirm);
    expect(types(await people.move(old, next))).toEqual([]);
    await consume();
    const again = await people.move(old, next);
    expect([types(again), again.move.state]).toEqual([[], 'moved']);
    expect(await audience('newsletter-product')).toContainEqual(
      expect.objectContaining({ email: next.email, fields: { firstName: 'Erika' } }),
    );
  });

  test('that was not confirmed in time changes nothing', async () => {
    const { old, next } = await people.person();
    await people.move(old, next);
    const token = await next.token('confirm');
    world.advance('P8D');
    expect((await next.press(token)).statusCode).toBe(410);
    await consume();
    expect(await people.mayWriteTo(old)).toEqual(['newsletter-product', 'analysis']);
  });

  test('takes over again what the person signs up for anew at the old one, and never by a late message', async () => {
    const { old, next } = await people.moved();
    world.advance('P1D');
    await old.signUp();
    await old.press(await old.token('confirm'));
    for (const entry of await people.history(next.email)) await tellConsumers(entry);
    expect(await people.mayWriteTo(old)).toEqual(['newsletter-product', 'analysis']);
    expect(types(await people.move(old, next))).toEqual(['ConsentRequested']);
    await people.confirmAt(next);
    await consume();
    expect([await people.mayWriteTo(old), await people.mayWriteTo(next)]).toEqual([
      [],
      ['newsletter-product', 'analysis'],
    ]);
  });
});

describe('is refused, and nothing is written', () => {
  async function expectRefused(old: Journey, next: Journey, says: RegExp): Promise<void> {
    const before = (await world.items('ledger')).length;
    for (const dryRun of [true, undefined]) {
      const answer = await order('rectifications', old.email, { newEmail: next.email, dryRun });
      expectProblem(answer, { status: 409, code: 'not-movable' });
      expect(answer.body).toMatch(says);
    }
    expect((await world.items('ledger')).length).toBe(before);
  }

  test('where nothing is in force, or it is restricted', async () => {
    const { old, next } = await people.person();
    await ordered('restrictions', old.email);
    await expectRefused(old, next, /old address is restricted/);
    await ordered('withdrawals', old.email, TOLD);
    await expectRefused(old, next, /No consent is in force/);
  });

  test('where the new address objected, is restricted, or had its mails for the day', async () => {
    const { old, next } = await people.person();
    await ordered('objections', next.email, TOLD);
    await expectRefused(old, next, /objection/);
    const other = await people.person();
    await ordered('restrictions', other.old.email);
    await expectRefused(old, other.old, /new address is restricted/);
    for (const purposes of [
      ['newsletter-events'],
      ['newsletter-product'],
      ['newsletter-product', 'newsletter-events'],
    ]) {
      await other.next.signUp({ purposes });
    }
    await expectRefused(old, other.next, /tomorrow/);
  });
});
