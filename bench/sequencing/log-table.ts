import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ITEMS } from '../../local/dynamo/tables';
import type { LogTable } from '../../shared/ledger/table';
import { CallLog } from '../stage/call-log';
import type { VirtualTime } from './virtual-time';

/** How long a call to DynamoDB takes, in milliseconds, half of it there and half back. */
const CALL_MS = 6;

/** A table of its own in an engine that is asked in no time, with answers that take as long as those of DynamoDB. */
export async function openLog(
  endpoint: string,
  name: string,
  time: VirtualTime,
): Promise<{ table: LogTable; calls: CallLog }> {
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials });
  await client.send(new CreateTableCommand({ TableName: name, ...ITEMS }));
  const calls = new CallLog(client);
  client.middlewareStack.add(
    (next) => async (args) => {
      await time.sleep(CALL_MS * Math.random());
      const outcome = await time.instantly(async () => {
        try {
          return { result: await next(args) };
        } catch (error) {
          return { error };
        }
      });
      await time.sleep(CALL_MS * Math.random());
      if ('error' in outcome) throw outcome.error;
      return outcome.result;
    },
    { step: 'initialize', priority: 'low' },
  );
  return { table: { kind: 'log', client, name }, calls };
}
