import { useEffect, useState } from 'preact/hooks';
import { csvTable } from '../../shared/evidence/csv-table';
import { fileName } from '../../shared/file-name';
import { germanDay, shortTime } from '../../shared/words/times';
import type { Api } from '../api';
import { may, useDesk, type Grant } from '../context';
import type { AudienceWords } from '../pages/audience';
import { save } from '../save';
import { Trouble } from './trouble';

type Page = Awaited<ReturnType<Api['leavers']>>;
type Leaver = Page['leavers'][number];

interface LeaversProps {
  readonly grant: Grant;
  readonly purpose: string;
  readonly own: AudienceWords;
  /** A day, such as 2026-11-01; undefined for the first that is known. */
  readonly since: string | undefined;
  readonly choose: (since: string) => void;
  /** Told once people were fetched. */
  readonly fetched: () => void;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The list goes back so many days, today among them. */
const DAYS = 35;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Who left a purpose since a day, the latest first. Fetched by a press alone: that it was is written down. */
export function Leavers({ grant, purpose, own, since, choose, fetched }: LeaversProps) {
  const { api, language } = useDesk();
  const said = own.left;
  const first = germanDay(new Date(Date.now() - (DAYS - 1) * DAY_MS));
  // By the server's clock, not by this one's, where nobody chose a day.
  const chosen = since !== undefined && DAY.test(since) ? since : undefined;
  const [isShown, setIsShown] = useState(false);
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [error, setError] = useState<unknown>();
  const get = async (limit: string, cursor?: string): Promise<Page> => {
    const page = await api.leavers(grant.site, { purpose, limit, since: chosen, cursor });
    fetched();
    return page;
  };
  const load = async (before: readonly Page[]): Promise<void> => {
    setError(undefined);
    setPages([...before, await get('50', before.at(-1)?.cursor)]);
  };
  useEffect(() => {
    setPages([]);
    if (isShown) void load([]).catch(setError);
  }, [grant.site, purpose, chosen, isShown]);
  const leavers = pages.flatMap((page) => page.leavers);
  const last = pages.at(-1);
  const cells = (leaver: Leaver): string[] => [shortTime(leaver.at, language), nameOf(leaver, own), howOf(leaver, own)];
  const saveCsv = async (): Promise<void> => {
    setError(undefined);
    const all: Leaver[] = [];
    let cursor: string | undefined;
    do {
      const page = await get('500', cursor);
      all.push(...page.leavers);
      ({ cursor } = page);
    } while (cursor !== undefined);
    const rows = [[own.when, own.person, said.how], ...all.map(cells)];
    const bytes = new TextEncoder().encode(csvTable(rows, { language, forSpreadsheets: true }));
    const name = fileName(['leavers', grant.site, purpose], new Date(), 'csv');
    save({ name, bytes }, 'text/csv;charset=utf-8');
  };
  const press = (what: () => Promise<void>) => () => void what().catch(setError);
  return (
    <section aria-labelledby="left">
      <h2 id="left">{said.title}</h2>
      <p class="soft">{said.hint}</p>
      <div class="row no-print">
        <label>
          {said.since}{' '}
          <input
            type="date"
            class="short"
            value={chosen ?? first}
            min={first}
            onChange={({ currentTarget: { value } }) => DAY.test(value) && choose(value)}
          />
        </label>
        {!isShown && (
          <button type="button" class="quiet" onClick={() => setIsShown(true)}>
            {said.show}
          </button>
        )}
        <button type="button" class="quiet" onClick={press(saveCsv)}>
          {said.csv}
        </button>
      </div>
      {error !== undefined && <Trouble error={error} again={press(() => load([]))} />}
      <p role="status">
        {isShown && last === undefined && error === undefined && own.loading}
        {last !== undefined && leavers.length === 0 && last.cursor === undefined && said.nobody}
      </p>
      {leavers.length > 0 && (
        <table class="stacked">
          <caption>{said.count(leavers.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{own.when}</th>
              <th scope="col">{own.person}</th>
              <th scope="col">{said.how}</th>
            </tr>
          </thead>
          <tbody>
            {leavers.map((leaver) => (
              <LeaverRow grant={grant} leaver={leaver} own={own} />
            ))}
          </tbody>
        </table>
      )}
      {last?.cursor !== undefined && (
        <button type="button" class="quiet" onClick={press(() => load(pages))}>
          {own.more}
        </button>
      )}
    </section>
  );
}

interface LeaverRowProps {
  readonly grant: Grant;
  readonly leaver: Leaver;
  readonly own: AudienceWords;
}

function LeaverRow({ grant, leaver, own }: LeaverRowProps) {
  const { language } = useDesk();
  const name = nameOf(leaver, own);
  return (
    <tr>
      <td data-label={own.when}>{shortTime(leaver.at, language)}</td>
      <td data-label={own.person}>
        {may(grant, 'person:read') ? <a href={`/console/${grant.site}/person/${leaver.id}`}>{name}</a> : name}
      </td>
      <td data-label={own.left.how}>{howOf(leaver, own)}</td>
    </tr>
  );
}

const nameOf = ({ email, shown = email }: Leaver, { left }: AudienceWords): string => shown ?? left.addressGone;

function howOf({ how, via }: Leaver, { left }: AudienceWords): string {
  const way = via === undefined || how === 'complained' ? undefined : left.vias[via];
  return way === undefined ? left.hows[how] : `${left.hows[how]}, ${way}`;
}
