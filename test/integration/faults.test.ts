import { asDigest, asSubject } from '../ids';
import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { fold, purposesInForce, type SubjectState } from '../../shared/consent/fold';
import { factsOf, type Entry } from '../../shared/consent/entry';
import { audit } from './audit';
import { failCall, type Outcome, type Reach } from './fault';
import { startWorld, tellConsumers, tokenOf, type Item, type World } from './world';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';

let world: World;
let dynamo: DynamoDBClient;
let nameSubject: (email: string) => Promise<string>;

beforeAll(async () => {
  world = await startWorld();
  ({ client: dynamo } = world.deps.ledger);
  nameSubject = (email) => subjectId(world.deps.subjectKey, 'demo', email);
});
afterAll(() => world.stop());

async function history(email: string): Promise<readonly Entry[]> {
  return (await readHistory(world.deps.ledger, asSubject(await nameSubject(email)), new Date())).entries;
}

async function state(email: string): Promise<SubjectState> {
  return fold(await history(email), new Date());
}

/** Steps whose consumers did their work; a message comes again until then. */
const told = new Set<string>();

async function consume(email: string): Promise<void> {
  for (const entry of (await history(email)).filter(({ hash }) => !told.has(hash))) {
    await tellConsumers(entry);
    told.add(entry.hash);
  }
}

const signUp = async (email: string): Promise<number> =>
  (await world.call('signup', 'signup-json', { body: { email, purposes: ['newsletter-product'] } })).statusCode;

async function press(email: string, fn: 'confirm' | 'unsubscribe'): Promise<number> {
  const mail = (await world.mails(email)).find(({ links }) => links.some((link) => link.includes(`/${fn}/`)));
  const answer = await world.call(fn, `${fn}-button`, { params: { token: tokenOf(mail, fn) } });
  return answer.statusCode;
}

/** A consumer answers for itself with what it could not do; its queue brings that again. */
async function work(email: string): Promise<number> {
  try {
    await consume(email);
    return 200;
  } catch {
    return 503;
  }
}

async function counts(email: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const entry of await history(email)) {
    const { mail } = factsOf(entry);
    const key = mail ? `${entry.type} ${mail}` : entry.type;
    found[key] = (found[key] ?? 0) + 1;
  }
  return found;
}

const isInForce = async (email: string): Promise<boolean> =>
  purposesInForce(await state(email)).has('newsletter-product');

interface Operation {
  readonly name: string;
  readonly before: readonly ((email: string) => Promise<unknown>)[];
  readonly run: (email: string) => Promise<number>;
  /** What has to hold once it was repeated until it worked. */
  readonly after: (email: string) => Promise<void>;
  /** What has to hold as soon as it was acknowledged. */
  readonly acknowledged?: (email: string) => Promise<void>;
}

const OPERATIONS: readonly Operation[] = [
  {
    name: 'a sign-up',
    before: [],
    run: signUp,
    after: async (email) => {
      expect(await counts(email)).toEqual({ ConsentRequested: 1, 'MailSent confirmation': 1 });
    },
  },
  {
    name: 'the confirmation mail',
    before: [signUp],
    run: work,
    after: async (email) => {
      expect((await counts(email))['MailSent confirmation']).toBe(1);
      expect((await world.mails(email)).length).toBeGreaterThanOrEqual(1);
    },
  },
  {
    name: 'a confirmation',
    before: [signUp, consume],
    run: (email) => press(email, 'confirm'),
    acknowledged: async (email) => expect(await isInForce(email)).toBe(true),
    after: async (email) => {
      expect(await isInForce(email)).toBe(true);
      expect(await counts(email)).toMatchObject({ ConsentGiven: 1, 'MailSent welcome': 1 });
    },
  },
  {
    name: 'what follows from a confirmation',
    before: [signUp, consume, (email) => press(email, 'confirm')],
    run: work,
    after: async (email) => {
      expect((await counts(email))['MailSent welcome']).toBe(1);
      expect(await keptForGood(email)).toBe(true);
    },
  },
  {
    name: 'a withdrawal',
    before: [signUp, consume, (email) => press(email, 'confirm'), consume],
    run: (email) => press(email, 'unsubscribe'),
    acknowledged: async (email) => expect(await isInForce(email)).toBe(false),
    after: async (email) => {
      expect(await isInForce(email)).toBe(false);
      expect((await counts(email))['ConsentWithdrawn']).toBe(1);
    },
  },
];

/** Whether nothing of the person's proof would go by itself. */
async function keptForGood(email: string): Promise<boolean> {
  const digests = new Set((await history(email)).flatMap(({ parts }) => Object.values(parts)));
  const items = await itemsOf(await nameSubject(email));
  return items
    .filter(({ digest }) => digest === undefined || digests.has(asDigest(digest as string)))
    .filter(({ type }) => type !== 'ProcessorInformed')
    .every(({ expiresAt }) => expiresAt === undefined);
}

/** What ledger and vault hold of a person, as it lies there. */
async function itemsOf(subject: string): Promise<Item[]> {
  const found = await Promise.all(
    ['LEDGER_TABLE', 'VAULT_TABLE'].map((table) =>
      world.dynamo.send(
        new QueryCommand({
          TableName: process.env[table],
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: `subject#${subject}` } },
        }),
      ),
    ),
  );
  return found.flatMap(({ Items = [] }) => Items.map((item) => unmarshall(item) as Item));
}

const CASES = OPERATIONS.flatMap((operation) =>
  (['not saved', 'saved'] as const).flatMap((outcome) =>
    (['for good', 'for once'] as const).map((reach) => [operation.name, outcome, reach, operation] as const),
  ),
);

/** Plays the operation with its nth call failing; false when it makes fewer calls than that. */
async function playWithFault(
  { before, run, after, acknowledged }: Operation,
  nth: number,
  outcome: Outcome,
  reach: Reach,
) {
  const email = `fault-${Math.random().toString(36).slice(2)}@example.com`;
  for (const step of before) await step(email);
  const fault = failCall(dynamo, nth, outcome, reach);
  const status = await run(email);
  fault.heal();
  if (status < 300) await acknowledged?.(email);
  else expect(status).toBe(503);
  if ((await history(email)).length === 0) expect(await world.mails(email)).toEqual([]);

  expect(await run(email)).toBeLessThan(300);
  await acknowledged?.(email);
  await consume(email);
  await after(email);
  return fault.fired();
}

test.each(CASES)(
  '%s: each of its calls can fail, %s, %s, and a repetition repairs it',
  async (_n, outcome, reach, operation) => {
    let nth = 0;
    while (await playWithFault(operation, nth, outcome, reach)) nth++;
    expect(nth).toBeGreaterThanOrEqual(3);
  },
);

test('whatever failed, ledger and vault are as they have to be', () => audit(world));

describe('the mail service', () => {
  test('is down: the sign-up is still taken, and its mail goes out when the service is back', async () => {
    const email = 'down@example.com';
    world.mailServiceIsDown(true);
    expect(await signUp(email)).toBe(202);
    expect(await work(email)).toBe(503);
    expect(await counts(email)).toEqual({ ConsentRequested: 1 });
    world.mailServiceIsDown(false);
    await consume(email);
    expect(await counts(email)).toEqual({ ConsentRequested: 1, 'MailSent confirmation': 1 });
    expect(await world.mails(email)).toHaveLength(1);
  });

  test('is down: a withdrawal takes effect with its answer all the same', async () => {
    const email = 'withdraws@example.com';
    await signUp(email);
    await consume(email);
    await press(email, 'confirm');
    await consume(email);
    world.mailServiceIsDown(true);
    expect(await press(email, 'unsubscribe')).toBe(200);
    expect(await isInForce(email)).toBe(false);
    world.mailServiceIsDown(false);
  });
});

describe('DynamoDB throttles', () => {
  test.each(['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded'])(
    'with %s: the answer says to come back, nothing was written, and coming back helps',
    async (code) => {
      const email = `throttled-${code.toLowerCase()}@example.com`;
      const name = `throttled-${code}`;
      const throttled = () => () => {
        throw Object.assign(new Error('injected'), { name: code });
      };
      dynamo.middlewareStack.add(throttled, { step: 'initialize', name });
      const answer = await world.call('signup', 'signup-json', { body: { email, purposes: ['newsletter-product'] } });
      dynamo.middlewareStack.remove(name);
      expect(answer.statusCode).toBe(503);
      expect(answer.headers).toMatchObject({ 'Retry-After': '2', 'Content-Type': 'application/problem+json' });
      expect(await history(email)).toEqual([]);
      expect(await signUp(email)).toBe(202);
    },
  );
});

test('the vault is down: a withdrawal takes effect, and says that its network part is missing', async () => {
  const email = 'vault-down@example.com';
  await signUp(email);
  await consume(email);
  await press(email, 'confirm');
  await consume(email);
  const name = 'vault-down';
  const vaultDown = (next: (args: { input: { TableName?: string } }) => Promise<unknown>) => {
    return (args: { input: { TableName?: string } }) => {
      if (args.input.TableName === process.env['VAULT_TABLE']) throw new Error('injected');
      return next(args);
    };
  };
  dynamo.middlewareStack.add(vaultDown as never, { step: 'initialize', name });
  expect(await press(email, 'unsubscribe')).toBe(200);
  dynamo.middlewareStack.remove(name);
  expect((await history(email)).at(-1)).toMatchObject({
    type: 'ConsentWithdrawn',
    facts: { missing: ['network'] },
    parts: {},
  });
  await audit(world);
});
