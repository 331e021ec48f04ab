import { gunzipSync } from 'node:zlib';
import fc from '../seeded';
import type { Bundle, DisclosedPart } from '../../shared/evidence/bundle';
import { verifyVouched } from '../verify/vouched';
import { confirmed, journey, type Journey } from './journey';
import { expectProblem } from './observe';
import { startWorld, whileSequencing, type Answer, type World } from './world';
import { runFunction } from './run-function';

let world: World;
let person: Journey;

beforeAll(async () => {
  world = await startWorld();
  person = journey(world, () => world.consume(), 'erika@example.com');
  await confirmed(person);
});
afterAll(() => world.stop());

const REASON = 'Letter of 20 November: “prove that I agreed”';

interface Wish {
  readonly accept?: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

/** The stream brings the new entry while the function waits for it. */
async function ask({ accept = '*/*', body = {}, headers = {} }: Wish = {}): Promise<Answer> {
  const sent = { email: person.email, reason: REASON, ...body };
  return whileSequencing(world, world.call('evidence', 'evidence', { body: sent, headers: { accept, ...headers } }));
}

const bundleIn = (answer: Answer): Bundle => JSON.parse(answer.body) as Bundle;
const bytesIn = ({ body, isBase64Encoded }: Answer): Buffer => Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

describe('the form is the one that is asked for', () => {
  test.each([
    ['*/*', 'application/json; charset=utf-8', 'json'],
    ['application/json', 'application/json; charset=utf-8', 'json'],
    ['application/ld+json', 'application/ld+json; charset=utf-8', 'jsonld'],
    ['application/pdf', 'application/pdf', 'pdf'],
    ['text/csv', 'text/csv; charset=utf-8', 'csv'],
    ['text/*', 'text/csv; charset=utf-8', 'csv'],
    ['text/csv;q=0.5, application/pdf', 'application/pdf', 'pdf'],
    ['text/html, application/pdf;q=0.4, */*;q=0', 'application/pdf', 'pdf'],
  ])('%s', async (accept, type, ending) => {
    const answer = await ask({ accept });
    expect(answer).toMatchObject({
      statusCode: 200,
      headers: {
        'Content-Type': type,
        'Content-Disposition': expect.stringMatching(
          new RegExp(`^attachment; filename="evidence-demo-[\\w-]{22}-20261122T\\d{6}Z\\.${ending}"$`),
        ) as string,
        'Cache-Control': 'no-store',
      },
    });
  });

  test.each(['text/html', 'image/*', 'application/json;q=0'])(
    '%s there is not, and nothing was read',
    async (accept) => {
      const before = (await world.entries()).length;
      expectProblem(await ask({ accept }), { status: 406, code: 'not-acceptable' });
      expect((await world.entries()).length).toBe(before);
    },
  );
});

test('the bundle says who asked and why, and proves everything, the reading included', async () => {
  const answer = await ask();
  const bundle = bundleIn(answer);
  expect(verifyVouched(answer.body)).toMatchObject({ verdict: 'good' });
  expect(bundle.request).toEqual({
    operator: 'test-operator',
    reason: REASON,
    disclose: ['address', 'details', 'network', 'mail', 'reading', 'reason'],
  });
  expect(bundle.controller.name).toBe('Zettelkranich Software GmbH');
  const last = bundle.entries.at(-1);
  expect(last?.entry.type).toBe('EvidenceDisclosed');
  expect(bundle.entries.every(({ proof }) => proof !== null)).toBe(true);
});

test('each form says the same', async () => {
  const csv = bytesIn(await ask({ accept: 'text/csv' })).toString();
  const linked = bytesIn(await ask({ accept: 'application/ld+json' })).toString();
  const pdf = bytesIn(await ask({ accept: 'application/pdf' }));
  const { entries } = bundleIn(await ask());
  for (const { entry } of entries.slice(0, 5)) {
    expect(csv).toContain(entry.hash);
    expect(csv).toContain(entry.at);
    expect(linked).toContain(entry.at);
  }
  expect(pdf.subarray(0, 8).toString()).toMatch(/^%PDF-1\.\d$/);
});

describe('what is not to be disclosed', () => {
  const classes = ['address', 'details', 'network', 'mail', 'reading', 'reason'] as const;

  test('is left out, said to be so, and the rest verifies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...classes]), async (disclose) => {
        const answer = await ask({ body: { disclose } });
        expect(verifyVouched(answer.body)).toMatchObject({ verdict: 'good' });
        const parts = bundleIn(answer)
          .entries.slice(0, -1)
          .flatMap((entry) => Object.entries(entry.parts));
        for (const [name, part] of parts as [(typeof classes)[number], DisclosedPart][]) {
          expect([name, part.state]).toEqual([name, disclose.includes(name) ? 'disclosed' : 'withheld']);
        }
        if (!disclose.includes('address') && !disclose.includes('mail')) expect(answer.body).not.toContain('erika@');
      }),
      { numRuns: 8 },
    );
  });

  test('a class that there is not is refused', async () => {
    expectProblem(await ask({ body: { disclose: ['name'] } }), {
      status: 422,
      code: 'invalid',
      pointers: ['/disclose/0'],
    });
  });
});

test.each(['', '  ', 'ab', 'x'.repeat(501)])('the reason "%.10s" is refused', async (reason) => {
  expectProblem(await ask({ body: { reason } }), { status: 422, code: 'invalid', pointers: ['/reason'] });
});

test('while the log is behind, the bundle says what it does not prove yet', async () => {
  const { statusCode, body } = await world.call('evidence', 'evidence', {
    body: { email: person.email, reason: REASON },
  });
  expect(statusCode).toBe(200);
  const { verdict, claims } = verifyVouched(body);
  expect(verdict).toBe('open');
  expect(claims.find(({ id }) => id === 'log')).toMatchObject({ state: 'open' });
});

test('a step of somebody else’s that comes in between is in the chain', async () => {
  const both = await Promise.all([ask(), ask(), ask()]);
  for (const answer of both) expect(verifyVouched(answer.body)).toMatchObject({ verdict: 'good' });
});

test('what is large comes compressed where that is taken', async () => {
  for (let n = 0; n < 40; n++) await ask({ body: { reason: `reading ${n} `.padEnd(500, 'x') } });
  const answer = await ask({ headers: { 'accept-encoding': 'gzip, br' } });
  const plain = answer.headers?.['Content-Encoding'] === 'gzip' ? gunzipSync(bytesIn(answer)) : bytesIn(answer);
  expect(verifyVouched(plain)).toMatchObject({ verdict: 'good' });
});

test('entries that were deleted since are told by their places', async () => {
  for (let n = 0; n < 3; n++) await ask();
  world.advance('P2Y'); // more than the site keeps who read
  const answer = await ask();
  const { deleted } = bundleIn(answer);
  expect(deleted.length).toBeGreaterThanOrEqual(3);
  const { verdict, claims } = verifyVouched(answer.body);
  expect(verdict).toBe('good');
  expect(claims.find(({ id }) => id === 'chain')?.notes).not.toEqual([]);
});

test('archived checkpoints that span a step are its anchors', async () => {
  await runFunction('archive');
  const answer = await ask();
  expect(verifyVouched(answer.body)).toMatchObject({ verdict: 'good' });
  expect(bundleIn(answer).log.anchors).toHaveLength(1);
});
