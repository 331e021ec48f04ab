import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { runReplay, type ReplayState } from '../../cli/replay/run';
import { sideBySide } from '../../cli/resume/side-by-side';
import type { Lack } from '../../cli/derived/person';
import { CONSUMERS } from '../../shared/consent/consumers';
import type { ConsumerName } from '../../shared/consent/steps/step-type';
import { journey } from '../integration/journey';
import { operatorIn } from '../integration/subject-orders';
import { startWorld, tokenOf, type World } from '../integration/world';
import { newsWithout } from './outages';
import { codes, people, progress, replayOf, taskOf } from './replaying';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterEach(() => world.renew());
afterAll(() => world.stop());

const replay = (consumer: ConsumerName, times?: number): Promise<Lack[]> => replayOf(world, consumer, times);
const NAMES = CONSUMERS.map(({ name }) => name);

/** Rows of the audience, but for when they were read. */
async function audience(): Promise<unknown[]> {
  const rows = (await world.items('audience')).filter(({ active }) => active !== undefined);
  return rows
    .map(({ seen: _, expiresAt: __, ...row }) => row)
    .sort((a, b) => `${a.pk}${a.sk}`.localeCompare(`${b.pk}${b.sk}`));
}

async function emptyAudience(): Promise<void> {
  for (const { pk, sk } of await world.items('audience')) {
    const TableName = process.env['AUDIENCE_TABLE'] as string;
    await world.dynamo.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }) }));
  }
}

test('invariant 9: the audience table is lost: it is made anew of the ledger, with its changes; done twice, it tells nobody', async () => {
  const { anna, ben } = await people(world);
  for (const name of NAMES) expect(await replay(name)).toEqual([]);
  const before = await audience();
  await emptyAudience();
  // Two who are in, and Dora, who waits.
  expect(codes(await replay('projector'))).toEqual([...Array<string>(3).fill('audienceMissing'), 'changeMissing']);
  const active = (rows: unknown[]): unknown[] => rows.filter((row) => (row as { active: boolean }).active);
  expect(active(await audience())).toEqual(active(before));
  const waiting = (rows: unknown[]): unknown[] => rows.filter((row) => 'waitsUntil' in (row as object));
  expect(waiting(before).length).toBeGreaterThan(0);
  expect(waiting(await audience())).toEqual(waiting(before));
  const changed = (await world.items('audience')).filter(({ pk }) => pk === 'changes#demo');
  expect(new Set(changed.map(({ what }) => what))).toEqual(new Set(['given', 'withdrawn']));
  world.advance('PT1M');
  expect(await replay('projector')).toEqual([]);
  // Who was lost and is in again can leave again.
  const token = tokenOf((await world.mails(ben.email))[0], 'unsubscribe');
  await world.call('unsubscribe', 'unsubscribe-button', { params: { token } });
  world.advance('PT16M');
  expect(codes(await replay('projector'))).toEqual(['audienceTooMuch', 'notCounted']);
  expect(active(await audience())).toHaveLength(2);
  // Nothing is left of Anna, so no history leads to her rows.
  const pk = `subject#${await world.subjectId(anna.email)}`;
  for (const { sk } of (await world.items('ledger')).filter((item) => item.pk === pk)) {
    const TableName = process.env['LEDGER_TABLE'] as string;
    await world.dynamo.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }) }));
  }
  world.advance('PT1M');
  expect(new Set(codes(await replay('projector')))).toEqual(new Set(['audienceTooMuch']));
  expect(active(await audience())).toEqual([]);
});

test('the pipe stopped for 20 hours: every consumer is told of what it missed, nobody gets a mail twice, no processor hears twice', async () => {
  const { anna, ben, dora, tell } = await people(world);
  const mailed = (await world.inbox.list(200)).length;
  const told = world.processors.told.length;
  const confirm = await dora.token('confirm');
  // The pipe stops. Anna leaves, Ben moves, Dora confirms, and Emil signs up.
  const token = tokenOf((await world.mails(anna.email))[0], 'unsubscribe');
  await world.call('unsubscribe', 'unsubscribe-button', { params: { token } });
  expect((await dora.press(confirm)).statusCode).toBe(200);
  await operatorIn(world).ordered('rectifications', ben.email, { newEmail: 'ben@example.org' });
  const emil = journey(world, () => Promise.resolve(), 'emil@example.com');
  await emil.signUp();
  world.advance('PT20H');
  expect((await world.inbox.list(200)).length).toBe(mailed);

  // Each is told three times at once, as a queue may.
  const found = new Map<ConsumerName, Lack[]>();
  for (const name of NAMES) found.set(name, await replay(name, 3));
  expect(codes(found.get('confirmations')!)).toEqual(['mailMissing', 'mailMissing']);
  expect(codes(found.get('mailer')!)).toEqual(['mailMissing']);
  expect(codes(found.get('projector')!)).toContain('audienceTooMuch');
  expect(codes(found.get('projector')!)).toContain('audienceMissing');
  expect(codes(found.get('notifier')!)).toEqual(['notTold', 'notTold']);
  // Those who had a mail just now are left alone for the time being.
  expect(codes(found.get('retention')!)).toContain('endWrong');
  const mails = (await world.inbox.list(200)).slice(0, -mailed || undefined);
  expect(mails).toHaveLength(3);
  expect(new Set(mails.map(({ to }) => to[0]))).toEqual(new Set([dora.email, 'ben@example.org', emil.email]));
  expect(world.processors.told.slice(told)).toHaveLength(2);

  // Ben confirms his new address while the pipe stands still once more.
  const moved = journey(world, () => Promise.resolve(), 'ben@example.org');
  expect((await moved.press(await moved.token('confirm'))).statusCode).toBe(200);
  world.advance('PT20H');
  expect(codes(await replay('mover'))).toEqual(['moveUnfinished']);
  expect((await world.history(ben.email)).map(({ type }) => type)).toContain('ConsentWithdrawn');

  // Whatever follows from that in turn; then nothing is left to do, and what was missed comes late and changes nothing.
  world.advance('PT16M');
  for (const name of NAMES) await replay(name);
  world.advance('PT16M');
  for (const name of NAMES) await replay(name);
  world.advance('PT16M');
  for (const name of NAMES) expect(await replay(name)).toEqual([]);
  const [rows, count] = [await audience(), (await world.inbox.list(200)).length];
  const deliveries = world.processors.told.length;
  await tell();
  expect(await audience()).toEqual(rows);
  expect([(await world.inbox.list(200)).length, world.processors.told.length]).toEqual([count, deliveries]);
});

test('side by side each part of the tables is read once, and a crash leaves what each of them did', async () => {
  await people(world);
  for (let n = 0; n < 12; n++) {
    const person = journey(world, newsWithout(world, ['projector']), `many-${n}@example.com`);
    await person.signUp();
    await person.press(await person.token('confirm'));
  }
  world.advance('PT16M');
  await emptyAudience();
  const whole = (await found('projector', 1)).told;
  expect(whole.length).toBeGreaterThan(12);
  for (const segments of [2, 5, 16]) {
    const { told } = await found('projector', segments);
    expect(names(told)).toEqual(names(whole));
  }
  // It crashes after so many pages; the same again goes on.
  for (const pages of [1, 3, 6]) {
    const before = await found('projector', 4, { pages });
    expect(before.told.length).toBeLessThan(whole.length);
    const after = await found('projector', 4, { begun: before.state });
    // At most a page of each part is told of twice.
    expect(new Set(names([...before.told, ...after.told]))).toEqual(new Set(names(whole)));
    expect(before.told.length + after.told.length).toBeLessThanOrEqual(whole.length + 4 * 3);
    expect(after.state?.map((part) => part?.phase)).toEqual(['done', 'done', 'done', 'done']);
    expect((await found('projector', 4, { begun: after.state })).told).toEqual([]);
  }
});

interface Crash {
  /** After so many pages it crashes. */
  readonly pages?: number;
  readonly begun?: readonly (ReplayState | undefined)[] | undefined;
}

/** What parts that are read side by side find; nobody is told. */
async function found(consumer: ConsumerName, segments: number, { pages = Infinity, begun }: Crash = {}) {
  const told: Lack[] = [];
  let state = begun;
  let left = pages;
  const task = taskOf(world, consumer, (lacks) => Promise.resolve(void told.push(...lacks)));
  const reached = (place: typeof state): Promise<void> => {
    if ((left -= 1) < 0) return Promise.reject(new Error('crashed'));
    state = place;
    return Promise.resolve();
  };
  const run = { begun, reached, progress, pageSize: 3 };
  await sideBySide(segments, run, (part) => runReplay(task, part)).catch((error: Error) => {
    expect(error.message).toBe('crashed');
  });
  return { told, state };
}

const names = (lacks: readonly Lack[]): string[] => lacks.map(({ subject, code }) => `${subject} ${code}`).sort();
