import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { by, startCorrespondence, today, type Correspondence } from '../integration/correspondence';
import { codes, replayOf } from './replaying';

let all: Correspondence;

beforeAll(async () => {
  all = await startCorrespondence();
});
afterAll(() => all.world.stop());

const replay = async (): Promise<string[]> => codes(await replayOf(all.world, 'projector'));

async function loseAudience(): Promise<void> {
  for (const { pk, sk } of await all.world.items('audience')) {
    const TableName = process.env['AUDIENCE_TABLE'] as string;
    await all.world.dynamo.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }) }));
  }
}

test('invariant 9: the audience table is lost: mails that wait to be read are on the list again, also of strangers; closed ones are not', async () => {
  const [reader, other] = [await all.subscriber(), await all.subscriber()];
  const stranger = { email: 'stranger@example.org' };
  for (const person of [other, reader, stranger]) {
    await all.post.send({ ...by(person), text: 'Wann kommt die nächste Ausgabe?', date: today() });
    all.world.advance('PT1M');
  }
  const [closed, ...open] = await all.cases();
  expect(open).toHaveLength(2);
  expect((await all.close(closed!.case, 'nothing')).statusCode).toBe(200);
  await all.consume();
  all.world.advance('PT16M');
  expect(await replay()).toEqual([]);

  await loseAudience();
  expect(await all.cases()).toEqual([]);
  const found = await replay();
  expect(found.filter((code) => code === 'caseMissing')).toHaveLength(2);
  expect(await all.cases()).toEqual(open);
  expect((await replay()).filter((code) => code === 'caseMissing')).toEqual([]);
  for (const { case: id } of open) {
    expect(await all.read(id)).toMatchObject({ status: 200, case: id });
    expect((await all.close(id, 'nothing')).statusCode).toBe(200);
  }
  expect(await all.cases()).toEqual([]);
});
