import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

/** Everything in ledger and vault that is about a person, as the engine itself has it. */
async function kept(subject: string): Promise<unknown[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: system.dynamoEndpoint, region: 'eu-central-1', credentials });
  const found: unknown[] = [];
  for (const TableName of ['Ledger', 'Vault']) {
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
      found.push(...Items.filter((item) => item['pk']?.S === `subject#${subject}`));
    }
  }
  client.destroy();
  return found;
}

describe('R1: an unconfirmed sign-up is not kept', () => {
  test.each(['notice-001', 'notice-002'])('%s', async (site) => {
    const [forgotten, confirmed] = [new Person(system, site), new Person(system, site)];
    await forgotten.signUp({ purposes: ['newsletter'] });
    await confirmed.signUp({ purposes: ['newsletter'] });
    const link = forgotten.link(await forgotten.mail(1), 'confirm');
    await confirmed.confirm(1);
    await confirmed.mail(2);
    const { subject } = await forgotten.evidence();
    expect(await kept(subject)).not.toEqual([]);

    await system.visitor.advance('P7D');
    expect((await system.visitor.get(link, { method: 'POST' })).status).toBe(410);
    await system.visitor.advance('P1D');
    expect((await forgotten.evidence()).records).toEqual([]);
    // What remains says who asked for the evidence, and leads to nobody.
    const left = await system.visitor.eventually(
      () => kept(subject),
      (items) => items.every((item) => /EvidenceDisclosed|#reading#/.test(JSON.stringify(item))),
      'what had expired was not deleted',
    );
    expect(JSON.stringify(left)).not.toContain(forgotten.email);

    const entries = (await confirmed.evidence()).records[0]?.entries ?? [];
    expect(entries.map(({ type }) => type)).toEqual(['ConsentRequested', 'MailSent', 'ConsentGiven', 'MailSent']);
    expect(entries.every(({ parts, digests }) => Object.keys(parts).length === Object.keys(digests).length)).toBe(true);
  });
});
