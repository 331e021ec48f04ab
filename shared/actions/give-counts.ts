import { dayOf, endOfDay, TIME_ZONE } from '../calendar';
import { KINDS } from '../consent/counts/contribution';
import { HIDDEN_BELOW, reportOf, spanBefore, type Asked, type Counted, type Span } from '../consent/counts/report';
import type { Split } from '../consent/counts/tally';
import { lengthMs } from '../duration';
import { csvTable, type TableForm } from '../evidence/csv-table';
import type { Language, Site } from '../policy/schema';
import { inLanguage } from '../policy/sites';
import type { Deps } from './deps';
import { readCounts } from './read-counts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many signed up, confirmed and left at a site. */
export async function giveCounts(deps: Pick<Deps, 'ledger'>, site: Site, asked: Asked & InLanguage, now: Date) {
  const counted = await readCounts(deps, site.id, { ...daysToRead(asked, site), now });
  const { from, to, each, by } = asked;
  // Who had signed up before that day and did not confirm is gone, see `endOfUnconfirmed`.
  const oldBefore = dayOf(new Date(now.getTime() - pendingMs(site) - DAY_MS));
  const { all, groups } = reportOf(asked, { ...counted, keys: by ? keysOf(site, by) : [], oldBefore });
  return {
    site: site.id,
    timeZone: TIME_ZONE,
    asOf: now.toISOString(),
    ...{ from, to, each },
    openFrom: dayOf(new Date(now.getTime() - pendingMs(site))),
    hiddenBelow: HIDDEN_BELOW,
    all,
    ...(groups && { groups: groups.map((group) => ({ ...nameOf(site, asked, group.key), ...group })) }),
  };
}

interface InLanguage {
  readonly language: Language;
}

/** What a purpose or a form is called; nothing where it is configured no longer. */
function nameOf(site: Site, { by, language }: Asked & InLanguage, key: string | null): { readonly name?: string } {
  const named = by === 'purpose' ? site.purposes : by === 'form' ? site.forms : [];
  const name = named.find(({ id }) => id === key)?.name;
  return name ? { name: inLanguage(name, language) } : {};
}

/** Those before, where they are compared; and those on which somebody who signed up then can have confirmed. */
function daysToRead(asked: Asked, site: Site): Span {
  const { from } = asked.against ? spanBefore(asked) : asked;
  return { from, to: dayOf(new Date(endOfDay(asked.to).getTime() + pendingMs(site))) };
}

const pendingMs = ({ confirmation }: Site): number => lengthMs(confirmation.pending);

/** What there is to count, whether or not anybody was. */
function keysOf({ purposes, forms, languages }: Site, by: Split): readonly string[] {
  return { purpose: purposes.map(({ id }) => id), form: forms.map(({ id }) => id), language: languages }[by];
}

const COLUMNS = [...KINDS.slice(0, 1), 'confirmedOfThese', 'medianSeconds', ...KINDS.slice(1)] as const;

/** A row for each period; those of all together say so, and have no key. A number that is hidden is an empty cell. */
export function countsCsv(
  { all, groups = [] }: Awaited<ReturnType<typeof giveCounts>>,
  by: Split | undefined,
  form: TableForm,
): string {
  const rows = [
    ...all.periods.map((period) => ['all', '', ...rowOf(period)]),
    ...groups.flatMap(({ key, periods }) => periods.map((period) => [by ?? '', key ?? '', ...rowOf(period)])),
  ];
  return csvTable([['by', 'key', 'from', 'to', ...COLUMNS, 'inForce'], ...rows], form);
}

function rowOf(period: Counted['periods'][number]): string[] {
  const cells = [...COLUMNS.map((name) => period[name]), period.inForce ?? null];
  return [period.from, period.to, ...cells.map((cell) => (cell === null ? '' : String(cell)))];
}
