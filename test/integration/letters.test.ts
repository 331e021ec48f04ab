import { createHash } from 'node:crypto';
import { confirmed, journey } from './journey';
import { newsOf } from './news';
import { expectProblem } from './observe';
import { operatorIn, TOLD } from './subject-orders';
import { audit } from './audit';
import { startWorld, type Answer, type World } from './world';

let world: World;
let consume: () => Promise<void>;
let ordered: ReturnType<typeof operatorIn>['ordered'];
let people = 0;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  ({ ordered } = operatorIn(world));
});
afterEach(() => audit(world));
afterAll(() => world.stop());

const letter = (email: string, body: object, accept = 'text/plain'): Promise<Answer> =>
  world.call('subjects', 'letters', { headers: { accept }, body: { email, ...body } });
const textOf = async (email: string, kind: string, more: object = {}): Promise<string> => {
  const answer = await letter(email, { kind, ...more });
  expect([kind, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([kind, 200, '']);
  return read(answer.body);
};
/** As somebody reads it: days are kept together by spaces that do not break. */
const read = (text: string): string => text.replaceAll('\u00a0', ' ');
const informed = async () => (await world.entries()).filter(({ type }) => type === 'PersonInformed');

async function subscriber(language = 'de'): Promise<string> {
  const person = journey(world, consume, `letter-${++people}@example.com`);
  if (language === 'de') await confirmed(person);
  else {
    await person.signUp({ language });
    expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
  }
  await consume();
  return person.email;
}

async function pending(): Promise<string> {
  const person = journey(world, consume, `letter-${++people}@example.com`);
  await person.signUp();
  await consume();
  return person.email;
}

describe('a letter', () => {
  test('is in the language of the person, says who writes, and where to turn to', async () => {
    const [german, english] = [await subscriber(), await subscriber('en')];
    const text = 'die Anfrage ist offenkundig unbegründet';
    const refusal = await textOf(german, 'refusal', { text });
    for (const part of ['Guten Tag', german, text, 'Art. 12 Abs. 4', 'Aufsichtsbehörde'])
      expect(refusal).toContain(part);
    expect(await textOf(english, 'refusal', { text: 'it is manifestly unfounded' })).toContain('Hello,');
    expect(await textOf(german, 'refusal', { text, language: 'en' })).toContain('Hello,');
  });

  test('names the address as people read it', async () => {
    expect(await textOf('anna@xn--mller-kva.example', 'nothing-stored')).toContain('anna@müller.example');
  });

  test('has six lines for the window of an envelope, and says so to who sends more', async () => {
    const lines = (count: number): string[] => new Array<string>(count).fill('Anna Müller');
    expect(await textOf('nobody@example.org', 'nothing-stored', { recipient: lines(6) })).toContain('Anna Müller');
    const answer = await letter('nobody@example.org', { kind: 'nothing-stored', recipient: lines(7) });
    expectProblem(answer, { status: 422, code: 'invalid', pointers: ['/recipient'] });
    expect(JSON.parse(answer.body)).toMatchObject({
      errors: [{ detail: 'The window of an envelope has six lines.' }],
    });
  });

  test('is written down once with a digest of its text, as text and as PDF, and not when it is only tried', async () => {
    const email = await subscriber();
    await ordered('withdrawals', email, TOLD);
    const before = (await informed()).length;
    await textOf(email, 'withdrawal', { dryRun: true });
    expect(await informed()).toHaveLength(before);
    const { body: text } = await letter(email, { kind: 'withdrawal' });
    const pdf = await letter(email, { kind: 'withdrawal' }, 'application/pdf');
    expect([pdf.statusCode, Buffer.from(pdf.body, 'base64').subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(pdf.headers?.['Content-Disposition']).toMatch(/letter-withdrawal-demo-[\w-]{22}-\d{8}T\d{6}Z\.pdf/);
    expect(await informed()).toHaveLength(before + 1);
    const digest = createHash('sha256').update(text).digest('hex');
    expect(JSON.stringify(await world.items('vault'))).toContain(digest);
    expect(JSON.stringify(await world.items('ledger'))).not.toContain(digest);
  });

  test('of an erasure says what ended before: a consent, or a sign-up that was none yet', async () => {
    const [given, asked] = [await subscriber(), await pending()];
    for (const email of [given, asked]) await ordered('erasures', email, { ...TOLD, despiteDuty: true });
    const [one, other] = [await textOf(given, 'erasure'), await textOf(asked, 'erasure')];
    expect(one).toContain('Ihre Einwilligung ist seit');
    expect(other).not.toContain('Ihre Einwilligung ist seit');
    expect(other).toContain('Eine Einwilligung war das noch nicht');
    for (const text of [one, other]) expect(text).not.toContain('bestätigt:');
  });

  test('of an erasure in part says what is kept, why and until when', async () => {
    const email = await subscriber();
    await ordered('holds', email, { label: '12 O 345/26', reviewBy: '2099-06-30' });
    expect((await ordered('erasures', email, TOLD)).erasure).toMatchObject({ result: 'restricted', parts: {} });
    const text = await textOf(email, 'erasure-in-part');
    expect(text).toContain('Die Verarbeitung Ihrer Daten ist eingeschränkt, gelöscht sind sie noch nicht');
    expect(text).not.toMatch(/zum Teil gelöscht|Gelöscht ist/);
    for (const part of ['Rechtsstreit', '30. Juni 2099', 'Art. 17 Abs. 3', 'zu nichts anderem', 'Aufsichtsbehörde'])
      expect(text).toContain(part);
    expect(text).not.toContain('12 O 345/26');
    expectProblem(await letter(email, { kind: 'erasure' }), { status: 409, code: 'not-so' });
  });

  test('that nothing is stored is true, and leaves nothing', async () => {
    const before = await world.entries();
    expect(await textOf('never-was-here@example.com', 'nothing-stored')).toContain('nichts gespeichert');
    expect(await world.entries()).toEqual(before);
    expectProblem(await letter(await subscriber(), { kind: 'nothing-stored' }), { status: 409, code: 'not-so' });
  });

  test('to who says that they never agreed tells when they did, or that they did not', async () => {
    const [given, asked] = [await subscriber(), await pending()];
    expect(await textOf(given, 'never-agreed')).toContain('dort die Einwilligung bestätigt');
    expect(await textOf(asked, 'never-agreed')).toContain('Bestätigt wurde das nie');
    // What was withdrawn as a precaution nobody has to withdraw any more.
    expect(await textOf(given, 'never-agreed')).toContain('jederzeit widerrufen');
    const body = { email: given, via: 'letter', receivedOn: '2026-11-20', purposes: [], reason: 'a letter' };
    expect((await world.call('subjects', 'subjects-withdrawals', { body })).statusCode).toBe(200);
    const after = await textOf(given, 'never-agreed');
    expect(after).toContain('Ihre Einwilligung ist seit');
    expect(after).not.toContain('jederzeit widerrufen');
  });

  test('answers a request, by its days, and extends it with reasons', async () => {
    const email = await subscriber();
    const said = { email, via: 'letter', receivedOn: '2026-11-20', wish: 'erasure', note: 'a letter' };
    const opened = await world.call('cases', 'cases-open', { body: said });
    const { case: forCase } = JSON.parse(opened.body) as { case: string };
    expect(await textOf(email, 'received', { forCase })).toContain('20. Dezember 2026');
    expectProblem(await letter(email, { kind: 'extended', forCase }), { status: 409, code: 'not-so' });
    expect(await textOf(email, 'extended', { forCase, text: 'many requests at once' })).toContain('20. Februar 2027');
    expectProblem(await letter(email, { kind: 'received' }), { status: 409, code: 'not-so' });
    expectProblem(await letter(email, { kind: 'received', forCase: 'A'.repeat(22) }), {
      status: 404,
      code: 'unknown-case',
    });
  });

  test.each(['access', 'portability', 'rectification', 'restriction', 'restriction-lifted', 'objection', 'withdrawal'])(
    'of the kind %s tells of nothing that did not happen',
    async (kind) => {
      expectProblem(await letter(await subscriber(), { kind }), { status: 409, code: 'not-so' });
    },
  );

  test('of each right says what was done', async () => {
    const email = await subscriber();
    await ordered('rectifications', email, { ...TOLD, fields: { firstName: 'Erna' } });
    await ordered('restrictions', email, TOLD);
    expect(await textOf(email, 'restriction')).toContain('Art. 18');
    expect(await textOf(email, 'restriction-lifted')).toContain('Wir heben');
    await ordered('restrictions', email, { lift: true, ...TOLD });
    expect(await textOf(email, 'restriction-lifted')).toContain('endete am');
    expect(await textOf(email, 'rectification')).toContain('Art. 16');
    await ordered('objections', email, TOLD);
    expect(await textOf(email, 'objection')).toContain('Ihr Widerspruch gilt seit');
  });
});
