import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';

const dynamo = new DynamoDBClient({});

interface Event {
  readonly TableName: string;
  readonly Item: Record<string, AttributeValue>;
}

/** The least that a function on DynamoDB can be: the client and the calls that a sign-up makes, as the SDK comes. */
export async function handler({ TableName, Item }: Event): Promise<unknown> {
  await dynamo.send(new QueryCommand({ TableName }));
  await dynamo.send(new PutItemCommand({ TableName, Item }));
  return dynamo.send(new GetItemCommand({ TableName, Key: Item }));
}
