import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { replayErasures } from '../../cli/replay-erasures';
import type { ReplayState } from '../../cli/replay-erasures/run';
import { StateFile } from '../../cli/resume/state-file';
import { sitesFrom } from '../../cli/tables/sites';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { confirmed, journey, type Journey } from '../integration/journey';
import { newsOf } from '../integration/news';
import { startWorld, type Item, type World } from '../integration/world';
import { runPages } from './paged-run';
import { inOrder, restore, type RestoredTable } from './restored';
import { summaryOf } from '../../cli/replay-erasures/counts';
import { runReplay } from '../../cli/replay-erasures/run';
import { subjectId } from '../../shared/ledger/subject-id';

let world: World;
let folder: string;
let tell: () => Promise<void>;
let people: readonly Journey[];
let generation = 0;
const restored: RestoredTable[] = [];

beforeAll(async () => {
  world = await startWorld();
  folder = await mkdtemp(path.join(tmpdir(), 'consent-replay-'));
  tell = newsOf(world);
});
beforeEach(async () => {
  generation += 1;
  people = ['anna', 'ben', 'carla'].map(person);
  for (const one of people) await confirmed(one);
  await tell();
});
afterEach(() => Promise.all(restored.splice(0).map((made) => made.remove())));
afterAll(() => Promise.all([world.stop(), rm(folder, { recursive: true })]));

/** Somebody whom no test before knew. */
const person = (name: string): Journey => journey(world, tell, `${name}-${generation}@example.com`);

const table = (name: 'ledger' | 'vault') => world.items(name).then(inOrder);

async function restoreFrom(backup: readonly Item[]): Promise<RestoredTable> {
  const made = await restore(world.dynamo, backup);
  restored.push(made);
  return made;
}

async function replay(...args: string[]): Promise<string> {
  const said: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const state = path.join(folder, 'state.json');
  await replayErasures(['--sites', EXAMPLE_SITES, '--state', state, ...args]).finally(() => spy.mockRestore());
  expect(said.join('')).not.toContain('@');
  return said.join('');
}

/** Art. 17 GDPR, whatever duty stands against it. */
async function erase({ email }: Journey): Promise<string> {
  const body = { email, reason: 'A letter of 1 November', despiteDuty: true };
  const answer = await world.call('subjects', 'subjects-erasures', { body });
  expect(answer.statusCode).toBe(200);
  await tell();
  return `subject#${await subjectId(world.deps.subjectKey, 'demo', email)}`;
}

test('the drill: of who was erased after the backup nothing is left in it, of everybody else everything', async () => {
  const backup = await table('vault');
  const [anna] = people as [Journey];
  const erased = await erase(anna);
  const copy = await restoreFrom(backup);
  const said = await replay('--vault', copy.name);
  const left = await copy.items();
  expect(JSON.stringify(backup)).toContain(anna.email);
  expect(JSON.stringify(left)).not.toContain(anna.email);
  expect(left).toEqual(backup.filter(({ pk }) => pk !== erased));
  const count = backup.length - left.length;
  expect(count).toBeGreaterThan(5);
  expect(said).toBe(
    `Vault    deleted: erased ${count}, past their end 0, of entries that are gone 0; kept ${left.length}\n`,
  );
  expect(await readdir(folder)).toEqual([]);
});

test('a dry run says the same and changes nothing', async () => {
  const backup = await table('vault');
  await erase(people[0] as Journey);
  const copy = await restoreFrom(backup);
  const said = await replay('--vault', copy.name, '--dry-run');
  expect(await copy.items()).toEqual(backup);
  expect(said.replace('would be deleted', 'deleted').replace('Nothing was changed.\n', '')).toBe(
    await replay('--vault', copy.name),
  );
});

test('what came after the backup takes effect as it did in the vault in use', async () => {
  const dora = person('dora');
  await dora.signUp();
  const waiting = person('erik');
  await waiting.signUp();
  await waiting.token('confirm');
  // Dora's parts have the end of what is not confirmed yet, and Erik never does.
  const backup = await table('vault');
  await dora.press(await dora.token('confirm'));
  await world.call('unsubscribe', 'unsubscribe-button', {
    params: { token: await (people[1] as Journey).token('unsubscribe') },
  });
  await tell();
  await erase(people[2] as Journey);
  world.advance('P9D');
  const copy = await restoreFrom(backup);
  await replay('--vault', copy.name);
  const isThere = ({ expiresAt }: Item): boolean => Number(expiresAt ?? Infinity) > Date.now() / 1000;
  const live = (await table('vault')).filter(isThere);
  const salts = new Set(backup.map(({ salt }) => salt));
  expect(await copy.items()).toEqual(live.filter(({ salt }) => salts.has(salt)));
  const text = JSON.stringify(await copy.items());
  expect(text).toContain(dora.email);
  expect(text).not.toContain(waiting.email);
  expect(text).not.toContain((people[2] as Journey).email);
});

test('who came back after an erasure keeps what came since', async () => {
  const [anna] = people as [Journey];
  const pk = await erase(anna);
  world.advance('P1D');
  await confirmed(anna);
  await tell();
  const backup = (await table('vault')).filter((item) => item.pk === pk);
  const copy = await restoreFrom(backup);
  await replay('--vault', copy.name);
  expect(await copy.items()).toEqual(backup);
  expect(JSON.stringify(backup)).toContain(anna.email);
});

test('a part that no entry of today commits to goes', async () => {
  const stray = { pk: 'subject#AAAAAAAAAAAAAAAAAAAAAA', sk: 'r#address#d', digest: 'd', data: '{}', salt: 's' };
  const zeros = { pk: 'nothing#A', sk: 'A#address#0', digest: '0', data: '0', salt: '0', expiresAt: 1 };
  const copy = await restoreFrom([stray, zeros]);
  expect(await replay('--vault', copy.name)).toContain('of entries that are gone 2; kept 0');
  expect(await copy.items()).toEqual([]);
});

test('entries of a restored ledger that are gone today go, the others get their end of today; wordings stay', async () => {
  const waiting = person('erik');
  await waiting.signUp();
  await tell();
  const backup = await table('ledger');
  world.advance('P9D');
  await world.call('unsubscribe', 'unsubscribe-button', {
    params: { token: await (people[1] as Journey).token('unsubscribe') },
  });
  await tell();
  const copy = await restoreFrom(backup);
  await replay('--ledger', copy.name);
  const isThere = ({ expiresAt }: Item): boolean => Number(expiresAt ?? Infinity) > Date.now() / 1000;
  const known = new Set(backup.map(({ pk, sk }) => `${pk} ${sk}`));
  const live = (await table('ledger')).filter(isThere).filter(({ pk, sk }) => known.has(`${pk} ${sk}`));
  const left = await copy.items();
  expect(left).toEqual(live);
  expect(left.length).toBeLessThan(backup.length);
  expect(left.filter(({ pk }) => pk.startsWith('notice#'))).toEqual(
    backup.filter(({ pk }) => pk.startsWith('notice#')),
  );
  expect(left.some(({ expiresAt }) => expiresAt !== undefined)).toBe(true);
});

test('interrupted after every page, it does the same', async () => {
  const [vault, ledger] = [await table('vault'), await table('ledger')];
  await erase(people[0] as Journey);
  const whole = [await restoreFrom(vault), await restoreFrom(ledger)] as const;
  const paged = [await restoreFrom(vault), await restoreFrom(ledger)] as const;
  const said = await replay('--vault', whole[0].name, '--ledger', whole[1].name);
  const sites = await sitesFrom(EXAMPLE_SITES);
  const task = {
    ledger: world.deps.ledger,
    restored: [
      { kind: 'vault', client: world.dynamo, name: paged[0].name },
      { kind: 'ledger', client: world.dynamo, name: paged[1].name },
    ],
    rulesOf: (id: string) => sites.find((site) => site.id === id),
    dryRun: false,
    now: () => new Date(),
  } as const;
  const state = new StateFile<ReplayState>(path.join(folder, 'pages.json'), { what: 'a replay', of: 'this' });
  const { result, pages } = await runPages(state, 3, (run) => runReplay(task, run));
  expect(summaryOf(result, false)).toBe(said);
  expect(pages).toBeGreaterThan(4);
  expect(await paged[0].items()).toEqual(await whole[0].items());
  expect(await paged[1].items()).toEqual(await whole[1].items());
});

test('what cannot be right is refused, and nothing is done', async () => {
  await expect(replay()).rejects.toThrow('Which table was restored?');
  const { LEDGER_TABLE = '', VAULT_TABLE = '' } = process.env;
  await expect(replay('--vault', VAULT_TABLE)).rejects.toThrow(`${VAULT_TABLE} is the table in use.`);
  await expect(replay('--ledger', LEDGER_TABLE)).rejects.toThrow(`${LEDGER_TABLE} is the table in use.`);
  const backup = await table('vault');
  const copy = await restoreFrom(backup);
  for (const { pk, sk } of await world.items('ledger')) await remove(LEDGER_TABLE, pk, sk);
  await expect(replay('--vault', copy.name)).rejects.toThrow(
    `${LEDGER_TABLE} is empty: that is not the ledger in use. Nothing was done.`,
  );
  expect(await copy.items()).toEqual(backup);
});

async function remove(TableName: string, pk: string, sk: string): Promise<void> {
  await world.dynamo.send(new DeleteItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: sk } } }));
}
