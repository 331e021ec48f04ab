import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import path from 'node:path';
import { exportSite } from '../../cli/export';
import { replayErasures } from '../../cli/replay-erasures';
import { defineSite } from '../../shared/policy/site';
import { Exported } from '../cli/exported';
import { itemsOf, restore } from '../cli/restored';
import { property, referenced, resources, synthesize } from '../infra/synthesis';
import { operate } from './operate';
import { Person, startSystem, type System } from './person';
import { sites } from '../../examples/sites';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const email = 'somebody@example.org';
const READS = [
  { what: 'evidence', path: '/v1/sites/notice-004/evidence', may: 'compliance', body: { email, reason: 'a letter' } },
  { what: 'permissions', path: '/v1/sites/notice-004/permissions', may: 'marketing', body: { email } },
  {
    what: 'links',
    path: '/v1/sites/notice-004/links',
    may: 'marketing',
    body: { emails: [email], purpose: 'newsletter-events' },
  },
  { what: 'deliveries', path: '/v1/sites/notice-004/deliveries', may: 'compliance', body: undefined },
  { what: 'changes', path: '/v1/sites/notice-004/changes', may: 'marketing', body: undefined },
  {
    what: 'audience',
    path: '/v1/sites/notice-004/purposes/newsletter-events/audience',
    may: 'marketing',
    body: undefined,
  },
] as const;

describe('O1: each role can do what it needs, and nothing else (notice-004)', () => {
  test.each(READS)('$what', async ({ path, may, body }) => {
    const ask = async (authorization?: string): Promise<number> => {
      const answer = await system.visitor.get(path, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      return answer.status;
    };
    expect(await ask()).toBe(401);
    expect(await ask('Bearer nonsense')).toBe(401);
    for (const role of ['marketing', 'compliance', 'backend', 'processor'] as const) {
      expect([role, await ask(`Bearer ${await system.visitor.token(role)}`)]).toEqual([role, role === may ? 200 : 403]);
    }
  });
});

test('O2: every step is logged, with who took it and when (notice-004)', async () => {
  const person = new Person(system, 'notice-004');
  await person.signUp({ purposes: ['newsletter-events'] });
  await person.confirm(1);
  await person.told('brieftapir', 1); // whoever was never told that she is there is not told that she left
  await person.press(person.link(await person.mail(2), 'unsubscribe'));
  await person.evidence();
  await person.told('brieftapir', 2);
  const { bundle, records, disclosures } = await person.evidence();
  const steps = (records[0]?.entries ?? []).map(({ type, actor }) => [type, actor.kind]);
  expect(steps).toEqual([
    ['ConsentRequested', 'subject'],
    ['MailSent', 'system'],
    ['ConsentGiven', 'subject'],
    ['MailSent', 'system'],
    ['ConsentWithdrawn', 'subject'],
  ]);
  expect(disclosures.map(({ actor }) => actor)).toEqual(Array(2).fill({ kind: 'operator', id: 'local-compliance' }));
  const all = bundle.entries.map(({ entry }) => entry);
  expect(all.map(({ type }) => type)).toContain('ProcessorInformed');
  for (const [n, entry] of all.entries()) {
    expect(entry.seq).toBe(n);
    expect(entry.prev).toBe(all[n - 1]?.hash ?? 'A'.repeat(43));
    expect(Date.parse(entry.at)).toBeGreaterThanOrEqual(Date.parse(all[n - 1]?.at ?? entry.at));
  }
});

test('O3: a processor outside the EU/EEA cannot be configured (the region: test/infra/region.test.ts)', async () => {
  const site = structuredClone(sites.find(({ id }) => id === 'notice-004'));
  const processors = (site?.processors ?? []).map((processor) => ({ ...processor, country: 'US' }));
  expect(processors.length).toBeGreaterThan(0);
  expect(() => defineSite({ ...site, processors } as never)).toThrow('"US" is outside the EU/EEA');
});

test('O4: where it is deployed everything is encrypted, at rest with keys of its own and in transit with TLS', () => {
  const template = synthesize();
  const ofType = (type: string) => [...resources(template, type).values()];
  const tables = ofType('AWS::DynamoDB::GlobalTable');
  for (const { Properties } of tables) {
    expect(Properties).toMatchObject({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } });
  }
  const keys = tables.map((table) => referenced(property(table, 'Replicas', 0, 'SSESpecification', 'KMSMasterKeyId')));
  expect(keys.sort()).toEqual(['Audience', 'Ledger', 'Limits', 'Log', 'Vault'].map((name) => `ConsentKeys${name}`));
  const queues = ofType('AWS::SQS::Queue');
  expect(queues.length).toBeGreaterThan(0);
  for (const { Properties } of queues) {
    expect(Properties['SqsManagedSseEnabled'] === true || Properties['KmsMasterKeyId'] !== undefined).toBe(true);
  }
  for (const { Properties } of ofType('AWS::Logs::LogGroup')) expect(Properties['KmsKeyId']).toBeDefined();
  for (const { Properties } of ofType('AWS::SES::ConfigurationSet')) {
    expect(Properties).toMatchObject({ DeliveryOptions: { TlsPolicy: 'REQUIRE' } });
  }
});

async function subscriber(): Promise<Person> {
  const person = new Person(system, 'notice-004');
  await person.signUp({ purposes: ['newsletter-events'] });
  await person.confirm(1);
  await person.mail(2);
  return person;
}

test('O5: a backup that is restored gives back everything but what was erased since (notice-004)', async () => {
  const [leaving, staying] = [await subscriber(), await subscriber()];
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: system.dynamoEndpoint, region: 'eu-central-1', credentials });
  const subjects = [(await leaving.evidence()).subject, (await staying.evidence()).subject] as const;
  const backup = await itemsOf(client, 'Vault');
  const about = (subject: string, items: typeof backup) => items.filter(({ pk }) => pk === `subject#${subject}`);
  expect(JSON.stringify(about(subjects[0], backup))).toContain(leaving.email);

  const { erasure } = await leaving.order('erasures', { despiteDuty: true });
  expect(erasure?.against).toEqual([]);
  const copy = await restore(client, backup);
  await operate(
    system,
    replayErasures,
    () => ['--vault', copy.name],
    async () => {
      const left = await copy.items();
      expect(about(subjects[0], left)).toEqual([]);
      expect(JSON.stringify(left)).not.toContain(leaving.email);
      const ids = (items: typeof backup) => about(subjects[1], items).map(({ sk, data, salt }) => ({ sk, data, salt }));
      expect(ids(left)).toEqual(ids(backup));
      expect(JSON.stringify(about(subjects[1], left))).toContain(staying.email);
    },
  );
  await copy.remove();
  client.destroy();
});

test('O6: the controller can take along everything that there is at its site (notice-004)', async () => {
  const person = await subscriber();
  const { subject, records } = await person.evidence();
  const out = (folder: string): string => path.join(folder, 'all.ndjson');
  await operate(
    system,
    exportSite,
    (folder) => ['--site', 'notice-004', '--out', out(folder)],
    async (folder) => {
      const exported = await Exported.read(out(folder));
      expect(exported.findings()).toEqual([]);
      expect(exported.counts?.entries).toBe(exported.entries.length);
      const about = exported.entries.filter((entry) => entry.subject === subject);
      const own = about.filter(({ type }) => type !== 'ProcessorInformed');
      expect(own.map(({ type }) => type)).toEqual([
        ...(records[0]?.entries ?? []).map(({ type }) => type),
        'EvidenceDisclosed',
      ]);
      expect(JSON.stringify(exported.parts(subject))).toContain(person.email);
      expect(exported.of('processor').map(({ processor }) => processor.name)).toContain('Brieftapir S.à r.l.');
      const { site } = exported.of('site')[0] ?? {};
      const wordings = exported.of('notice').map(({ notice }) => notice.text);
      expect(wordings).toContain(site?.purposes.find(({ id }) => id === 'newsletter-events')?.notice.text['de']);
      expect(new Set(exported.entries.map((entry) => entry.site))).toEqual(new Set(['notice-004']));
    },
  );
});
