import { SUBJECT_ACTIONS } from '../shared/http/routes';
import { DEFAULT_URL, post, refused } from './api';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- subjects ACTION --site SITE --email ADDRESS --reason TEXT [options]

Does something about a person, mostly because they asked for it. Each becomes part of the person's record, with who did it
and why, and repeated does nothing. Prints what was done, and what holds for the person now, as JSON.

  withdrawals      take back consent in the person's name: all, or --purposes
  objections       no more mail, and none begins: for all purposes, or --purposes (Art. 21 GDPR)
  restrictions     keep what there is, and use it for nothing (Art. 18)
  holds            keep what there is for a dispute: --case and --review-by
  erasures         end what is personal (Art. 17); what has to be kept is restricted instead, and the answer says until when
  rectifications   correct --field, or the address: --new-email (Art. 16)

  --site SITE          the site's id
  --email ADDRESS      the person's address
  --reason TEXT        why, without naming anybody, e.g. "letter of 20 November 2026"
  --via WAY            how the person asked: e-mail, letter, phone, in-person (needed for withdrawals and objections)
  --received-on DAY    when, e.g. 2026-11-20 (needed along with it)
  --purposes A,B       only these
  --lift               end a restriction, or the hold of that --case
  --case NAME          your name for the dispute, e.g. "12 O 345/26"
  --review-by DAY      when somebody has to look whether the hold is still needed
  --despite-duty       erase although proof has to be kept: the controller does not need it
  --suppress           leave a mark, so that no import brings the person back
  --field ID=TEXT      what is right; without TEXT the person has none (can be given several times)
  --new-email ADDRESS  the address as it is spelt, or another one, which is asked by mail to confirm
  --dry-run            only say what would be done
  --url URL            the system (default: ${DEFAULT_URL}, which also gives the token)

The access token with the scope evidence:write is read from the environment variable CONSENT_TOKEN.
Exit code: 0 done, 1 refused, 2 usage or not reachable.
`;

const OPTIONS = {
  site: { type: 'string' },
  email: { type: 'string' },
  reason: { type: 'string' },
  via: { type: 'string' },
  'received-on': { type: 'string' },
  purposes: { type: 'string' },
  lift: { type: 'boolean' },
  case: { type: 'string' },
  'review-by': { type: 'string' },
  'despite-duty': { type: 'boolean' },
  suppress: { type: 'boolean' },
  field: { type: 'string', multiple: true },
  'new-email': { type: 'string' },
  'dry-run': { type: 'boolean' },
  url: { type: 'string', default: DEFAULT_URL },
  help: { type: 'boolean', default: false },
} as const;

export async function subjects(args: string[]): Promise<number> {
  const { values, positionals } = readArgs({ args, options: OPTIONS, allowPositionals: true }, HELP);
  const { help, url, site, purposes, field, ...rest } = values;
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [action = ''] = positionals;
  if (!SUBJECT_ACTIONS.some((known) => known === action) || positionals.length > 1) {
    throw new BadUsage(`Say one of ${SUBJECT_ACTIONS.join(', ')}.\n\n${HELP}`);
  }
  if (!site || !rest.email || !rest.reason) throw new BadUsage(`--site, --email and --reason are needed.\n\n${HELP}`);
  const answer = await post({
    url,
    path: `/v1/sites/${encodeURIComponent(site)}/subjects/${action}`,
    scope: 'evidence:write',
    // What an action does not take, the system refuses by name.
    body: {
      ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [inCamelCase(name), value])),
      ...(purposes !== undefined && { purposes: purposes.split(',') }),
      ...(field && { fields: fieldsOf(field) }),
    },
  });
  if (!answer.ok) return refused(answer);
  process.stdout.write(`${JSON.stringify(await answer.json(), null, 2)}\n`);
  return 0;
}

const inCamelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function fieldsOf(given: readonly string[]): Record<string, string> {
  const pairs = given.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new BadUsage('--field takes ID=TEXT, such as --field "firstName=Erika".');
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}
