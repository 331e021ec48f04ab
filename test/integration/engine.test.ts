import { DynamoDBClient, PutItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { iteratorsOf } from '../../local/dynamo/closed-iterators';
import { createTables, startEngine } from './engine';

test('whatever a query or scan of dynalite read by is closed after it', async () => {
  const closed = jest.spyOn(iteratorsOf(require.resolve('dynalite')), 'close');
  const engine = await startEngine();
  const tables = await createTables(engine.endpoint);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ region: 'eu-central-1', endpoint: engine.endpoint, credentials });
  const TableName = tables['LEDGER_TABLE'];
  await client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'subject' }, sk: { S: 'entry' } } }));
  const ExpressionAttributeValues = { ':pk': { S: 'subject' } };

  const before = closed.mock.calls.length;
  await client.send(new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues }));
  expect(closed).toHaveBeenCalledTimes(before + 1);
  await client.send(new ScanCommand({ TableName }));
  expect(closed.mock.calls.length).toBeGreaterThan(before + 1);

  client.destroy();
  await engine.stop();
});
