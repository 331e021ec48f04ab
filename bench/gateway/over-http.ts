import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { USUAL_HEADERS, type Request } from '../stage/functions';

const agent = new Agent({ keepAlive: true });

/** Sends a request to the gateway and waits for the whole answer. */
export async function send(gateway: string, { method, url, headers, body = '' }: Request): Promise<void> {
  const sent = request(new URL(url, gateway), { agent, method, headers: { ...USUAL_HEADERS, ...headers } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  if ((answer.statusCode ?? 500) >= 300) throw new Error(`${method} ${url} was answered ${answer.statusCode}.`);
}
