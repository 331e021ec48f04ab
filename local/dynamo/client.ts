import { REGION } from '../aws';

/** An item in DynamoDB's own JSON: `{"pk": {"S": "..."}}`. */
export type WireItem = Record<string, Record<string, unknown>>;

/** An answer of the engine that is not 200; `code` is the exception's short name. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** No engine checks signatures, but all want to see one, and one keeps its tables apart by key id and region. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20200101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=local/20200101/${REGION}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
};

/** Calls the engine past the tap: for the stack's own needs, which no stream has to hear of. */
export const callEngine = <T>(endpoint: string, action: string, body: object): Promise<T> =>
  call(endpoint, `DynamoDB_20120810.${action}`, body);

/** Reads the streams of an engine that has some. */
export const callStreams = <T>(endpoint: string, action: string, body: object): Promise<T> =>
  call(endpoint, `DynamoDBStreams_20120810.${action}`, body);

async function call<T>(endpoint: string, target: string, body: object): Promise<T> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { ...HEADERS, 'x-amz-target': target },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as T & { __type?: string; message?: string; Message?: string };
  if (response.ok) return answer;
  const code = answer.__type?.split('#').at(-1) ?? String(response.status);
  throw new EngineError(code, `${target.split('.')[1]}: ${code} ${answer.message ?? answer.Message ?? ''}`);
}
