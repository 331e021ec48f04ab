import { DEFAULT_URL, get, post, refused } from './api';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- deliveries --site SITE [--replay | --everybody] [options]

What those who mail for a site could not be told yet: one line of JSON for each processor and person, with how often it was
tried, since when, and why it failed. Ids, no addresses. What was told is not listed any more.

  not-configured   the secret lacks the processor, or makes no sense
  no-address       whose data it was is deleted: ask the processor by hand to delete that id
  unreachable      no answer, or not within 8 seconds
  refused          an answer that is none we wanted: see its status
  stopped          the processor answered 410, so that nothing is sent to it; --replay lifts that
  internal         our own fault: see the log of the function notifier

  --site SITE      the site's id
  --replay         try all of it now, whatever is waiting in queues or lies among the dead letters
  --everybody      tell whatever anybody who may be mailed was not told of: for a processor that is new
  --url URL        the system (default: ${DEFAULT_URL}, which also gives the token)

The access token is read from the environment variable CONSENT_TOKEN; its scope has to be evidence:read, and to
tell anything evidence:write.
Exit code: 0 nothing is left to be told, 1 something is, or refused, 2 usage or not reachable.
`;

const OPTIONS = {
  site: { type: 'string' },
  replay: { type: 'boolean', default: false },
  everybody: { type: 'boolean', default: false },
  url: { type: 'string', default: DEFAULT_URL },
  help: { type: 'boolean', default: false },
} as const;

const LEFT = 1;

export async function deliveries(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!values.site) throw new BadUsage(`--site is needed.\n\n${HELP}`);
  const path = `/v1/sites/${encodeURIComponent(values.site)}/deliveries`;
  if (values.everybody) return replay(values.url, path, { everybody: true });
  return values.replay ? replay(values.url, path, {}) : list(values.url, path);
}

async function list(url: string, path: string): Promise<number> {
  let count = 0;
  let query = '';
  for (;;) {
    const answer = await get({ url, path: `${path}${query}`, scope: 'evidence:read' });
    if (!answer.ok) return refused(answer);
    const page = (await answer.json()) as { deliveries: readonly object[]; cursor?: string };
    for (const delivery of page.deliveries) process.stdout.write(`${JSON.stringify(delivery)}\n`);
    count += page.deliveries.length;
    if (page.cursor === undefined) break;
    query = `?cursor=${page.cursor}`;
  }
  if (count === 0) process.stderr.write('Nothing is left to be told.\n');
  return count === 0 ? 0 : LEFT;
}

async function replay(url: string, path: string, order: object): Promise<number> {
  let [told, failed] = [0, 0];
  let body = order;
  for (;;) {
    const answer = await post({ url, path, scope: 'evidence:write', body });
    if (!answer.ok) return refused(answer);
    const page = (await answer.json()) as { told: number; failed: number; cursor?: string };
    [told, failed] = [told + page.told, failed + page.failed];
    if (page.cursor === undefined) break;
    body = { ...order, cursor: page.cursor };
  }
  process.stdout.write(`told ${told}, not told ${failed}\n`);
  return failed === 0 ? 0 : LEFT;
}
