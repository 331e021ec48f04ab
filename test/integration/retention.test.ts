import { asSubject } from '../ids';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { statistics } from '../../cli/statistics';
import { purposesInForce, fold } from '../../shared/consent/fold';
import type { Entry } from '../../shared/consent/entry';
import { queueEvent } from './fixtures';
import { newsOf } from './news';
import { CONSUMER_EVENTS, startWorld, tellConsumers, tokenOf, type Item, type World } from './world';
import { sealParts, type SealedPart } from '../../shared/ledger/part';
import { readStatistics } from '../../shared/ledger/statistics';
import { putPart, readParts } from '../../shared/ledger/vault';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { runFunction } from './run-function';
import type { Failures } from './world';

let world: World;
let news: () => Promise<void>;
let people = 0;

beforeAll(async () => {
  world = await startWorld();
  news = newsOf(world);
});
afterEach(() => world.advance('PT1M'));
afterAll(() => world.stop());

const seconds = (iso: string): number => Date.parse(iso) / 1000;

/** Somebody at a site who confirmed, and how to take it back. */
class Subscriber {
  readonly email = `subscriber-${++people}@example.com`;
  subject = '';
  private unsubscribe = '';

  constructor(
    private readonly site: string,
    private readonly purposes = ['newsletter'],
  ) {}

  async join(): Promise<this> {
    const body = { email: this.email, purposes: this.purposes, language: 'de' };
    const signUp = await world.call('signup', 'signup-json', {
      params: { site: this.site },
      headers: { origin: undefined },
      body,
    });
    expect(signUp.statusCode).toBe(202);
    await news();
    world.advance('PT1S');
    const press = await world.call('confirm', 'confirm-button', { params: { token: await this.token('confirm') } });
    expect(press.statusCode).toBe(200);
    await news();
    this.unsubscribe = await this.token('unsubscribe');
    const last = (await world.entries()).sort((one, other) => one.at.localeCompare(other.at)).at(-1);
    this.subject = last?.subject ?? '';
    return this;
  }

  private async token(kind: 'confirm' | 'unsubscribe'): Promise<string> {
    const found = (await world.mails(this.email)).find(({ links }) => links.some((link) => link.includes(`/${kind}/`)));
    return tokenOf(found, kind);
  }

  async leave(): Promise<void> {
    const page = await world.call('unsubscribe', 'unsubscribe-button', { params: { token: this.unsubscribe } });
    expect(page.statusCode).toBe(200);
  }

  /** But for who was told of the person, which is kept by itself. */
  async items(table: 'ledger' | 'vault'): Promise<Item[]> {
    const own = (await world.items(table)).filter(({ pk }) => pk === `subject#${this.subject}`);
    return own.filter(({ type }) => type !== 'ProcessorInformed' && type !== 'DeletionConfirmed');
  }

  async entries(): Promise<Entry[]> {
    return (await this.items('ledger')).flatMap(({ entry }) => (entry ? [JSON.parse(entry as string) as Entry] : []));
  }

  async ends(table: 'ledger' | 'vault', name = ''): Promise<unknown[]> {
    return (await this.items(table)).filter(({ sk }) => sk.includes(name)).map(({ expiresAt }) => expiresAt);
  }

  /** Tells one consumer alone. */
  async isTold(name: 'notifier' | 'retention'): Promise<void> {
    const event = queueEvent(CONSUMER_EVENTS[name], { site: this.site, subject: this.subject });
    const { batchItemFailures } = await runFunction<Failures>(name, event);
    expect(batchItemFailures).toEqual([]);
  }

  async retain(): Promise<void> {
    await this.isTold('retention');
  }
}

async function audience(site: string, purpose = 'newsletter'): Promise<string[]> {
  const answer = await world.call('audience', 'audience', { params: { site, purpose } });
  return (JSON.parse(answer.body) as { recipients: { email: string }[] }).recipients.map(({ email }) => email);
}

test('a withdrawal gives everything of the record the end that the site keeps proof until, once', async () => {
  const anna = await new Subscriber('notice-002').join();
  expect(await anna.ends('ledger')).toStrictEqual(Array(4).fill(undefined));
  expect(await anna.ends('vault', '#address#')).toStrictEqual([undefined]);
  await anna.leave();
  await news();
  const { at } = (await anna.entries()).find(({ type }) => type === 'ConsentWithdrawn') as Entry;
  const end = Math.floor(seconds(at.replace('2026', '2030')));
  expect(await anna.ends('ledger')).toStrictEqual(Array(5).fill(end));
  expect(await anna.ends('vault', '#mail#')).toStrictEqual([end, end]);
  const before = [await anna.items('ledger'), await anna.items('vault')];
  await anna.retain();
  expect([await anna.items('ledger'), await anna.items('vault')]).toStrictEqual(before);
});

test('the address that a step came from goes after seven days, in force or not', async () => {
  const anna = await new Subscriber('notice-003').join();
  const network = (await anna.ends('vault', '#network#')) as number[];
  const times = (await anna.entries()).filter(({ parts }) => parts['network']).map(({ at }) => Math.floor(seconds(at)));
  expect(network.sort()).toStrictEqual(times.map((at) => at + 7 * 24 * 60 * 60));
});

describe('where a site deletes at once', () => {
  test('nothing is left of who unsubscribes, nor in the audience, and they can come back', async () => {
    const anna = await new Subscriber('notice-001').join();
    expect(await audience('notice-001')).toStrictEqual([anna.email]);
    await anna.leave();
    await news();
    expect(await anna.items('ledger')).toStrictEqual([]);
    expect(await anna.items('vault')).toStrictEqual([]);
    expect(await audience('notice-001')).toStrictEqual([]);
    await anna.join();
    expect(await audience('notice-001')).toStrictEqual([anna.email]);
    await anna.leave();
    await news();
  });

  test('the projector learns of it even if nothing is left when it looks', async () => {
    const anna = await new Subscriber('notice-001').join();
    await anna.leave();
    const [last] = (await anna.entries()).slice(-1);
    await anna.isTold('notifier');
    await anna.isTold('retention');
    expect(await anna.items('ledger')).toStrictEqual([]);
    await tellConsumers(last as Entry);
    const members = (await world.items('audience')).filter(({ sk }) => sk === anna.subject);
    expect(members.map(({ active }) => active)).toStrictEqual([false]);
  });

  test('stopped anywhere on the way, it never leaves a consent without its withdrawal, and goes on', async () => {
    const anna = await new Subscriber('notice-001', ['newsletter', 'analysis']).join();
    await anna.leave();
    await anna.isTold('notifier');
    const { client: dynamo } = world.deps.ledger;
    for (let left = 100, calls = 0; left > 0; calls = 0) {
      const stop = { name: 'stop', step: 'initialize' as const, override: true };
      dynamo.middlewareStack.add(
        (next, context) => (args) => {
          const isWrite = ['DeleteItemCommand', 'UpdateItemCommand'].includes(String(context['commandName']));
          if (isWrite && ++calls > 1) throw new Error('the machine is gone');
          return next(args);
        },
        stop,
      );
      await anna.retain().catch(() => undefined);
      dynamo.middlewareStack.remove('stop');
      const rest = await anna.entries();
      expect(purposesInForce(fold(rest, new Date())).size).toBe(0);
      left = rest.length + (await anna.items('vault')).length;
    }
  });
});

test('what is past its end comes back under no other rule', async () => {
  const anna = await new Subscriber('notice-002').join();
  await anna.leave();
  await news();
  world.advance('P4Y');
  world.advance('PT1M');
  // As TTL may: the newest first, and the rest some time later.
  const [withdrawal] = (await anna.items('ledger')).slice(-1);
  const key = marshall({ pk: withdrawal?.pk, sk: withdrawal?.sk });
  await world.dynamo.send(new DeleteItemCommand({ TableName: process.env['LEDGER_TABLE'], Key: key }));
  await anna.retain();
  expect(await anna.items('ledger')).toStrictEqual([]);
});

test('a sign-up that was confirmed in time is kept, however late we hear of it', async () => {
  const anna = await new Subscriber('notice-002').join();
  const [request] = await anna.items('ledger');
  const past = new UpdateItemCommand({
    TableName: process.env['LEDGER_TABLE'],
    Key: marshall({ pk: request?.pk, sk: request?.sk }),
    UpdateExpression: 'SET expiresAt = :end',
    ExpressionAttributeValues: marshall({ ':end': Math.floor(Date.now() / 1000) - 1 }),
  });
  await world.dynamo.send(past);
  await anna.retain();
  expect(await anna.ends('ledger')).toStrictEqual(Array(4).fill(undefined));
});

test('where persons go and counts stay, each purpose is counted once', async () => {
  const people = [];
  for (const purposes of [['newsletter-events'], ['newsletter-events', 'product-updates']]) {
    const someone = await new Subscriber('notice-004', purposes).join();
    await someone.leave();
    people.push(someone);
  }
  await news();
  for (const someone of people) await someone.retain();
  const counts = [];
  for await (const count of readStatistics(world.deps.ledger, 'notice-004')) counts.push(count);
  const day = (await people[0]?.entries())?.at(-1)?.at.slice(0, 10);
  expect(counts).toStrictEqual([
    { day, purpose: 'newsletter-events', outcome: 'ConsentWithdrawn', count: 2 },
    { day, purpose: 'product-updates', outcome: 'ConsentWithdrawn', count: 1 },
  ]);
  const said: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line)) > 0);
  await statistics(['--site', 'notice-004']).finally(() => spy.mockRestore());
  expect(said.slice(1).join('')).toBe(
    `${day},newsletter-events,ConsentWithdrawn,2\n${day},product-updates,ConsentWithdrawn,1\n`,
  );
  const kept = (await world.items('ledger')).filter(({ pk }) => pk === 'statistics#notice-004');
  const ids = (await Promise.all(people.map((someone) => someone.entries())))
    .flat()
    .map(({ recordId, subject }) => [recordId, subject]);
  for (const id of ids.flat()) expect(JSON.stringify(kept)).not.toContain(id);
});

test('while a hold stands nothing ends, not even who looks at it', async () => {
  const anna = await new Subscriber('notice-002').join();
  await anna.leave();
  const order = (body: object) => {
    const said = { email: anna.email, reason: 'A letter', ...body };
    return world.call('subjects', 'subjects-holds', { params: { site: 'notice-002' }, body: said });
  };
  expect((await order({ label: 'A', reviewBy: '2099-12-31' })).statusCode).toBe(200);
  await world.evidence(anna.email, 'notice-002');
  await news();
  expect(await anna.ends('ledger')).toStrictEqual(Array(7).fill(undefined));
  expect(new Set(await anna.ends('vault'))).toStrictEqual(new Set([undefined]));
  expect((await order({ label: 'A', lift: true })).statusCode).toBe(200);
  await news();
  expect(await anna.ends('ledger')).toStrictEqual(Array(8).fill(expect.any(Number)));
});

test('evidence is good though the end of the chain is deleted while it is read', async () => {
  const anna = await new Subscriber('notice-002').join();
  await world.evidence(anna.email, 'notice-002');
  world.advance('P1Y');
  world.advance('PT3H');
  const { client: dynamo } = world.deps.ledger;
  let queries = 0;
  dynamo.middlewareStack.add(
    (next, context) => async (args) => {
      // It has read ledger and vault, and is about to look where its own entry goes.
      if (context['commandName'] === 'QueryCommand' && ++queries === 3) await anna.retain();
      return next(args);
    },
    { name: 'delete', step: 'initialize' },
  );
  const { records, disclosures } = await world.evidence(anna.email, 'notice-002').finally(() => {
    dynamo.middlewareStack.remove('delete');
  });
  expect(records[0]?.entries).toHaveLength(4);
  // Noted twice, as the first one took the place of the one that was deleted.
  expect(disclosures).toHaveLength(2);
});

test('what a step left behind that was never taken keeps the end it was born with', async () => {
  const anna = await new Subscriber('notice-002').join();
  const subject = asSubject(anna.subject);
  const [part] = sealParts({ reason: { reason: 'A letter' } }) as [SealedPart];
  await putPart(world.deps.vault, subject, undefined, part, new Date(Date.now() + 1000 * 60));
  await anna.retain();
  expect((await readParts(world.deps.vault, subject, new Date())).get(part.digest)).toBeDefined();
  world.advance('PT2M');
  await anna.retain();
  expect((await anna.items('vault')).filter(({ sk }) => sk.includes('#reason#'))).toStrictEqual([]);
});
