import { observe } from './observe';
import { greetProcessor, hearProcessor } from '../../shared/actions/hear-processor';
import { factsOf } from '../../shared/consent/entry';
import { readParts } from '../../shared/ledger/vault';
import type { ToolCall } from '../../shared/processors/inbound/report';
import { sendJson, serve } from '../../local/http';
import { ofType, somebody, Telling } from './telling';
import { cleverReachHas, MESSAGES, seconds, SECRET, signed } from './tool-messages';
import { startWorld, type World } from './world';

/* Whoever leaves at a tool has withdrawn here; nobody else can say so, and nothing else comes of it. */

let world: World;
let people: Telling;
let cleverreach: { readonly url: string; close(): Promise<void> };

beforeAll(async () => {
  world = await startWorld();
  people = new Telling(world);
  cleverreach = await serve((request, response) => {
    if (request.url === '/oauth/token.php') return sendJson(response, 200, { access_token: 'token' });
    const status = request.headers.authorization === 'Bearer token' ? (cleverReachHas.receiver ? 200 : 404) : 401;
    return sendJson(response, status, cleverReachHas.receiver ?? { error: { code: status } });
  });
});
beforeEach(() => world.advance('PT1M'));
afterAll(async () => {
  await cleverreach.close();
  await world.stop();
});

const PURPOSES = ['newsletter-product', 'newsletter-events'];
type Tool = 'mailchimp' | 'brevo' | 'cleverreach' | 'webhook' | 'listmonk';

/** The site as it is, but with that tool in the place of its processor. */
function depsFor(tool: Tool) {
  const sites = world.deps.sites.map((site) => ({
    ...site,
    processors: site.processors.map((one) => ({ ...one, connection: { tool } })),
  }));
  const url = { mailchimp: 'https://us6.api.mailchimp.com/3.0/lists/a1b2c3d4e5', cleverreach: cleverreach.url };
  const credentials = {
    url: tool === 'mailchimp' || tool === 'cleverreach' ? url[tool] : 'https://tool.example',
    key: 'id:key',
    lists: { 'newsletter-product': '4', 'newsletter-events': '5' },
    reports: { token: SECRET, verify: 'a word agreed on' },
  };
  const secret = JSON.stringify({ 'demo/brieftapir': credentials });
  return { ...world.deps, sites, processors: { secret: async () => secret, areOnLocalhost: true } };
}

const NAMES = { site: 'demo', processor: 'brieftapir' };

const hear = (tool: Tool, call: ToolCall) => hearProcessor(depsFor(tool), NAMES, call, new Date());
const allowed = async (email: string): Promise<readonly string[]> =>
  [...world.processors.picture('demo/brieftapir')].find(([address]) => address === email)?.[1] ?? [];

async function subscribed(purposes = PURPOSES): Promise<string> {
  const email = somebody();
  await people.subscribed('demo', email, purposes);
  await people.notify('demo', email);
  expect(await allowed(email)).toEqual(purposes);
  world.advance('PT1H');
  return email;
}

const WAYS = ['mailchimp', 'brevo', 'cleverreach', 'webhook'] as const;
/** CleverReach says which group was left; the others, that all was. */
const left = (tool: Tool): readonly string[] => (tool === 'cleverreach' ? ['newsletter-product'] : PURPOSES);

describe.each(WAYS)('%s', (tool) => {
  const withdrawals = async (email: string) => ofType(await people.history('demo', email), 'ConsentWithdrawn');

  test('whoever leaves there has withdrawn here, once, with what the tool said', async () => {
    const email = await subscribed();
    const at = Date.now();
    const call = MESSAGES[tool](email, at);
    await hear(tool, call);
    await hear(tool, call);
    const [withdrawn, ...more] = await withdrawals(email);
    expect(more).toEqual([]);
    expect(withdrawn).toMatchObject({
      actor: { kind: 'system' },
      purposes: left(tool).map((id) => ({ id })),
      facts: {
        via: 'elsewhere',
        processor: 'brieftapir',
        reportedBy: 'webhook',
        saidAt: new Date(seconds(at) * 1000).toISOString().slice(0, 19) + expectedMs(tool, at),
      },
    });
    const parts = await readParts(world.deps.vault, withdrawn!.subject, new Date());
    expect(parts.get(withdrawn!.parts['reason']!)?.data).toContain(
      tool === 'mailchimp' ? 'data%5Breason%5D=manual' : tool === 'brevo' ? '26224' : email,
    );
    expect(JSON.stringify(factsOf(withdrawn!))).not.toContain('example.org');
  });

  const expectedMs = (one: Tool, at: number): string =>
    one === 'webhook' ? `.${String(at % 1000).padStart(3, '0')}Z` : '.000Z';

  test('then the tool is told no more than that they left, and another language brings nobody back', async () => {
    const email = await subscribed();
    await hear(tool, MESSAGES[tool](email));
    await people.notify('demo', email);
    expect(await allowed(email)).toEqual(PURPOSES.filter((id) => !left(tool).includes(id)));
  });

  test('a report of before they confirmed anew undoes nothing, however late it comes', async () => {
    const email = await subscribed();
    const at = Date.now();
    await hear(tool, MESSAGES[tool](email, at));
    world.advance('P1D');
    await people.subscribed('demo', email, PURPOSES);
    world.advance('PT1M');
    await hear(tool, MESSAGES[tool](email, at));
    await people.notify('demo', email);
    expect(await allowed(email)).toEqual(PURPOSES);
  });

  test('a forged message does nothing, and is refused', async () => {
    const email = await subscribed();
    const { headers, query, text } = MESSAGES[tool](email);
    const wrong = (value: string): string => value.replace('secret', 'sekret').replace(/^v1,/, 'v1,A');
    const forged = [
      { headers: {}, query: {}, text },
      {
        headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, wrong(value)])),
        query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, wrong(value)])),
        text,
      },
    ];
    for (const call of forged) await expect(hear(tool, call)).rejects.toMatchObject({ status: 403 });
    expect(await withdrawals(email)).toEqual([]);
  });

  test('somebody whom nobody knows changes nothing, is answered alike, and is counted without a name', async () => {
    const before = (await world.entries()).length;
    for (const nobody of [somebody(), 'no address at all']) {
      const { answer, log } = await observe(() => hear(tool, MESSAGES[tool](nobody)));
      expect(answer).toBeUndefined();
      expect(log.match(/"report of nobody known here"/g)).toHaveLength(1);
      expect(log).not.toContain(nobody);
    }
    expect(await world.entries()).toHaveLength(before);
  });

  test('somebody known who left before is no news, and is not counted as nobody', async () => {
    const email = await subscribed();
    await hear(tool, MESSAGES[tool](email));
    const { log } = await observe(() => hear(tool, MESSAGES[tool](email)));
    expect(log).not.toContain('report of nobody known here');
  });

  test.each([
    'subscribe',
    'profile',
    'upemail',
    'list_addition',
    'contact_updated',
    'receiver.subscribed',
    'subscribed',
  ])('never gives anything: %s', async (kind) => {
    const email = somebody();
    await hear(tool, MESSAGES[tool](email, Date.now(), kind));
    expect(await people.history('demo', email)).toEqual([]);
  });

  test('a message that is too strange says nothing, and is no failure', async () => {
    const { headers, query } = MESSAGES[tool](somebody());
    for (const text of [
      '',
      '{}',
      '[]',
      'null',
      '[null,1,"x"]',
      '{"event":{},"email":[]}',
      '\u0000',
      'a'.repeat(60_000),
    ]) {
      const call = { headers: tool === 'webhook' ? signed(text, SECRET) : headers, query, text };
      await expect(hear(tool, call)).resolves.toBeUndefined();
    }
  });
});

test('Mailchimp: spam is a complaint, a cleaned address has bounced, another audience is none of ours, deleted is nothing', async () => {
  const email = await subscribed();
  const change = (from: string, to: string) => {
    const call = MESSAGES.mailchimp(email);
    return { ...call, text: call.text.replace(from, to) };
  };
  await hear('mailchimp', change('a1b2c3d4e5', 'ffffffffff'));
  await hear('mailchimp', change('action%5D=unsub', 'action%5D=delete'));
  expect(ofType(await people.history('demo', email), 'ConsentWithdrawn')).toEqual([]);
  await hear('mailchimp', change('type=unsubscribe', 'type=cleaned'));
  expect(ofType(await people.history('demo', email), 'MailBounced')).toMatchObject([
    { facts: { bounce: 'permanent', processor: 'brieftapir', reportedBy: 'webhook' } },
  ]);
  await hear('mailchimp', change('reason%5D=manual', 'reason%5D=abuse'));
  expect(ofType(await people.history('demo', email), 'ConsentWithdrawn')).toMatchObject([
    { facts: { via: 'complaint' } },
  ]);
});

describe('CleverReach', () => {
  test('whom a restriction has set inactive did not leave', async () => {
    const email = await subscribed();
    await people.ordered('restrictions', email, {});
    const { at } = (await people.history('demo', email)).at(-1)!;
    world.advance('PT1M');
    await hear('cleverreach', MESSAGES.cleverreach(email, Date.parse(at)));
    expect(ofType(await people.history('demo', email), 'ConsentWithdrawn')).toEqual([]);
  });

  test('who is active again by the time that we ask, or gone, did not leave', async () => {
    const email = await subscribed();
    const call = MESSAGES.cleverreach(email);
    cleverReachHas.receiver = { id: '77', email, activated: 1790000000, deactivated: 0 };
    await hear('cleverreach', call);
    cleverReachHas.receiver = undefined;
    await hear('cleverreach', call);
    expect(ofType(await people.history('demo', email), 'ConsentWithdrawn')).toEqual([]);
  });

  test('that cannot be asked is to report again', async () => {
    const call = MESSAGES.cleverreach(await subscribed());
    cleverReachHas.receiver = { strange: true };
    await expect(hear('cleverreach', call)).rejects.toMatchObject({ status: 503 });
  });

  test('a group that is none of ours is none of our business, and a number that is none asks for nothing', async () => {
    const email = await subscribed();
    for (const payload of [
      { pool_id: '77', group_id: '999' },
      { pool_id: '../../groups', group_id: '4' },
    ]) {
      const call = MESSAGES.cleverreach(email);
      await hear('cleverreach', { ...call, text: JSON.stringify({ event: 'receiver.unsubscribed', payload }) });
    }
    expect(ofType(await people.history('demo', email), 'ConsentWithdrawn')).toEqual([]);
  });

  test('gets the word that was agreed on when it looks, and nobody learns who else is there', async () => {
    const greet = (tool: Tool, secret: string, names = NAMES) =>
      greetProcessor(depsFor(tool), names, { headers: {}, query: { secret }, text: '' });
    expect(await greet('cleverreach', '1029384756')).toBe('a word agreed on 1029384756');
    expect(await greet('cleverreach', '<script>alert(1)</script>')).toBe('');
    expect(await greet('mailchimp', 'x')).toBe('');
    expect(await greet('cleverreach', '1029384756', { site: 'demo', processor: 'nobody' })).toBe('');
  });
});

test('listmonk has no webhook, so none is heard', async () => {
  await expect(hear('listmonk', MESSAGES.brevo(somebody()))).rejects.toMatchObject({ status: 403 });
});

test('Standard Webhooks: an old message is not heard again, by id too, and only of its own purposes', async () => {
  const email = await subscribed();
  const id = await people.subjectOf('demo', email);
  const text = JSON.stringify({ type: 'unsubscribed', data: { id, purposes: ['newsletter-events', 'analysis', 'x'] } });
  const old = { headers: signed(text, SECRET, seconds() - 301), query: {}, text };
  await expect(hear('webhook', old)).rejects.toMatchObject({ status: 403 });
  await hear('webhook', { headers: signed(text, SECRET), query: {}, text });
  const [withdrawn] = ofType(await people.history('demo', email), 'ConsentWithdrawn');
  expect(withdrawn?.purposes.map((purpose) => purpose.id)).toEqual(['newsletter-events']);
  expect(factsOf(withdrawn!)).not.toHaveProperty('saidAt');
});
