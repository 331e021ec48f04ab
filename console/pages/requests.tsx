import { useLocation } from 'preact-iso/router';
import { deskRequestsIn } from '../../shared/words/desk-requests';
import { readableDate, shortTime } from '../../shared/words/times';
import type { Api } from '../api';
import { useDesk, type Grant } from '../context';
import { useLoaded } from '../loaded';
import { dueIn, dayAfter } from '../letter/due';
import type { RequestWords } from '../letter/preview';
import { useOwnWords } from '../own-words';
import type { PageProps } from '../pages';
import { Addressed } from '../parts/addressed';
import { LetterLink } from '../parts/letter-link';
import { PageTitle } from '../parts/page-title';
import { Trouble } from '../parts/trouble';

type Page = Awaited<ReturnType<Api['cases']>>;
type Row = Page['cases'][number];

/** What the tiles show, each a filter of its own. */
const OPEN = {
  open: () => true,
  overdue: ({ overdue }) => overdue,
  week: ({ overdue, due }) => !overdue && due <= dayAfter(7),
  mails: ({ wish }) => wish === undefined,
} satisfies Record<string, (row: Row) => boolean>;
type Open = keyof typeof OPEN;
const TILES = Object.keys(OPEN) as readonly Open[];

const AT_ONCE = 50;

/** What people want of us: what has to be answered first is first. What is shown is said by the address. */
export function RequestsPage({ grant }: PageProps) {
  const { api, words } = useDesk();
  const own = useOwnWords(deskRequestsIn);
  const { query } = useLocation();
  const { loaded, again } = useLoaded(() => api.cases(grant.site, {}), [grant.site]);
  if (!own) return null;
  const shown = TILES.find((tile) => tile === query['show']);
  const open = loaded.is === 'there' ? loaded.value.cases : [];
  return (
    <>
      <PageTitle title={own.list.title} kind={words.requests} site={grant.name} />
      <p>{own.list.intro}</p>
      <LetterLink grant={grant} />
      {loaded.is === 'loading' && <p role="status">{own.loading}</p>}
      {loaded.is === 'trouble' && <Trouble error={loaded.error} again={again} />}
      {loaded.is === 'there' && (
        <>
          <Tiles {...{ grant, own, open }} shown={query['show'] === 'closed' ? 'closed' : (shown ?? 'open')} />
          {query['show'] === 'closed' ? (
            <Closed {...{ grant, own }} cursor={query['cursor']} />
          ) : (
            <OpenOnes {...{ grant, own, open }} shown={shown ?? 'open'} page={Number(query['page'] ?? 1)} />
          )}
        </>
      )}
    </>
  );
}

interface ListProps {
  readonly grant: Grant;
  readonly own: RequestWords;
}

interface OpenProps extends ListProps {
  /** All that are open. */
  readonly open: readonly Row[];
}

function Tiles({ grant, own, open, shown }: OpenProps & { readonly shown: Open | 'closed' }) {
  const at = (tile: string): string => `/console/${grant.site}/requests?show=${tile}`;
  const current = (tile: string) => (tile === shown ? { 'aria-current': 'true' as const } : {});
  return (
    <ul class="tiles no-print">
      {TILES.map((tile) => (
        <li>
          <a href={at(tile)} {...current(tile)}>
            {own.list.tiles[tile](open.filter(OPEN[tile]).length)}
          </a>
        </li>
      ))}
      <li>
        <a href={at('closed')} {...current('closed')}>
          {own.list.tiles.closed}
        </a>
      </li>
    </ul>
  );
}

function OpenOnes({ grant, own, open, shown, page }: OpenProps & { readonly shown: Open; readonly page: number }) {
  const rows = open.filter(OPEN[shown]);
  const from = (page > 0 ? page - 1 : 0) * AT_ONCE;
  const at = (other: number): string => `/console/${grant.site}/requests?show=${shown}&page=${other}`;
  return (
    <>
      <Table {...{ grant, own }} rows={rows.slice(from, from + AT_ONCE)} shown={shown} />
      {from > 0 && <a href={at(1)}>{own.list.back}</a>}{' '}
      {rows.length > from + AT_ONCE && <a href={at(page + 1)}>{own.list.further}</a>}
    </>
  );
}

function Closed({ grant, own, cursor }: ListProps & { readonly cursor: string | undefined }) {
  const { api } = useDesk();
  const { loaded, again } = useLoaded(
    () => api.cases(grant.site, { state: 'closed', limit: `${AT_ONCE}`, cursor }),
    [grant.site, cursor],
  );
  if (loaded.is === 'loading') return <p role="status">{own.loading}</p>;
  if (loaded.is === 'trouble') return <Trouble error={loaded.error} again={again} />;
  const at = `/console/${grant.site}/requests?show=closed`;
  const { cases, cursor: next } = loaded.value;
  return (
    <>
      <Table {...{ grant, own }} rows={cases} shown="closed" />
      {cursor !== undefined && <a href={at}>{own.list.back}</a>}{' '}
      {next !== undefined && <a href={`${at}&cursor=${encodeURIComponent(next)}`}>{own.list.older}</a>}
    </>
  );
}

function Table({
  grant,
  own,
  rows,
  shown,
}: ListProps & { readonly rows: readonly Row[]; readonly shown: Open | 'closed' }) {
  const { list } = own;
  if (rows.length === 0) return <p role="status">{list.none[shown]}</p>;
  const first = shown === 'closed' ? list.closedAt : list.due;
  return (
    <section>
      <Addressed grant={grant} ids={rows.map(({ id }) => id)}>
        {(names) => (
          <table class="stacked">
            <caption class="hidden">{list.title}</caption>
            <thead>
              <tr>
                <th scope="col">{list.what}</th>
                <th scope="col">{list.person}</th>
                <th scope="col">{first}</th>
                <th scope="col">{list.came}</th>
                <th scope="col">{list.state}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <RequestRow key={row.case} {...{ grant, own, row, first }} name={names.get(row.id)} />
              ))}
            </tbody>
          </table>
        )}
      </Addressed>
    </section>
  );
}

interface RequestRowProps extends ListProps {
  readonly row: Row;
  /** What the column of the day is called. */
  readonly first: string;
  /** The address, where it is shown. */
  readonly name: string | undefined;
}

/** A row leads to the request; what the system did by itself has none, and leads to the person. */
function RequestRow({ grant, own, row, first, name }: RequestRowProps) {
  const { language } = useDesk();
  const { list } = own;
  const person = `/console/${grant.site}/person/${row.id}`;
  return (
    <tr>
      <th scope="row">
        <a href={row.carriedOut ? person : `${person}/request/${row.case}`}>{nameOf(row, own)}</a>
      </th>
      <td data-label={list.person}>{name ?? <code>{row.id}</code>}</td>
      <td data-label={first}>
        {row.closedAt === undefined
          ? `${readableDate(row.due, language)} (${dueIn(row.due, language)})`
          : shortTime(row.closedAt, language)}
      </td>
      <td data-label={list.came}>
        {viaOf(row, own)}, {readableDate(row.receivedOn, language)}
      </td>
      <td data-label={list.state}>
        <State {...{ own, row }} />
        {row.carriedOut && <span class="soft"> {list.bySystem}</span>}
      </td>
    </tr>
  );
}

export function State({ own, row }: { readonly own: RequestWords; readonly row: Row }) {
  const outcomes: Readonly<Record<string, string>> = own.close.outcomes;
  if (row.outcome !== undefined) return <span class="state ended">{outcomes[row.outcome] ?? row.outcome}</span>;
  return <span class={`state ${row.overdue ? 'bad' : 'open'}`}>{row.overdue ? own.list.overdue : own.list.open}</span>;
}

/** What a request is called; of a mail, what the system made of it. */
export function nameOf({ wish, reading }: Row, own: RequestWords): string {
  const wishes: Readonly<Record<string, string>> = own.wishes;
  const readings: Readonly<Record<string, string>> = own.readings;
  if (wish !== undefined) return wishes[wish] ?? wish;
  return reading === undefined ? own.list.mail : `${own.list.mail}: ${readings[reading] ?? reading}`;
}

export function viaOf({ via }: Row, { vias }: RequestWords): string {
  const all: Readonly<Record<string, string>> = vias;
  return all[via] ?? via;
}
