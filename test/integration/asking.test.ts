import { reviewPeople } from '../../shared/actions/review-people';
import { logger } from '../../shared/logger';
import { queueEvent } from './fixtures';
import { newsOf } from './news';
import { CONTEXT, runFunction } from './run-function';
import { CONSUMER_EVENTS, startWorld, tokenOf, workOff, type Failures, type Tell, type World } from './world';

const SITE = 'notice-002';
const EMAIL = 'anna@example.org';
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
beforeEach(async () => {
  await world.renew();
  const body = { email: EMAIL, purposes: ['course-software'], language: 'de' };
  await world.call('signup', 'signup-json', { params: { site: SITE }, headers: { origin: undefined }, body });
  await consume();
  const token = tokenOf((await world.mails(EMAIL))[0], 'confirm');
  expect((await world.call('confirm', 'confirm-button', { params: { token } })).statusCode).toBe(200);
  await consume();
  await run();
  world.advance('P3Y');
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => world.stop());

const run = (): Promise<void> => runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
const questions = async (): Promise<number> =>
  (await world.mails(EMAIL)).filter(({ links }) => links.some((link) => link.includes('/keep/'))).length;
const mailer = (message: Tell): Promise<Failures> =>
  runFunction<Failures>('mailer', queueEvent(CONSUMER_EVENTS.mailer, message));

test('the review sends nothing, and has the mailer ask: one message, of ids alone', async () => {
  await run();
  expect(await questions()).toBe(0);
  expect(world.queued).toEqual([{ site: SITE, subject: await world.subjectId(EMAIL, SITE) }]);
  await workOff(world);
  expect(await questions()).toBe(1);
});

test('however many runs there are before the mailer gets to it, each question is asked once', async () => {
  for (let day = 0; day < 4; day += 1) {
    await run();
    world.advance('P1D');
  }
  expect(world.queued).toHaveLength(4);
  await workOff(world);
  await consume();
  expect(await questions()).toBe(1);
  await run();
  expect(world.queued).toEqual([]);
});

test('a message that is handed out twice at once, as SQS may, asks once; the other comes again and finds it asked', async () => {
  await run();
  await run();
  const [message] = world.queued;
  const answers = await Promise.all([mailer(message!), mailer(message!)]);
  expect(answers.flatMap(({ batchItemFailures }) => batchItemFailures)).toHaveLength(1);
  expect(await questions()).toBe(1);
  expect((await mailer(message!)).batchItemFailures).toEqual([]);
  expect(await questions()).toBe(1);
});

test('whoever died in the middle of asking keeps nobody from it for longer than a message rests', async () => {
  await run();
  const [message] = world.queued;
  world.mailServiceIsDown(true);
  expect((await mailer(message!)).batchItemFailures).toHaveLength(1);
  world.mailServiceIsDown(false);
  world.advance('PT3M');
  await workOff(world);
  expect(await questions()).toBe(1);
});

test('who is heard of while the message waits is not asked', async () => {
  await run();
  await world.call('reports', 'activity', { params: { site: SITE }, body: { emails: [EMAIL] } });
  await workOff(world);
  expect(await questions()).toBe(0);
});

test('a queue that takes nothing: the review says that it failed, and the next has them asked', async () => {
  const mailerQueue = { ...world.deps.mailerQueue, url: world.deps.mailerQueue.url.replace('mailer', 'nobody') };
  await expect(reviewPeople({ ...world.deps, mailerQueue }, () => 60_000)).rejects.toThrow(
    expect.objectContaining({ name: 'ReviewIncomplete' }) as Error,
  );
  await run();
  await workOff(world);
  expect(await questions()).toBe(1);
});

test('a mail whose turn does not come within the batch is no error: it comes again', async () => {
  await run();
  const [message] = world.queued;
  const [info, error] = [jest.spyOn(logger, 'info'), jest.spyOn(logger, 'error')];
  // Time enough to begin with the message, and none any more when it is the turn of the mail.
  const left = [30_000];
  const event = queueEvent(CONSUMER_EVENTS.mailer, message!);
  const context = { ...CONTEXT, getRemainingTimeInMillis: () => left.shift() ?? 14_000 };
  expect((await runFunction<Failures>('mailer', event, context)).batchItemFailures).toHaveLength(1);
  expect(await questions()).toBe(0);
  expect(info).toHaveBeenCalledWith('comes again', { problem: 'TimeIsUp' });
  expect(error).not.toHaveBeenCalled();
  world.advance('PT3M');
  await workOff(world);
  expect(await questions()).toBe(1);
});
