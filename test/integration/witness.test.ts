import { openNote } from '../../shared/verify/note';
import type { Bundle } from '../../shared/verify/format';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { testWitness } from '../log/witness-key';
import { confirmed, journey, type Journey } from './journey';
import { observe } from './observe';
import { newsOf } from './news';
import { runFunction } from './run-function';
import { ScriptedWitness, type Behaviour } from './scripted-witness';
import { startWorld, whileSequencing, type World } from './world';

const KEY = testWitness('witness.example/w1', 21);
const STRANGER = testWitness('witness.example/w1', 22);

let world: World;
let witness: ScriptedWitness;
/** Whose step is the news. */
let tell: () => Promise<void>;
let newest: Journey;
/** A withdrawal by its link. */
let unsubscribe: string;
let count = 0;

beforeAll(async () => {
  world = await startWorld();
  witness = await ScriptedWitness.start(KEY);
  process.env['WITNESSES'] = witness.setting;
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
  ({ unsubscribe } = await confirmed(journey(world, (tell = newsOf(world)), 'erika@example.com')));
});
afterAll(async () => {
  await witness.stop();
  await world.stop();
});

/** There is something that nobody cosigned yet. */
async function bringNews(): Promise<void> {
  count += 1;
  newest = journey(world, tell, `person-${count}@example.com`);
  await newest.signUp();
  await world.sequence();
}
beforeEach(async () => {
  witness.behaviour = undefined;
  await bringNews();
});

const withdraw = async (): Promise<number> =>
  (await world.call('unsubscribe', 'unsubscribe-one-click', { params: { token: unsubscribe } })).statusCode;

const run = async (): Promise<string> => (await observe(() => runFunction('witness'))).log;

const published = async (): Promise<string> =>
  (await world.call('log', 'log-checkpoint', { rawPath: '/log/checkpoint' })).body;

async function evidence(): Promise<Bundle> {
  const body = { email: newest.email, reason: 'A letter of 1 November' };
  const answer = await whileSequencing(world, world.call('evidence', 'evidence', { body }));
  expect(answer.statusCode).toBe(200);
  return JSON.parse(answer.body) as Bundle;
}

/** What a reader finds who knows the witness. */
function said(bundle: Bundle): string {
  const { claims } = verifyBundle(JSON.stringify(bundle), { keys: bundle.log.keys, witnesses: [KEY.key] });
  expect(claims.filter(({ state }) => state === 'fails')).toEqual([]);
  const claim = claims.find(({ id }) => id === 'witnesses');
  const codes = [...(claim?.findings ?? []), ...(claim?.notes ?? [])].map(({ code }) => code);
  return [claim?.state, ...new Set(codes)].join(' ');
}

test('the newest checkpoint is cosigned, published with it, and evidence rules a second version out', async () => {
  expect(await run()).not.toContain('witness');
  const note = openNote(await published(), [], [KEY.key]);
  expect(note?.cosigners).toEqual([{ key: KEY.key, at: expect.stringMatching(/^2026-11-22T/) as string }]);
  const bundle = await evidence();
  expect(bundle.log.witnesses).toEqual([KEY.key]);
  expect(said(bundle)).toBe('holds cosigned');
  // Since the reading there is a newer one, which nobody has cosigned yet.
  expect(openNote(await published(), [], [KEY.key])?.cosigners).toEqual([]);
});

test('what is cosigned is not submitted again', async () => {
  await run();
  const before = witness.asked.length;
  await run();
  expect(witness.asked).toHaveLength(before);
});

test('a witness that lags gets the proof from where it is; one that starts anew, too', async () => {
  await run();
  const early = witness.seen;
  await bringNews();
  await run();
  for (const seen of [early, undefined]) {
    witness.seen = seen;
    await bringNews();
    expect(await run()).not.toContain('witness');
    expect(witness.asked.at(-1)).toMatchObject({ oldSize: seen?.size ?? 0 });
  }
});

test('an answer that was lost is no contradiction: the witness is ahead of what we know, and says so', async () => {
  witness.behaviour = (asked) => {
    witness.honest(asked);
    return 'drop';
  };
  expect(await run()).toContain('"problem":"silent"');
  witness.behaviour = undefined;
  expect(await run()).not.toContain('witness');
  expect(said(await evidence())).toBe('holds cosigned');
});

const cosignedBy =
  (key: typeof KEY, text?: string): Behaviour =>
  ({ note }) => ({
    status: 200,
    body: key.cosign(note, new Date(), text),
  });

const TROUBLES: readonly [string, string, Behaviour][] = [
  ['is down', 'silent', () => 'drop'],
  ['fails', 'silent', () => ({ status: 503 })],
  ['has no time', 'silent', () => ({ status: 429 })],
  ['does not know the log', 'refuses', () => ({ status: 404 })],
  ['does not know the key', 'refuses', () => ({ status: 403 })],
  ['answers with a page', 'garbles', () => ({ status: 200, body: '<html>hello</html>' })],
  ['answers with a megabyte', 'garbles', () => ({ status: 200, body: '— '.repeat(300_000) })],
  ['leads elsewhere', 'garbles', () => ({ status: 302, headers: { location: 'http://127.0.0.1:9/' } })],
  ['is at no size', 'garbles', () => ({ status: 409, body: 'twelve' })],
  ['is at another size each time', 'garbles', ({ oldSize }) => ({ status: 409, body: `${oldSize === 1 ? 2 : 1}\n` })],
  ['signs with another key', 'garbles', cosignedBy(STRANGER)],
  ['signs something else', 'garbles', cosignedBy(KEY, 'consent.example.com/log\n1\nAAAA\n')],
  [
    'lives in the future',
    'garbles',
    ({ note }) => ({ status: 200, body: KEY.cosign(note, new Date(Date.now() + 6e5)) }),
  ],
];

describe.each(TROUBLES)('a witness that %s', (_, problem, behaviour) => {
  test(`is reported as "${problem}", and nothing else suffers`, async () => {
    witness.behaviour = behaviour;
    const log = await run();
    expect(log).toContain('"message":"witness does not cosign"');
    expect(log).toContain(`"problem":"${problem}"`);
    expect(log).toContain('"witness":"witness.example/w1"');
    expect(log).not.toMatch(/contradicting|lagging/);
    expect(said(await evidence())).toBe('open newerThanCosigned cosigned');
    expect(await withdraw()).toBe(200);
    world.advance('PT15M');
    expect(await run()).toContain('"message":"witnesses lagging"');
    witness.behaviour = undefined;
    expect(await run()).not.toContain('witness');
    expect(said(await evidence())).toBe('holds cosigned');
  });
});

test('a witness that hangs holds nothing up', async () => {
  witness.behaviour = () => 'hang';
  const hanging = run();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const began = performance.now();
  expect(await withdraw()).toBe(200);
  await world.sequence();
  expect(said(await evidence())).toMatch(/^open/);
  expect(performance.now() - began).toBeLessThan(6000);
  expect(await hanging).toContain('silent');
});

const CONTRADICTIONS: readonly [string, Behaviour][] = [
  ['knows a larger log', ({ checkpoint }) => ({ status: 409, body: `${checkpoint.size + 1}\n` })],
  ['knows another root of that size', ({ checkpoint }) => ({ status: 409, body: `${checkpoint.size}\n` })],
  ['finds that the proof does not fit', () => ({ status: 422 })],
];

describe.each(CONTRADICTIONS)('a witness that %s', (_, behaviour) => {
  test('contradicts: an alarm rings, evidence says so for as long as it does not cosign', async () => {
    await run();
    await bringNews();
    witness.behaviour = behaviour;
    expect(await run()).toContain('"message":"witnesses contradicting"');
    witness.behaviour = () => 'drop';
    expect(await run()).toContain('"message":"witnesses contradicting"');
    const bundle = await evidence();
    expect(said(bundle)).toBe('open contradicted newerThanCosigned cosigned');
    const reading = bundle.entries.at(-1)?.parts['reading'];
    const contradictedBy = [{ key: KEY.key, since: expect.any(String) as string }];
    expect(reading).toMatchObject({ data: { contradictedBy } });
    witness.behaviour = undefined;
    expect(await run()).not.toContain('witness');
    expect(said(await evidence())).toBe('holds cosigned');
  });
});
