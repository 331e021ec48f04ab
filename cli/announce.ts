import { DEFAULT_URL, post, refused } from './api';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- announce --site SITE --privacy-notice-version VERSION (--dry-run | --apply) [options]

Tells everybody whom a site may mail that its privacy notice changes, once each. Deploy the site with the new version and
its date first. Interrupted, the same command tells the others. Whose data are restricted is not written to.

  --site SITE                        the site's id
  --privacy-notice-version VERSION   the version to announce; it has to be the one that the site has
  --dry-run                          only count
  --apply                            send
  --url URL                          the system (default: ${DEFAULT_URL}, which also gives the token)

The access token with the scope evidence:write is read from the environment variable CONSENT_TOKEN.
Exit code: 0 done, 1 refused, 2 usage or not reachable.
`;

const OPTIONS = {
  site: { type: 'string' },
  'privacy-notice-version': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
  url: { type: 'string', default: DEFAULT_URL },
  help: { type: 'boolean', default: false },
} as const;

interface Answer {
  readonly told: number;
  readonly toldBefore: number;
  readonly unreachable: number;
  readonly cursor?: string;
}

export async function announce(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { site, apply, url } = values;
  const privacyNotice = values['privacy-notice-version'];
  if (!site || !privacyNotice) throw new BadUsage(`--site and --privacy-notice-version are needed.\n\n${HELP}`);
  if (apply === values['dry-run']) throw new BadUsage('Say either --dry-run or --apply.');
  const path = `/v1/sites/${encodeURIComponent(site)}/announcements`;
  let total = { told: 0, toldBefore: 0, unreachable: 0 };
  let cursor: string | undefined;
  do {
    const body = { privacyNotice, dryRun: !apply, ...(cursor !== undefined && { cursor }) };
    const answer = await post({ url, path, scope: 'evidence:write', body });
    if (!answer.ok) return refused(answer);
    const page = (await answer.json()) as Answer;
    total = sum(total, page);
    cursor = page.cursor;
  } while (cursor !== undefined);
  process.stdout.write(
    `${apply ? 'told' : 'would be told'} ${total.told}, told before ${total.toldBefore}, without an address ${total.unreachable}\n`,
  );
  return 0;
}

function sum(one: Omit<Answer, 'cursor'>, other: Answer): Omit<Answer, 'cursor'> {
  return {
    told: one.told + other.told,
    toldBefore: one.toldBefore + other.toldBefore,
    unreachable: one.unreachable + other.unreachable,
  };
}
