import { functionFile } from '../../infra/function-files';
import { randomUUID } from 'node:crypto';
import { toEvent } from '../../local/gateway/event';
import { AT_SITES, siteWord } from '../../shared/http/grants';
import { route } from '../../local/gateway/router';

export interface Request {
  readonly method: string;
  /** The path, or a whole URL. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

/**
 * Calls the function that answers a request from its source, in this process; its client can then be listened to. Gives
 * the body.
 */
export async function callFunction({ method, url, headers = {}, body: sent = '' }: Request): Promise<string> {
  const { pathname, search } = new URL(url, 'http://localhost');
  const match = route(method, pathname);
  const incoming = {
    method,
    target: pathname + search,
    httpVersion: '1.1',
    headers: Object.fromEntries(
      Object.entries({ ...USUAL_HEADERS, ...headers }).map(([name, value]) => [name, [value]]),
    ),
    remoteAddress: '203.0.113.7',
    body: Buffer.from(sent),
    requestId: randomUUID(),
    at: new Date(),
  };
  const event = toEvent(incoming, match);
  if (match.scope) {
    const scope = `${match.scope}${AT_SITES} ${siteWord(match.pathParameters?.['site'] ?? '')}`;
    Object.assign(event.requestContext, {
      authorizer: { jwt: { claims: { sub: 'bench', client_id: 'bench', scope }, scopes: null } },
    });
  }
  const answer = await (await handlerOf(match.function))(event, CONTEXT);
  const { statusCode, body } = answer as { statusCode: number; body: string };
  if (statusCode >= 300) throw new Error(`${match.function} answered ${statusCode}.`);
  return body;
}

/** Tells a consumer of an entry, as its queue would. */
export async function tellConsumer(
  name: string,
  detail: { site: string; subject: string; seq: number },
): Promise<void> {
  const Records = [{ messageId: randomUUID(), body: JSON.stringify({ detail }) }];
  const answer = await (await handlerOf(name))({ Records }, CONTEXT);
  if ((answer as { batchItemFailures: unknown[] }).batchItemFailures.length > 0) throw new Error(`${name} failed.`);
}

/** Tells the sequencer of an entry, as the ledger's stream would of one that comes alone. */
export async function tellSequencer(entry: object): Promise<void> {
  const Records = [{ dynamodb: { NewImage: { entry: { S: JSON.stringify(entry) } } } }];
  await (
    await handlerOf('sequencer')
  )({ Records }, CONTEXT);
}

async function handlerOf(name: string): Promise<Handler> {
  return ((await import(functionFile(name))) as { handler: Handler }).handler;
}

/** Headers of a browser, as part of them is kept. */
export const USUAL_HEADERS = {
  host: 'consent.example.com',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

const CONTEXT = { functionName: 'bench', awsRequestId: 'bench', getRemainingTimeInMillis: () => 30_000 };
