import { asRecord } from '../ids';
import type { AccessReport } from '../../shared/evidence/access/report';
import type { PortableData } from '../../shared/evidence/access/portable';
import { confirmed, journey, type Journey } from './journey';
import { expectProblem } from './observe';
import { startWorld, type Answer, type Item, type World } from './world';
import { takeStep } from '../../shared/actions/take-step';
import { sealParts } from '../../shared/ledger/part';
import { putPart } from '../../shared/ledger/vault';

let world: World;
let erika: Journey;
let other: Journey;

beforeAll(async () => {
  world = await startWorld();
  erika = journey(world, () => world.consume(), 'erika@example.com');
  other = journey(world, () => world.consume(), 'somebody-else@example.net');
  await erika.signUp({ fields: { firstName: 'Erika', lastName: 'Mustermann' } });
  await erika.press(await erika.token('confirm'));
  await confirmed(other);
  await world.evidence(erika.email);
});
afterAll(() => world.stop());

const REASON = 'Letter of 20 November: what do you know about me?';

async function ask(body: object = {}, accept = '*/*', operator = 'privacy-desk'): Promise<Answer> {
  const sent = { email: erika.email, reason: REASON, ...body };
  return world.call('subjects', 'access', { body: sent, headers: { accept }, operator });
}

async function report(body: object = {}): Promise<AccessReport> {
  const answer = await ask(body);
  expect(answer.statusCode).toBe(200);
  return JSON.parse(answer.body) as AccessReport;
}

async function portable(body: object = {}): Promise<PortableData> {
  return JSON.parse((await ask({ portable: true, ...body })).body) as PortableData;
}

const bytesIn = ({ body, isBase64Encoded }: Answer): Buffer => Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

/** What the vault has of a person, by the name that the site has for them. */
async function kept(subject: string): Promise<unknown[]> {
  const items: Item[] = await world.items('vault');
  return items.filter(({ pk }) => pk === `subject#${subject}`).map(({ data }) => JSON.parse(data as string) as unknown);
}

describe('the form is the one that is asked for', () => {
  test.each([
    [{}, '*/*', 'application/json; charset=utf-8', /"access-demo-[\w-]{22}-20261122T\d{6}Z\.json"$/],
    [{}, 'application/pdf', 'application/pdf', /"access-demo-[\w-]{22}-20261122T\d{6}Z\.pdf"$/],
    [{ portable: true }, '*/*', 'application/json; charset=utf-8', /"data-demo-[\w-]{22}-20261122T\d{6}Z\.json"$/],
    [{ portable: true }, 'text/csv', 'text/csv; charset=utf-8', /"data-demo-[\w-]{22}-20261122T\d{6}Z\.csv"$/],
  ])('%j as %s', async (body, accept, type, name) => {
    const answer = await ask(body, accept);
    expect(answer).toMatchObject({
      statusCode: 200,
      headers: {
        'Content-Type': type,
        'Content-Disposition': expect.stringMatching(name) as string,
        'Cache-Control': 'no-store',
      },
    });
    if (type === 'application/pdf') expect(bytesIn(answer).subarray(0, 8).toString()).toMatch(/^%PDF-1\.\d$/);
  });

  test.each([
    [{}, 'text/csv'],
    [{ portable: true }, 'application/pdf'],
    [{ dryRun: true }, 'text/html'],
  ])('%j as %s there is not, and nothing was written', async (body, accept) => {
    const before = (await world.entries()).length;
    expectProblem(await ask(body, accept), { status: 406, code: 'not-acceptable' });
    expect((await world.entries()).length).toBe(before);
  });
});

test('everything that the vault has of the person is in the report, word for word, and nothing else', async () => {
  const { subject, data } = await report();
  const before = await kept(subject);
  // Its own reason is newer than what it says.
  expect(before.length).toBe(data.length + 1);
  expect(before).toEqual(expect.arrayContaining(data.map((item) => item.data)));
  expect(new Set(data.map(({ category }) => category))).toEqual(
    new Set(['address', 'details', 'network', 'mail', 'reading', 'reason']),
  );
});

test('nothing of anybody else is in it, in no form', async () => {
  for (const [body, accept] of [
    [{}, 'application/json'],
    [{ portable: true }, 'application/json'],
    [{ portable: true }, 'text/csv'],
  ] as const) {
    const { body: text } = await ask(body, accept);
    expect(text).toContain(erika.email);
    expect(text).not.toContain('somebody-else');
    expect(text).not.toContain('privacy-desk');
    expect(text).not.toContain('test-operator');
  }
});

test('that the person was told is an entry that names the operator, with the reason apart', async () => {
  const { subject } = await report();
  const last = (await world.entries()).filter((entry) => entry.subject === subject).at(-1);
  expect(last).toMatchObject({
    type: 'AccessGiven',
    actor: { kind: 'operator', id: 'privacy-desk' },
    purposes: [],
    facts: { form: 'report' },
  });
  expect(JSON.stringify(last)).not.toContain('Letter of 20');
  const part = (await world.items('vault')).find(({ digest }) => digest === last?.parts['reason']);
  expect(JSON.parse(part?.['data'] as string)).toEqual({ reason: REASON });

  await portable();
  const next = (await world.entries()).filter((entry) => entry.subject === subject).at(-1);
  expect(next).toMatchObject({ type: 'AccessGiven', facts: { form: 'portable' } });
});

test('it goes when it need no longer be known who looked', async () => {
  const { subject } = await report();
  const items = await world.items('ledger');
  const own = items.filter(({ pk }) => pk === `subject#${subject}`).at(-1);
  const inAYear = Date.parse('2027-11-22T00:00:00Z') / 1000;
  expect(own?.['expiresAt']).toBeGreaterThanOrEqual(inAYear);
  expect(own?.['expiresAt']).toBeLessThan(inAYear + 2 * 24 * 3600);
});

test('who looked before is told with time, role and reason', async () => {
  const { readings } = await report();
  expect(readings[0]).toMatchObject({ type: 'EvidenceDisclosed', reason: 'A letter of 1 November' });
  expect(readings.at(-1)).toMatchObject({ type: 'AccessGiven', reason: REASON });
});

test('the language is the person’s own unless another is asked for', async () => {
  expect(await report()).toMatchObject({
    language: 'de',
    records: [{ purposes: [{ name: 'Newsletter „Produkt“' }, {}] }],
  });
  const english = await report({ language: 'en' });
  expect(english).toMatchObject({ language: 'en', records: [{ purposes: [{ name: 'Product newsletter' }, {}] }] });
  // What was agreed to stays as it was shown.
  expect(english.records[0]?.purposes[0]?.wording).toMatchObject({ language: 'de' });
});

test('a dry run says what would be given, and writes nothing', async () => {
  const before = (await world.entries()).length;
  const plan = JSON.parse((await ask({ dryRun: true })).body) as object;
  expect(plan).toMatchObject({
    site: 'demo',
    dryRun: true,
    held: true,
    counts: { records: 1, parts: { address: 1, details: 1, network: 2, mail: 2, reading: 1 } },
    done: [{ type: 'AccessGiven', facts: { form: 'report' } }],
  });
  expect(JSON.stringify(plan)).not.toContain('erika');
  const portablePlan = JSON.parse((await ask({ dryRun: true, portable: true })).body) as object;
  expect(portablePlan).toMatchObject({ counts: { identities: 1, consents: 2, orders: 0, connections: 2 } });
  expect((await world.entries()).length).toBe(before);
});

describe('of somebody of whom nothing is known', () => {
  const email = 'nobody-knows-me@example.org';

  test('the answer says so, with all that Art. 15 asks for besides, and leaves no trace', async () => {
    const before = [await world.entries(), await world.items('vault')];
    const told = await report({ email });
    expect(told).toMatchObject({
      held: false,
      email,
      language: 'de',
      records: [],
      data: [],
      history: [],
      readings: [],
    });
    expect(told.recipients).toEqual([]);
    expect(told.controller.email).toBe('datenschutz@demo.example');
    expect(told.complaint.authorities[0]?.name).toBe('Datenschutzaufsicht Beispielland');
    expect(told.rights.length).toBeGreaterThan(5);
    expect((await ask({ email }, 'application/pdf')).statusCode).toBe(200);
    expect(await portable({ email })).toMatchObject({ identities: [], consents: [], orders: [], connections: [] });
    expect([await world.entries(), await world.items('vault')]).toEqual(before);
  });

  test('a dry run says that nothing would be noted', async () => {
    const plan = JSON.parse((await ask({ email, dryRun: true })).body) as object;
    expect(plan).toMatchObject({ held: false, done: [] });
  });
});

test('what a failed step left in the vault is told, too', async () => {
  const { subject } = await report();
  const [part] = sealParts({ network: { ip: '192.0.2.200', ipSource: 'connection' } });
  await putPart(world.deps.vault, subject, asRecord('unfinished'), part!, new Date('2026-11-30T00:00:00Z'));
  const { data } = await report();
  expect(data.at(-1)).toMatchObject({ category: 'network', step: null, data: { ip: '192.0.2.200' } });
  expect((await ask({}, 'application/pdf')).statusCode).toBe(200);
});

describe('what is given along holds what the person gave, and nothing that we made of it', () => {
  test('as JSON', async () => {
    const data = await portable();
    expect(data).toMatchObject({
      format: 'portable-data/v1',
      identities: [{ email: erika.email, fields: { firstName: 'Erika', lastName: 'Mustermann' } }],
      consents: [{ purpose: 'newsletter-product', status: 'ConsentGiven' }, { purpose: 'analysis' }],
    });
    expect(JSON.stringify(data)).not.toContain('Subject:');
    expect(JSON.stringify(data)).not.toContain('Letter of');
  });

  test('as CSV', async () => {
    const { body } = await ask({ portable: true }, 'text/csv');
    const rows = body.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(rows[0]).toBe('"category";"number";"at";"name";"value"');
    expect(rows.some((row) => /^"identity";"1";"[^"]+";"fields.firstName";"Erika"$/.test(row))).toBe(true);
  });
});

describe('refused, and nothing written', () => {
  test.each([
    [{ reason: 'x' }, '/reason'],
    [{ reason: 'two\nlines' }, '/reason'],
    [{ email: 'nobody' }, '/email'],
    [{ portable: false }, '/portable'],
    [{ dryRun: 'yes' }, '/dryRun'],
    [{ language: 'fr' }, '/language'],
    [{ disclose: ['address'] }, '/disclose'],
  ])('%j', async (body, pointer) => {
    const before = (await world.entries()).length;
    expectProblem(await ask(body), { status: 422, code: 'invalid', pointers: [pointer] });
    expect((await world.entries()).length).toBe(before);
  });

  test('a site that there is not', async () => {
    const answer = await world.call('subjects', 'access', { params: { site: 'no-such-site' } });
    expectProblem(answer, { status: 404, code: 'unknown-site' });
  });
});

test('after an erasure the report says that, and the data are in it no more', async () => {
  const { subject } = await report();
  const now = new Date();
  await takeStep(world.deps, {
    subject,
    now,
    decide: () => ({
      type: 'DataErased',
      site: 'demo',
      at: now.toISOString(),
      actor: { kind: 'operator', id: 'privacy-desk' },
      purposes: [],
      facts: { suppress: true },
    }),
    parts: { reason: { reason: 'at her request' } },
  });
  const { standing, data, history } = await report();
  expect(standing).toMatchObject({ erasedAt: now.toISOString(), isSuppressed: true });
  expect(JSON.stringify(data)).not.toContain(erika.email);
  expect(history[0]).toMatchObject({
    type: 'ConsentRequested',
    gone: [
      { category: 'address', deletedAt: now.toISOString() },
      { category: 'details', deletedAt: now.toISOString() },
      { category: 'network', deletedAt: now.toISOString() },
    ],
  });
  expect((await ask({}, 'application/pdf')).statusCode).toBe(200);
});
