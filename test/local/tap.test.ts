import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { openBase, type Base } from '../../local/base';
import { callEngine, EngineError } from '../../local/dynamo/client';
import { startDatabase, type Database } from '../../local/dynamo/database';
import { readBody, serve } from '../../local/http';
import { Shutdown } from '../../local/shutdown';
import { testEngine } from './engine';
import { temporaryFolder, until } from './folder';

const folder = temporaryFolder();
const engine = testEngine();

/** What befalls the put of an item, told by its `pk`; the engine is otherwise reached unharmed. */
type Fate = 'saved, then killed' | 'killed, not saved' | 'saved, then cut off';
const fates = new Map<string, Fate>();
let victim: ChildProcess | undefined;
let faulty: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  faulty = await serve((request, response) => {
    void readBody(request).then(async (bytes) => {
      const body = bytes.toString();
      const isPut = String(request.headers['x-amz-target']).endsWith('.PutItem');
      const { Item } = JSON.parse(body) as { Item?: { pk: { S: string } } };
      await suffer(isPut ? fates.get(Item?.pk.S ?? '') : undefined, response, () =>
        fetch(engine.endpoint(), { method: 'POST', headers: request.headers as Record<string, string>, body }),
      );
    });
  });
});
afterAll(() => faulty.close());

async function suffer(fate: Fate | undefined, response: ServerResponse, forward: () => Promise<Response>) {
  const answer = fate === 'killed, not saved' ? undefined : await forward();
  if (fate === 'saved, then cut off') response.destroy();
  else if (fate) victim?.kill('SIGKILL');
  else response.writeHead(answer?.status ?? 500).end(await answer?.text());
}

function put(url: string, pk: string, table = 'Ledger'): Promise<unknown> {
  return callEngine(url, 'PutItem', {
    TableName: table,
    Item: { pk: { S: pk }, sk: { S: 'entry#00000000' }, type: { S: 'ConsentRequested' } },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
}

interface Opened {
  readonly base: Base;
  readonly database: Database;
  readonly close: () => Promise<void>;
}

async function opened(name: string): Promise<Opened> {
  const shutdown = new Shutdown();
  const base = await openBase(path.join(folder, name), () => undefined, shutdown);
  return { base, database: await startDatabase(base, { endpoint: faulty.url }), close: () => shutdown.run() };
}

/** The subjects in the stream once every put has an outcome. */
async function subjects({ base, database }: Opened): Promise<unknown[]> {
  await until(database.unresolved, (unresolved) => unresolved === 0);
  return (await base.stream.read('pipe', 1000)).records.map(({ image }) => image['pk']?.['S']);
}

describe('the tap', () => {
  test('records every put into the ledger once, and none that its condition refused', async () => {
    const stack = await opened('plain');
    const wanted = Array.from({ length: 50 }, (_, n) => `subject#${n}`);
    await Promise.all(wanted.map((pk) => put(stack.database.tapped, pk)));
    await expect(put(stack.database.tapped, 'subject#7')).rejects.toMatchObject({
      code: 'ConditionalCheckFailedException',
    });
    await put(stack.database.tapped, 'subject#vault', 'Vault');
    expect((await subjects(stack)).sort()).toEqual(wanted.sort());
    await stack.close();
  });

  test('refuses writes that the stream would not hear of', async () => {
    const stack = await opened('refused');
    const write = callEngine(stack.database.tapped, 'TransactWriteItems', { TransactItems: [] });
    await expect(write).rejects.toBeInstanceOf(EngineError);
    await stack.close();
  });

  test('records a put that was saved although the engine’s answer got lost', async () => {
    const stack = await opened('cut-off');
    fates.set('subject#cut-off', 'saved, then cut off');
    await expect(put(stack.database.tapped, 'subject#cut-off')).rejects.toMatchObject({ code: 'InternalServerError' });
    expect(await subjects(stack)).toEqual(['subject#cut-off']);
    await stack.close();
  });

  test.each([
    ['saved, then killed', true],
    ['killed, not saved', false],
  ] as const)('after kill -9 (%s) the stream holds what the table holds', async (fate, isSaved) => {
    const name = fate.replaceAll(/\W+/g, '-');
    fates.set(`subject#${fate}`, fate);
    victim = fork(path.join(__dirname, 'tap-process.ts'), [path.join(folder, name), faulty.url], {
      execArgv: ['--import', 'tsx'],
    });
    const [url] = (await once(victim, 'message')) as [string];
    await put(url, `subject#before ${fate}`);
    const killed = once(victim, 'exit');
    await expect(put(url, `subject#${fate}`)).rejects.toThrow();
    expect(await killed).toEqual([null, 'SIGKILL']);

    const stack = await opened(name);
    const expected = [`subject#before ${fate}`, ...(isSaved ? [`subject#${fate}`] : [])];
    expect(await subjects(stack)).toEqual(expected);
    await stack.close();
  });
});
