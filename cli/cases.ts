import { DEFAULT_URL, get, post, refused } from './api';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- cases --site SITE
       npm run cli -- cases show CASE --site SITE --reason TEXT
       npm run cli -- cases close CASE --site SITE --reason TEXT --outcome OUTCOME

What people wrote and no program understood for certain, until somebody has seen to it. Without an action, lists what is
open: ids and since when. Reading a mail is written down in the record of whoever wrote it, as it is personal.

  show                 show the mail, and why it is not certain; to answer it, write to its sender as you do otherwise
  close                say what came of it, so that it is no longer open

  --site SITE          the site's id
  --reason TEXT        why, without naming anybody, e.g. "asks how to unsubscribe"
  --outcome OUTCOME    withdrawal or objection: carried out in the person's name, for all that there is, before the case is closed;
                       answered: you answered it, or did otherwise what it asked for; nothing: it wants nothing of us
  --raw                show the mail as it came in, with everything that is attached to it
  --url URL            the system (default: ${DEFAULT_URL}, which also gives the token)

The access token is read from the environment variable CONSENT_TOKEN; its scope has to be evidence:read, and to close
anything evidence:write.
Exit code: 0 done, or nothing is open, 1 something is, or refused, 2 usage or not reachable.
`;

const OPTIONS = {
  site: { type: 'string' },
  reason: { type: 'string' },
  outcome: { type: 'string' },
  raw: { type: 'boolean', default: false },
  url: { type: 'string', default: DEFAULT_URL },
  help: { type: 'boolean', default: false },
} as const;

const OPEN = 1;

export async function cases(args: string[]): Promise<number> {
  const { values, positionals } = readArgs({ args, options: OPTIONS, allowPositionals: true }, HELP);
  const { help, site, url, reason, outcome, raw } = values;
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [action, id, ...more] = positionals;
  if (!site) throw new BadUsage(`--site is needed.\n\n${HELP}`);
  const path = `/v1/sites/${encodeURIComponent(site)}/cases`;
  if (action === undefined) return list(url, path);
  if (!['show', 'close'].includes(action) || !id || more.length > 0) throw new BadUsage(HELP);
  if (!reason) throw new BadUsage(`--reason is needed.\n\n${HELP}`);
  const found = `${path}/${encodeURIComponent(id)}`;
  if (action === 'show') return show(url, found, reason, raw);
  if (!outcome) throw new BadUsage(`--outcome is needed.\n\n${HELP}`);
  return close(url, found, { reason, outcome });
}

async function list(url: string, path: string): Promise<number> {
  const answer = await get({ url, path, scope: 'evidence:read' });
  if (!answer.ok) return refused(answer);
  const open = ((await answer.json()) as { cases: { case: string; since: string }[] }).cases;
  for (const { case: id, since } of open) process.stdout.write(`${id}  since ${since}\n`);
  if (open.length === 0) process.stderr.write('No case is open.\n');
  return open.length === 0 ? 0 : OPEN;
}

interface Shown {
  readonly reading: string | null;
  readonly provenBy: string | null;
  readonly mail: {
    readonly from: string | null;
    readonly subject: string;
    readonly writtenAt: string | null;
    readonly text: string;
    readonly attachments: readonly string[];
    readonly raw: string;
  } | null;
}

async function show(url: string, path: string, reason: string, raw: boolean): Promise<number> {
  const answer = await post({ url, path, scope: 'evidence:read', body: { reason } });
  if (!answer.ok) return refused(answer);
  const { mail, reading, provenBy } = (await answer.json()) as Shown;
  const why = `Taken for: ${reading ?? 'unknown'}. Who wrote it is ${provenBy ? `proven by the ${provenBy}` : 'not proven'}.`;
  if (!mail) process.stdout.write(`${why}\nThe mail was deleted.\n`);
  else if (raw) process.stdout.write(mail.raw);
  else process.stdout.write(harmless(`${why}\n\n${readable(mail)}\n`));
  return 0;
}

function readable({ from, subject, writtenAt, text, attachments }: NonNullable<Shown['mail']>): string {
  const head = [`From: ${from ?? 'nobody in particular'}`, `Date: ${writtenAt ?? 'unknown'}`, `Subject: ${subject}`];
  const attached = attachments.map((name) => `Attached: ${name || 'something without a name'}`);
  return [...head, ...attached, '', text].join('\n');
}

/** What a stranger wrote must not steer the terminal. */
function harmless(text: string): string {
  return text.replaceAll(/(?![\n\t])\p{Cc}/gu, '');
}

async function close(url: string, path: string, body: object): Promise<number> {
  const answer = await post({ url, path: `${path}/close`, scope: 'evidence:write', body });
  if (!answer.ok) return refused(answer);
  process.stdout.write(`${JSON.stringify(await answer.json(), null, 2)}\n`);
  return 0;
}
