import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LIMITS, type Limit } from '../../shared/http/throttles';

const docs = (name: string): string => readFileSync(path.resolve(__dirname, '../../docs', name), 'utf8');

/** What a row of the docs' table calls the routes of a limit. */
const ROWS: Readonly<Record<keyof typeof LIMITS, string>> = {
  leaving: 'the page to unsubscribe, and its button or one click: each',
  byLink: 'confirmation, preferences, whether to go on: each page, each button',
  signUp: 'sign-ups',
  audience: 'a page of an audience',
  lists: 'links, changes, counts and other lists: each',
  permissions: 'permissions',
  desk: 'what people do by hand: the console, looking somebody up, requests, the summary of an audience: each',
  others: 'every other',
  noRoute: 'addresses where nothing is, together',
};

/** The rows of the table whose first heading is that of routes. */
function rowsOf(text: string): string[] {
  const lines = text.split('\n');
  const rows = lines.slice(lines.findIndex((line) => line.startsWith('| route | requests per second |')) + 2);
  return rows.slice(
    0,
    rows.findIndex((line) => !line.startsWith('|')),
  );
}

const row = (called: string, { rateLimit, burstLimit }: Limit): string =>
  `| ${called} | ${rateLimit.toLocaleString('en')} | ${burstLimit.toLocaleString('en')} |`;

test('deployment.md says each limit as it is', () => {
  const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
  const wanted = names.map((name) => row(ROWS[name], LIMITS[name]));
  expect(rowsOf(docs('deployment.md')).sort()).toEqual(wanted.sort());
});

test('marketing.md says those of marketing as they are', () => {
  expect(rowsOf(docs('marketing.md'))).toEqual([
    row('audience', LIMITS.audience),
    row('links, changes, leavers: each', LIMITS.lists),
    row('audience/summary', LIMITS.desk),
    row('permissions', LIMITS.permissions),
  ]);
});

test('api.md says those that callers come up to', () => {
  const { others, permissions, signUp, audience, lists } = LIMITS;
  expect(audience).toEqual(signUp);
  expect(docs('api.md').replaceAll('\n', ' ')).toContain(
    `by default ${others.rateLimit} for each operation, ${permissions.rateLimit} for \`permissions\`, ${signUp.rateLimit} ` +
      `for sign-ups and pages of an \`audience\`, ${lists.rateLimit} each for \`links\` and \`changes\``,
  );
});
