import { carryOut, readOrder } from '../../shared/actions/carry-out-order';
import { takeStep } from '../../shared/actions/take-step';
import type { Actor, Operator, StepFor } from '../../shared/consent/entry';
import { demo } from '../../examples/sites/demo';
import { answerOf } from '../../shared/http/subject-answer';
import type { Problem } from '../../shared/http/problem';
import type { SubjectId } from '../../shared/ids';
import type { SubjectBody } from '../../shared/http/subject-steps';
import { subjectId } from '../../shared/ledger/subject-id';
import fc from '../seeded';
import { audit } from './audit';
import { confirmed, journey } from './journey';
import { newsOf } from './news';
import { expectProblem } from './observe';
import { operatorIn, REASON, TOLD, types, type Done } from './subject-orders';
import { startWorld, whileSequencing, type Answer, type World } from './world';

let world: World;
let consume: () => Promise<void>;
let order: ReturnType<typeof operatorIn>['order'];
let ordered: ReturnType<typeof operatorIn>['ordered'];
let people = 0;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  ({ order, ordered } = operatorIn(world));
});
afterEach(() => audit(world));
afterAll(() => world.stop());

interface Bound extends Done {
  readonly head: string | null;
  readonly dryRun: boolean;
  readonly preview?: Bound;
}

const read = ({ body }: Answer): Bound => JSON.parse(body) as Bound;

async function subscriber(): Promise<string> {
  const person = journey(world, consume, `bound-${++people}@example.com`);
  await confirmed(person);
  await consume();
  return person.email;
}

const preview = async (action: string, email: string, body: object): Promise<Bound> =>
  read(await order(action, email, { ...body, dryRun: true }));

const idOf = (email: string) => subjectId(world.deps.subjectKey, 'demo', email);

const LATER = { reviewBy: '2099-06-30' };

describe('an order that is bound to a preview', () => {
  test.each<[string, object]>([
    ['withdrawals', TOLD],
    ['objections', TOLD],
    ['weighings', TOLD],
    ['restrictions', TOLD],
    ['holds', { label: 'A 1', ...LATER }],
    ['erasures', { ...TOLD, despiteDuty: true }],
    ['rectifications', { ...TOLD, fields: { firstName: 'Erna' } }],
    ['rectifications', { ...TOLD, newEmail: 'elsewhere@example.net' }],
  ])(
    '%s: does nothing if anything happened since, shows what it would be now, and can be repeated',
    async (action, said) => {
      const email = await subscriber();
      const body = { ...said, ...('newEmail' in said && { newEmail: `other-${people}@example.net` }) };
      const seen = await preview(action, email, body);
      await ordered('withdrawals', email, { ...TOLD, purposes: ['analysis'] });
      await consume();
      const before = await world.entries();

      const refused = await order(action, email, { ...body, expects: seen.head });
      expectProblem(refused, { status: 409, code: 'changed-meanwhile' });
      const fresh = read(refused).preview;
      expect([fresh?.dryRun, fresh && fresh.done.length > 0, fresh?.head === seen.head]).toEqual([true, true, false]);
      expect(await world.entries()).toEqual(before);

      const done = read(await order(action, email, { ...body, expects: fresh?.head }));
      expect(types(done)).toEqual(types(fresh as Bound));
      // The answer got lost, and the same is sent again.
      const again = await order(action, email, { ...body, expects: fresh?.head });
      expect([again.statusCode, read(again).done]).toEqual([200, []]);
      await consume();
    },
  );

  test('is not moved by who only looked', async () => {
    const email = await subscriber();
    const { head } = await preview('withdrawals', email, TOLD);
    await whileSequencing(world, world.evidence(email));
    expect(types(await ordered('withdrawals', email, { ...TOLD, expects: head }))).toEqual(['ConsentWithdrawn']);
  });

  test('about nobody is bound to that: null is the head of whoever has no history', async () => {
    const email = `nobody-${++people}@example.com`;
    const { head } = await preview('objections', email, TOLD);
    expect(head).toBeNull();
    await ordered('objections', email, { ...TOLD, purposes: ['analysis'] });
    expectProblem(await order('objections', email, { ...TOLD, expects: null }), {
      status: 409,
      code: 'changed-meanwhile',
    });
  });

  test('with access: gives nothing if anything happened since', async () => {
    const email = await subscriber();
    const access = (body: object) =>
      world.call('subjects', 'access', { body: { email, reason: REASON, ...body }, params: { site: 'demo' } });
    const seen = read(await access({ dryRun: true }));
    await ordered('withdrawals', email, TOLD);
    const refused = await access({ expects: seen.head });
    expectProblem(refused, { status: 409, code: 'changed-meanwhile' });
    expect((await access({ expects: read(refused).preview?.head })).statusCode).toBe(200);
    const byId = await access({ email: undefined, id: await idOf(email), expects: read(refused).preview?.head });
    expect([byId.statusCode, byId.body.includes(email)]).toEqual([200, true]);
  });

  test('expects the head of a preview, and nothing else', async () => {
    expectProblem(await order('withdrawals', 'a@example.com', { ...TOLD, expects: 'x' }), {
      status: 422,
      code: 'invalid',
      pointers: ['/expects'],
    });
  });
});

describe('while it is carried out', () => {
  const OPERATOR = { kind: 'operator', id: 'someone' } as Operator;

  /** Erases somebody, bound; `between` happens right after its first step. */
  async function erasing(email: string, between: (subject: SubjectId) => Promise<unknown>) {
    const now = new Date();
    let puts = 0;
    const subject = await idOf(email);
    const client = new Proxy(world.deps.ledger.client, {
      get: (real, name) =>
        name === 'send'
          ? async (command: { readonly input: { readonly Item?: { readonly pk?: { readonly S?: string } } } }) => {
              const sent = await real.send(command as never);
              if (command.constructor.name === 'PutItemCommand' && ++puts === 1) await between(subject);
              return sent as unknown;
            }
          : (Reflect.get(real, name) as unknown),
    });
    const deps = { ...world.deps, ledger: { ...world.deps.ledger, client } };
    const body = { action: 'erasures', email, reason: REASON, ...TOLD, despiteDuty: true } as SubjectBody;
    const call = { site: demo, operator: OPERATOR, now };
    const { head } = read(await order('erasures', email, { ...TOLD, despiteDuty: true, dryRun: true }));
    const wanted = await readOrder(deps, call, { ...body, expects: head });
    return carryOut(deps, wanted, answerOf).catch((error: unknown) => error as Problem);
  }

  const step = (subject: SubjectId, type: 'LanguageChosen' | 'ProcessorInformed', actor: Actor) =>
    takeStep(world.deps, {
      subject,
      now: new Date(),
      decide: (_, __, moment) =>
        ({
          type,
          site: 'demo',
          at: moment.toISOString(),
          actor,
          purposes: [],
          ...(type === 'LanguageChosen' ? { language: 'en', facts: {} } : { facts: { processor: 'x', upTo: 1 } }),
        }) as unknown as StepFor<typeof type>,
    });

  test('what another does between its steps stops the rest, and the answer says what was done', async () => {
    const email = await subscriber();
    const stopped = await erasing(email, (subject) => step(subject, 'LanguageChosen', { kind: 'subject' }));
    expect(stopped).toMatchObject({
      code: 'changed-meanwhile',
      members: { done: [{ type: 'ConsentWithdrawn' }], preview: { dryRun: true, done: [{ type: 'DataErased' }] } },
    });
    const own = await idOf(email);
    expect((await world.entries()).filter(({ type, subject }) => type === 'DataErased' && subject === own)).toEqual([]);
  });

  test('what the system notes of its first step is no reason to stop', async () => {
    const email = await subscriber();
    const done = await erasing(email, (subject) => step(subject, 'ProcessorInformed', { kind: 'system' }));
    expect(done).toMatchObject({ done: [{ type: 'ConsentWithdrawn' }, { type: 'DataErased' }] });
  });

  test('whoever is later of two that race loses: what is done was previewed just so', async () => {
    const ORDERS: [string, object][] = [
      ['withdrawals', TOLD],
      ['objections', TOLD],
      ['holds', { label: 'A 1', ...LATER }],
      ['restrictions', TOLD],
    ];
    const any = fc.constantFrom(...ORDERS);
    await fc.assert(
      fc.asyncProperty(any, any, fc.boolean(), async (one, other, isBoundTwice) => {
        const email = await subscriber();
        const [seen, seenToo] = await Promise.all([one, other].map(([action, body]) => preview(action, email, body)));
        const expects = { expects: seen?.head };
        const [first, second] = await Promise.all([
          order(one[0], email, { ...one[1], ...expects }),
          order(other[0], email, { ...other[1], ...(isBoundTwice && expects) }),
        ]);
        const outcomes = [first, second].map(({ statusCode, ...answer }, n) => {
          const { done } = read({ statusCode, ...answer });
          const isBound = n === 0 || isBoundTwice;
          if (statusCode === 200 && done.length > 0 && isBound) {
            expect(done.map(({ type }) => type)).toEqual(types((n === 0 ? seen : seenToo) as Bound));
          }
          return statusCode === 200 ? done.length > 0 && isBound : [];
        });
        expect([first, second].some(({ statusCode }) => statusCode === 200)).toBe(true);
        // Of two that saw the same history one alone can be carried out on it.
        if (isBoundTwice) expect(outcomes.filter((isDone) => isDone === true)).toHaveLength(1);
        await consume();
      }),
      { numRuns: 12 },
    );
  });
});

describe('an order by the id that lists name somebody by', () => {
  const byId = (id: string | undefined, body: object = {}, site = 'demo') =>
    world.call('subjects', 'subjects-withdrawals', {
      body: { ...TOLD, reason: REASON, id, email: undefined, ...body },
      params: { site },
    });

  test('is the same as by the address', async () => {
    const email = await subscriber();
    const id = await idOf(email);
    expect(types(read(await byId(id)))).toEqual(['ConsentWithdrawn']);
  });

  test('is about nobody of another site, and about one person', async () => {
    const email = await subscriber();
    const id = await idOf(email);
    expectProblem(await byId(id, {}, 'notice-002'), { status: 404, code: 'unknown-person' });
    expectProblem(await byId('A'.repeat(22)), { status: 404, code: 'unknown-person' });
    expectProblem(await byId(id, { email }), { status: 422, code: 'invalid', pointers: ['/id'] });
    expectProblem(await byId(undefined), { status: 422, code: 'invalid', pointers: ['/email'] });
  });

  test('moves nobody: for that the address that there is has to be named', async () => {
    const email = await subscriber();
    const id = await idOf(email);
    const body = { reason: REASON, id, email: undefined, newEmail: 'new@example.net' };
    const answer = await world.call('subjects', 'subjects-rectifications', { body, params: { site: 'demo' } });
    expectProblem(answer, { status: 422, code: 'invalid', pointers: ['/email'] });
  });
});
