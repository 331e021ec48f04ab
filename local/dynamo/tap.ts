import { Agent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { STREAMED } from '../aws';
import { readBody, serve, type Service } from '../http';
import type { Report } from '../report';
import type { WireItem } from './client';
import type { Intents } from './intents';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface PutBody {
  readonly TableName: string;
  readonly Item: WireItem;
}

const MAX_BODY = 16 * 1024 * 1024;

/** Writes that would pass the stream by; nothing here makes them, and the design forbids transactions. */
const NOT_FOLLOWED = /^(TransactWriteItems|ExecuteStatement|ExecuteTransaction|BatchExecuteStatement)$/;

/**
 * Stands between the functions and the engine, and writes down every put into a table with a stream. Updates and
 * deletions pass unrecorded: all who read the stream ask for insertions only. So do the puts that overwrite, which
 * are recorded none the less - the ledger knows none, as all of its puts are conditional.
 */
export class Tap {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly target: URL;

  constructor(
    endpoint: string,
    private readonly intents: Intents,
    private readonly report: Report,
  ) {
    this.target = new URL(endpoint);
  }

  async start(): Promise<Service> {
    const service = await serve((request, response) => {
      void this.answer(request)
        .catch((error: unknown) => this.failed(error))
        .then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
    });
    return { ...service, close: () => service.close().finally(() => this.agent.destroy()) };
  }

  /** The whole body is read before any of it is passed on: the engine dies of requests that end midway. */
  private async answer(request: IncomingMessage): Promise<Answer> {
    const body = await readBody(request, MAX_BODY);
    const action = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    if (NOT_FOLLOWED.test(action)) return refusal(`${action} would pass the stream by.`);
    if (action === 'BatchWriteItem' && writesStreamed(body)) return refusal(`${action} would pass the stream by.`);
    if (action !== 'PutItem') return this.forward(request, body);
    const { TableName, Item } = JSON.parse(body.toString()) as PutBody;
    return STREAMED.includes(TableName) ? this.recorded(request, body, TableName, Item) : this.forward(request, body);
  }

  private async recorded(request: IncomingMessage, body: Buffer, table: string, image: WireItem): Promise<Answer> {
    const { pk, sk } = image;
    if (!pk || !sk) return this.forward(request, body);
    const intent = await this.intents.declare(table, { pk, sk });
    try {
      const answer = await this.forward(request, body);
      this.settle(intent, answer.status, { table, image });
      return answer;
    } catch (error) {
      this.intents.inDoubt(intent);
      throw error;
    }
  }

  /** Not waited for: from the intent on, a crash loses nothing. */
  private settle(intent: string, status: number, record: { table: string; image: WireItem }): void {
    if (status >= 500) return this.intents.inDoubt(intent);
    const settled = status === 200 ? this.intents.done(intent, record) : this.intents.dropped(intent);
    settled.catch((error: unknown) => {
      this.report(`stream: ${String(error)}`);
      this.intents.inDoubt(intent);
    });
  }

  private forward(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const { host: _, connection: __, ...headers } = request.headers;
    const { hostname, port } = this.target;
    const options = { agent: this.agent, hostname, port, method: request.method, path: request.url, headers };
    return new Promise((resolve, reject) => {
      const upstream = httpRequest(options, (answer) => {
        const { statusCode: status = 502, headers } = answer;
        readBody(answer).then((body) => resolve({ status, headers, body }), reject);
      });
      upstream.on('error', reject).end(body);
    });
  }

  private failed(error: unknown): Answer {
    this.report(`DynamoDB: ${String(error)}`);
    return answerOf(500, { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: String(error) });
  }
}

function writesStreamed(body: Buffer): boolean {
  const { RequestItems } = JSON.parse(body.toString()) as { RequestItems: object };
  return Object.keys(RequestItems).some((table) => STREAMED.includes(table));
}

function refusal(message: string): Answer {
  return answerOf(400, { __type: 'com.amazon.coral.validate#ValidationException', message });
}

function answerOf(status: number, body: object): Answer {
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  return { status, headers, body: Buffer.from(JSON.stringify(body)) };
}
