import { BatchWriteItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Entry } from '../../shared/consent/entry';
import { verifyVouched } from '../verify/vouched';
import { createTables, emptyTables } from './engine';
import { httpEvent, streamEvent, type Changes } from './fixtures';
import { confirmed, journey } from './journey';
import { newsOf } from './news';
import { runFunction } from './run-function';
import { startWorld, type Answer, type World } from './world';

/*
 * docs/moving.md as far as it goes here: tables are restored, or brought along to another region or account, under names of their
 * own, with the same secrets. `tables` of a stage gives functions those names in their environment; so does this.
 */

const TABLES = ['LEDGER_TABLE', 'VAULT_TABLE', 'AUDIENCE_TABLE', 'LOG_TABLE', 'LIMITS_TABLE'] as const;

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const nameOf = (variable: string): string => process.env[variable] ?? '';

async function copy(from: string, to: string): Promise<void> {
  for await (const { Items = [] } of paginateScan({ client: world.dynamo }, { TableName: from, Limit: 25 })) {
    const RequestItems = { [to]: Items.map((Item) => ({ PutRequest: { Item } })) };
    if (Items.length > 0) await world.dynamo.send(new BatchWriteItemCommand({ RequestItems }));
  }
}

/** Functions start anew with what their environment says now, as after a deployment. */
async function move(): Promise<void> {
  const there = await createTables(nameOf('AWS_ENDPOINT_URL_DYNAMODB'));
  const here = TABLES.map(nameOf);
  for (const variable of TABLES) await copy(nameOf(variable), there[variable] ?? '');
  Object.assign(process.env, there);
  await emptyTables(world.dynamo, here);
  jest.resetModules();
}

const call = (fn: string, event: string, changes: Changes): Promise<Answer> =>
  runFunction<Answer>(fn, httpEvent(event, changes));

async function entries(): Promise<Entry[]> {
  const found: Entry[] = [];
  const pages = paginateScan({ client: world.dynamo }, { TableName: nameOf('LEDGER_TABLE'), ConsistentRead: true });
  for await (const { Items = [] } of pages) {
    found.push(
      ...Items.map((item) => unmarshall(item)).flatMap(({ entry }) =>
        entry ? [JSON.parse(entry as string) as Entry] : [],
      ),
    );
  }
  return found;
}

/** The stream of a restored table begins with what is written from then on; what the log has already, it leaves out. */
const sequence = async (): Promise<unknown> =>
  runFunction('sequencer', streamEvent('sequencer-insert', await entries()));

async function logSize(): Promise<number> {
  const { body } = await call('log', 'log-checkpoint', {});
  return Number(body.split('\n')[1]);
}

test('tables under other names: old links end what was given, the log goes on, and evidence has both halves', async () => {
  const person = journey(world, newsOf(world), 'erika@example.com');
  const tokens = await confirmed(person);
  await sequence();
  const before = { size: await logSize(), entries: await entries() };
  expect(before.size).toBe(before.entries.length);

  await move();
  expect(await logSize()).toBe(before.size);
  const token = { params: { token: tokens.unsubscribe } };
  expect((await call('unsubscribe', 'unsubscribe-button', token)).statusCode).toBe(200);
  const { body } = await call('permissions', 'permissions', { body: { email: person.email } });
  expect(body).toContain('ConsentWithdrawn');

  const asked = { params: { site: 'demo' }, body: { email: person.email, reason: 'A letter of 1 November' } };
  let isDone = false;
  const evidence = call('evidence', 'evidence', asked).finally(() => (isDone = true));
  while (!isDone) {
    await sequence();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const answer = await evidence;
  expect(answer.statusCode).toBe(200);
  const { verdict } = verifyVouched(answer.body);
  expect(verdict).toBe('good');
  const types = (await entries()).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['ConsentGiven', 'ConsentWithdrawn', 'EvidenceDisclosed']));
  expect(await logSize()).toBe(types.length);

  // Of those that were left nothing is used.
  expect(await world.items('ledger')).toEqual([]);
  expect(await world.items('vault')).toEqual([]);
});
