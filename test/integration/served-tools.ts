import { readBody, sendJson, serve } from '../../local/http';
import type { OutgoingRequest } from '../../shared/processors/adapter';
import { fakeBrevo } from '../processors/fakes/brevo';
import { fakeCleverReach, poolIdOf } from '../processors/fakes/cleverreach';
import type { Fake } from '../processors/fakes/fake';
import { fakeListmonk } from '../processors/fakes/listmonk';
import { fakeMailchimp } from '../processors/fakes/mailchimp';
import { fakeWebhook } from '../processors/fakes/webhook';
import { KEY } from './processors';
import { MESSAGES, SECRET, seconds } from './tool-messages';
import { runFunction } from './run-function';
import type { World } from './world';

export const TOOLS = ['mailchimp', 'brevo', 'cleverreach', 'listmonk', 'webhook'] as const;
export type Tool = (typeof TOOLS)[number];

/** A tool at the other end of a wire, and the processor `brieftapir` of a site of its own. */
export interface ServedTool {
  readonly site: string;
  /** The purposes that the tool would mail somebody for. */
  mailed(email: string): readonly string[];
  /** Somebody leaves by a link of the tool's own. What it does with that is the tool's. */
  leaveThere(email: string): void;
  /** The tool says so, by its own webhook or as it is asked, and as of when. */
  say(world: World, email: string, at: number): Promise<void>;
}

export interface ServedTools {
  readonly connections: object;
  readonly tools: Readonly<Record<Tool, ServedTool>>;
  readonly listmonk: ReturnType<typeof fakeListmonk>;
  /** The next calls of a tool are answered by 503. */
  fail(tool: Tool, isDown: boolean): void;
  stop(): Promise<void>;
}

export const siteOf = (tool: Tool): string => `with-${tool}`;
const NAMES: Readonly<Record<string, string>> = { product: 'newsletter-product', events: 'newsletter-events' };

/** The fakes that know what the tools' documentation says, behind HTTP. */
export async function serveTools(): Promise<ServedTools> {
  const listmonk = fakeListmonk();
  const fakes = { mailchimp: fakeMailchimp(), brevo: fakeBrevo(), cleverreach: fakeCleverReach(), listmonk };
  const webhook = fakeWebhook();
  const down = new Set<string>();
  const server = await serve((request, response) => {
    void readBody(request).then(async (bytes) => {
      const [, name = '', ...rest] = (request.url ?? '').split('/');
      const body = bytes.toString();
      if (down.has(name)) return response.writeHead(503).end();
      if (name === 'webhook') return sendJson(response, 200, webhook.take(JSON.parse(body) as never));
      const { tool } = fakes[name as keyof typeof fakes];
      const { headers, method } = request as unknown as OutgoingRequest;
      const url = new URL(`/${rest.join('/')}`, tool.contract.credentials.url).href;
      const answer = await tool.send({ method, url, headers, ...(body !== '' && { body }) });
      return response.writeHead(answer.status).end(answer.body);
    });
  });
  const reports = { token: SECRET };
  const credentialsOf = (name: Tool): object => {
    if (name === 'webhook') return { url: `${server.url}/webhook`, key: KEY, reports };
    const { url, key, lists = {} } = fakes[name].tool.contract.credentials;
    const ours = Object.entries(lists).map(([id, list]) => [NAMES[id] ?? id, list]);
    const { pathname } = new URL(url);
    const path = pathname === '/' ? '' : pathname;
    return { url: `${server.url}/${name}${path}`, key, lists: Object.fromEntries(ours) as object, reports };
  };
  const servedBy = (name: Exclude<Tool, 'webhook'>, fake: Fake): Omit<ServedTool, 'say'> => ({
    site: siteOf(name),
    mailed: (email) => (fake.mailed()[email] ?? []).map((id) => NAMES[id] ?? id),
    leaveThere: (email) => fake.leaveThere(email, new Date().toISOString()),
  });
  const hear = async (world: World, name: Exclude<Tool, 'listmonk'>, call: ReturnType<typeof MESSAGES.brevo>) => {
    const params = { site: siteOf(name) };
    const { headers, query, text: body } = call;
    const answer = await world.call('feedback', 'feedback-processor', { params, headers, query, body });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
  };
  return {
    listmonk,
    connections: Object.fromEntries(TOOLS.map((name) => [`${siteOf(name)}/brieftapir`, credentialsOf(name)])),
    tools: {
      mailchimp: {
        ...servedBy('mailchimp', fakes.mailchimp),
        say: (world, email, at) => hear(world, 'mailchimp', MESSAGES.mailchimp(email, at)),
      },
      brevo: {
        ...servedBy('brevo', fakes.brevo),
        say: (world, email, at) => hear(world, 'brevo', MESSAGES.brevo(email, at)),
      },
      cleverreach: {
        ...servedBy('cleverreach', fakes.cleverreach),
        // One message for each group that was left; it names nobody, so it asks who that is.
        say: async (world, email) => {
          for (const group of Object.values(fakes.cleverreach.tool.contract.credentials.lists ?? {})) {
            const payload = { pool_id: poolIdOf(email), group_id: group };
            const text = JSON.stringify({ event: 'receiver.unsubscribed', condition: group, payload });
            await hear(world, 'cleverreach', { headers: { 'x-cr-calltoken': SECRET }, query: {}, text });
          }
        },
      },
      listmonk: { ...servedBy('listmonk', listmonk), say: () => runFunction('ask-tools') },
      webhook: {
        site: siteOf('webhook'),
        mailed: (email) => webhook.mailed()[email] ?? [],
        // Whoever is at the other end does what they like with their own list; we only hear of it.
        leaveThere: () => undefined,
        say: (world, email, at) => hear(world, 'webhook', MESSAGES.webhook(email, seconds(at) * 1000)),
      },
    },
    fail: (tool, isDown) => void (isDown ? down.add(tool) : down.delete(tool)),
    stop: server.close,
  };
}
