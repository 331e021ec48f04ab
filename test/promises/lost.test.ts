import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { audit } from '../../cli/audit';
import { replay } from '../../cli/replay';
import { replayErasures } from '../../cli/replay-erasures';
import { itemsOf, restore } from '../cli/restored';
import type { EvidenceView } from '../evidence/evidence-view';
import type { Item } from '../integration/world';
import { operate } from './operate';
import { Person, startSystem, type System } from './person';

let system: System;
let client: DynamoDBClient;

beforeAll(async () => {
  system = await startSystem();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new DynamoDBClient({ endpoint: system.dynamoEndpoint, region: 'eu-central-1', credentials });
});
afterAll(async () => {
  client.destroy();
  await system.stop();
});

async function subscriber(): Promise<Person> {
  const person = new Person(system, 'notice-004');
  await person.signUp({ purposes: ['newsletter-events'] });
  await person.confirm(1);
  await person.mail(2);
  return person;
}

async function advance(duration: string): Promise<void> {
  const body = JSON.stringify({ advance: duration });
  expect((await system.visitor.get('/_local/clock', { method: 'POST', body })).status).toBe(200);
}

/** What an audit finds, by code. */
async function audited(): Promise<{ code: number; lines: string }> {
  const said: string[] = [];
  const code = await operate(
    system,
    audit,
    () => ['--json'],
    () => Promise.resolve(),
    said,
  );
  return { code, lines: said.join('') };
}

const statesOf = ({ bundle }: EvidenceView) =>
  new Set(bundle.entries.slice(0, -1).flatMap(({ parts }) => Object.values(parts).map(({ state }) => state)));

test('K18, O5: what is lost is noticed, and comes back: from lost parts to a green audit (notice-004)', async () => {
  const [leaving, staying] = [await subscriber(), await subscriber()];
  const { subject } = await staying.evidence();
  const backup = await itemsOf(client, 'Vault');
  await leaving.order('erasures', { despiteDuty: true });
  expect(await audited()).toMatchObject({ code: 0 });

  const lost = (await itemsOf(client, 'Vault')).filter(({ pk }) => pk === `subject#${subject}`);
  for (const { pk, sk } of lost) {
    await client.send(new DeleteItemCommand({ TableName: 'Vault', Key: marshall({ pk, sk }) }));
  }
  const { code, lines } = await audited();
  expect(code).toBe(1);
  const found = lines.split('\n').flatMap((line) => (line.includes('"code"') ? [JSON.parse(line) as Found] : []));
  expect(found.map(({ code: name }) => name)).toEqual(lost.map(() => 'partMissing'));
  expect(new Set(found.map((one) => one.subject))).toEqual(new Set([subject]));
  expect(found.map((one) => one.digest).sort()).toEqual(lost.map(({ digest }) => digest).sort());
  expect(found[0]?.text).toMatch(/^The part \w+ of entry \d+ of subject .*"Restoring a backup"/);

  expect(statesOf(await staying.evidence())).toEqual(new Set(['missing']));
  const asked = (path: string, body: object) =>
    system.visitor.ask<Answer>('marketing', `/v1/sites/notice-004/${path}`, body);
  expect(await asked('permissions', { email: staying.email })).toMatchObject({ addressMissing: true });
  expect(await staying.allowed()).toMatchObject({ 'newsletter-events': false });
  const listed = await asked('links', { emails: [staying.email], purpose: 'newsletter-events' });
  expect(listed.recipients).toMatchObject([{ allowed: false, addressMissing: true }]);
  expect(Object.keys(listed.recipients[0] ?? {})).not.toContain('unsubscribeUrl');
  const page = await system.visitor.ask<Answer>(
    'marketing',
    '/v1/sites/notice-004/purposes/newsletter-events/audience?limit=1000',
  );
  expect(page.recipients.map((one) => one.email)).not.toContain(staying.email);
  expect(page.withoutAddress).toBe(1);

  const copy = await restore(client, backup);
  await operate(
    system,
    replayErasures,
    () => ['--vault', copy.name],
    async () => {
      for (const item of await copy.items()) await putBack(item);
    },
  );
  await copy.remove();
  expect(await audited()).toMatchObject({ code: 0 });
  expect(statesOf(await staying.evidence())).toEqual(new Set(['disclosed']));
  expect(await staying.allowed()).toMatchObject({ 'newsletter-events': true });
  expect(JSON.stringify(await itemsOf(client, 'Vault'))).not.toContain(leaving.email);
});

/** As docs/operations.md has it: never over what is there. */
async function putBack(item: Item): Promise<void> {
  const put = { TableName: 'Vault', Item: marshall(item), ConditionExpression: 'attribute_not_exists(pk)' };
  await client.send(new PutItemCommand(put)).catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
}

interface Found {
  readonly code: string;
  readonly subject: string;
  readonly digest: string;
  readonly text: string;
}
interface Answer {
  readonly recipients: readonly { readonly email: string }[];
  readonly withoutAddress?: number;
}

test('invariant 9: the audience table is lost: a replay through the queue makes it anew, and the audit is green (notice-004)', async () => {
  const staying = await subscriber();
  await staying.order('holds', { label: '12 O 345/26', reviewBy: '2099-01-31' });
  const { subject } = await staying.evidence();
  const isAbout = ({ sk }: Item): boolean => sk === subject;
  const about = async (): Promise<Item[]> => (await itemsOf(client, 'Audience')).filter(isAbout);
  const isListed = (items: readonly Item[]): boolean => items.some(({ pk }) => pk === 'worklist#notice-004');
  const rows = await system.visitor.eventually(about, isListed, 'the hold is not on the list');
  for (const { pk, sk } of await itemsOf(client, 'Audience')) {
    await client.send(new DeleteItemCommand({ TableName: 'Audience', Key: marshall({ pk, sk }) }));
  }
  // All that there is had its time.
  await advance('PT16M');
  const { lines } = await audited();
  for (const code of ['audienceMissing', 'worklistMissing']) expect(lines).toContain(code);
  const dry = await operate(
    system,
    replay,
    () => ['--consumer', 'projector'],
    () => Promise.resolve(),
  );
  expect([dry, await itemsOf(client, 'Audience')]).toEqual([1, []]);
  const replayed = (): Promise<number> =>
    operate(
      system,
      replay,
      () => ['--consumer', 'projector', '--apply'],
      () => Promise.resolve(),
    );
  expect(await replayed()).toBe(0);
  await advance('PT1M');
  const since = ({ seen: _, heldSeen: __, ...row }: Item): object => row;
  expect((await itemsOf(client, 'Audience')).filter(isAbout).map(since)).toEqual(rows.map(since));
  expect(await audited()).toMatchObject({ code: 0 });
});
