import { sites } from '../../examples/sites';

/** A command of the SDK, as far as it says what right it needs. */
export interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Input;
}

interface Input {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly Key?: Item;
  readonly Item?: Item;
  readonly RequestItems?: Readonly<Record<string, Batch>>;
  readonly ExpressionAttributeValues?: Item;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly KeyConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ReturnValues?: string;
  readonly Bucket?: string;
  readonly Prefix?: string;
}

type Item = Readonly<Record<string, { readonly S?: string }>>;

type Batch =
  | { readonly Keys: readonly Item[]; readonly ProjectionExpression?: string }
  | readonly { readonly PutRequest?: { readonly Item: Item }; readonly DeleteRequest?: { readonly Key: Item } }[];

/**
 * What a command asks of AWS, as IAM sees it: the action, on what, and what conditions of grants look at. A line each, without
 * anything that differs from run to run.
 *
 * @example `dynamodb:PutItem Ledger pk=fetches#`
 */
export function callsOf({ constructor, input }: Command): string[] {
  const name = constructor.name.replace(/Command$/, '');
  if (input.RequestItems) {
    return Object.entries(input.RequestItems).flatMap(([table, batch]) => ofBatch(name, table, batch));
  }
  if (input.TableName !== undefined) return [ofItem(name, input.TableName, input)];
  if (input.Bucket !== undefined) return [ofBucket(name, input.Bucket, input)];
  return [`${OTHERS[name] ?? unknown(name)}:${name}`];
}

/** The services whose commands name neither a table nor a bucket. */
const OTHERS: Readonly<Record<string, string>> = { SendRawEmail: 'ses', GetSendQuota: 'ses' };

function ofItem(name: string, table: string, input: Input): string {
  const { Key = {}, Item: item = {}, KeyConditionExpression = '', ExpressionAttributeValues: values = {} } = input;
  if (input.IndexName !== undefined) return `dynamodb:${name} ${kindOf(table)} index=${input.IndexName}`;
  const asked = values[/\bpk = (:\w+)/.exec(KeyConditionExpression)?.[1] ?? ''];
  const line = `dynamodb:${name} ${kindOf(table)} pk=${partition(asked ?? item['pk'] ?? Key['pk'])}`;
  if (name !== 'UpdateItem' || !HISTORIES.includes(kindOf(table))) return line;
  return `${line} attributes=${attributes(input)} returns=${input.ReturnValues ?? 'NONE'}`;
}

/** Where it depends on what of an item is changed whether that is allowed. */
const HISTORIES: readonly string[] = ['Ledger', 'Vault'];

function ofBatch(name: string, table: string, batch: Batch): string[] {
  if ('Keys' in batch) {
    const { ProjectionExpression: projection } = batch;
    const asked =
      projection === undefined
        ? 'select=ALL_ATTRIBUTES'
        : `select=SPECIFIC_ATTRIBUTES attributes=${projection.split(/,\s*/).sort().join()}`;
    return batch.Keys.map((key) => `dynamodb:${name} ${kindOf(table)} pk=${partition(key['pk'])} ${asked}`);
  }
  return batch.map(
    ({ PutRequest, DeleteRequest }) =>
      `dynamodb:${name} ${kindOf(table)} pk=${partition((PutRequest?.Item ?? DeleteRequest?.Key)?.['pk'])}`,
  );
}

const kindOf = (table: string): string => table.split('-')[0] ?? '';

/** `subject#` for what is one of many, `SITE#` where that is a site; all of it for what there is one of. */
function partition(key: { readonly S?: string } | undefined): string {
  const [kind = '', ...rest] = (key?.S ?? unknown('key')).split('#');
  const named = sites.some(({ id }) => id === kind) ? 'SITE' : kind;
  return rest.length > 0 ? `${named}#` : named;
}

/** All that an update names: keys, what it sets, and what its condition looks at. */
function attributes({
  Key = {},
  UpdateExpression = '',
  ConditionExpression = '',
  ExpressionAttributeNames = {},
}: Input): string {
  const words = `${UpdateExpression} ${ConditionExpression}`.match(/(?<![:\w])#?[A-Za-z]\w*(?!\w|\()/g) ?? [];
  const named = words.filter((word) => !KEYWORDS.has(word)).map((word) => ExpressionAttributeNames[word] ?? word);
  return [...new Set([...Object.keys(Key), ...named])].sort().join();
}

const KEYWORDS = new Set(['SET', 'ADD', 'REMOVE', 'DELETE', 'AND', 'OR', 'NOT', 'IN', 'BETWEEN']);

const S3: Readonly<Record<string, string>> = {
  GetObject: 'GetObject',
  HeadObject: 'GetObject',
  PutObject: 'PutObject',
  DeleteObject: 'DeleteObject',
  ListObjectsV2: 'ListBucket',
};

function ofBucket(name: string, bucket: string, input: Input): string {
  const key = (input as { readonly Key?: unknown }).Key;
  const action = S3[name] ?? unknown(name);
  const about = typeof key === 'string' ? `key=${/^.*\//.exec(key)?.[0] ?? ''}` : `prefix=${input.Prefix ?? ''}`;
  return `s3:${action} ${bucket} ${about}`;
}

function unknown(what: string): never {
  throw new Error(`It is not known which right ${what} takes: say so in test/integration/call-lines.ts.`);
}
