import { siteOfLook } from '../../shared/ledger/looks';
import type { Keys } from '../../shared/ledger/dynamo';
import type { AudienceTable, LedgerTable, Table } from '../../shared/ledger/table';
import type { Notice } from '../../shared/policy/notices';
import { keysUnder } from '../tables/partition-keys';
import { SUMMARY, type SummaryItem } from '../../shared/ledger/summary';
import { partitionsOf, partitionsWithSummaries } from '../tables/partitions';
import type { LedgerItem } from '../tables/subject-items';

/** Items of a site that are in nobody's history. */
export interface Others {
  readonly table: Table;
  readonly kind: string;
  readonly keys: readonly Keys[];
}

interface AudienceItem extends Keys {
  /** Whose row of a day of the review it is. */
  readonly site?: string;
  /** How far the review is: at which site, and after whom. */
  readonly walk?: { readonly site: string };
  /** The sites through which it was. */
  readonly rules?: Readonly<Record<string, string>>;
}

const PAGE_SIZE = 1000;

/**
 * Whatever there is of a site besides its people's entries and parts: wordings, counts, lists, and summaries whose entries are gone,
 * as DynamoDB deletes what is past its end in any order. Reads ledger and audience.
 */
export async function* othersOf(
  { ledger, audience }: { readonly ledger: LedgerTable; readonly audience: AudienceTable },
  site: string,
): AsyncGenerator<Others, void> {
  for (const kind of ['statistics', 'counts', 'tallied', 'fetches'])
    for await (const keys of keysUnder(ledger, `${kind}#${site}`)) yield { table: ledger, kind, keys };
  for await (const { partitions } of partitionsWithSummaries<LedgerItem & SummaryItem>(ledger, PAGE_SIZE)) {
    yield { table: ledger, kind: 'wordings', keys: partitions.flat().filter(isWordingOf(site)) };
    const alone = partitions.filter(({ length }) => length === 1).flat();
    yield { table: ledger, kind: 'summaries', keys: alone.filter((item) => item.sk === SUMMARY && item.site === site) };
  }
  for await (const { partitions } of partitionsOf<AudienceItem>(audience, undefined, PAGE_SIZE)) {
    const items = partitions.flat().flatMap((item) => ofSite(item, site));
    for (const kind of new Set(items.map((item) => item.kind)))
      yield { table: audience, kind, keys: items.filter((item) => item.kind === kind).map(({ keys }) => keys) };
  }
}

const isWordingOf =
  (site: string) =>
  ({ notice }: LedgerItem): boolean =>
    notice !== undefined && (JSON.parse(notice) as Notice).site === site;

/** What an item of the audience is, where it is the site's: its keys say so. */
function ofSite(item: AudienceItem, site: string): { readonly kind: string; readonly keys: Keys }[] {
  const { pk, sk, walk, rules = {} } = item;
  const [first = '', second, ...rest] = pk.split('#');
  const isMember = first === site && second !== undefined && rest.length === 1;
  // Each list of a site is a partition that is called after what it lists and the site.
  const isList = second === site && rest.length === 0 && first !== 'site';
  const isWalked = walk?.site === site || site in rules;
  const isReview = pk === 'review' && ([`round#${site}`, `list#${site}`].includes(sk) || isWalked);
  const isLook = siteOfLook(item) === site;
  const isState = pk === `site#${site}` || isReview;
  const kind = isMember ? 'audience' : isList ? first : isLook ? 'looks' : isState ? 'states' : undefined;
  return kind === undefined ? [] : [{ kind, keys: { pk, sk } }];
}
