import { useEffect, useState } from 'preact/hooks';
import { csvTable } from '../../shared/evidence/csv-table';
import { fileName } from '../../shared/file-name';
import { shortTime } from '../../shared/words/times';
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
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Who left a purpose since a day, the latest first. */
export function Leavers({ grant, purpose, own, since, choose }: LeaversProps) {
  const { api, language } = useDesk();
  const said = own.left;
  const asked = since !== undefined && DAY.test(since) ? since : undefined;
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [error, setError] = useState<unknown>();
  const [first, setFirst] = useState<string>();
  const load = (before: readonly Page[], query: Readonly<Record<string, string | undefined>>): Promise<void> => {
    setError(undefined);
    return api.leavers(grant.site, { purpose, limit: '50', ...query }).then(
      (page) => {
        setPages([...before, page]);
        // Without a day the server says since when it is known.
        if (query['since'] === undefined) setFirst((known) => known ?? page.since);
      },
      (thrown: unknown) => setError(thrown),
    );
  };
  useEffect(() => {
    setPages([]);
    void load([], { since: asked });
  }, [grant.site, purpose, asked]);
  const leavers = pages.flatMap((page) => page.leavers);
  const last = pages.at(-1);
  const more = (): Promise<void> => load(pages, { since: last?.since, cursor: last?.cursor });
  const cells = (leaver: Leaver): string[] => [shortTime(leaver.at, language), nameOf(leaver, own), howOf(leaver, own)];
  const saveCsv = async (): Promise<void> => {
    let [all, cursor] = [[...leavers], last?.cursor];
    while (cursor !== undefined) {
      const page: Page = await api.leavers(grant.site, { purpose, limit: '500', since: last?.since, cursor });
      all = [...all, ...page.leavers];
      ({ cursor } = page);
    }
    const rows = [[own.when, own.person, said.how], ...all.map(cells)];
    const bytes = new TextEncoder().encode(csvTable(rows, { language, forSpreadsheets: true }));
    const name = fileName(['leavers', grant.site, purpose], new Date(), 'csv');
    save({ name, bytes }, 'text/csv;charset=utf-8');
  };
  return (
    <section aria-labelledby="left">
      <h2 id="left">{said.title}</h2>
      <div class="row no-print">
        <label>
          {said.since}{' '}
          <input
            type="date"
            class="short"
            value={asked ?? last?.since ?? ''}
            min={first}
            onChange={({ currentTarget: { value } }) => DAY.test(value) && choose(value)}
          />
        </label>
        {leavers.length > 0 && (
          <button type="button" class="quiet" onClick={() => void saveCsv().catch(setError)}>
            {said.csv}
          </button>
        )}
      </div>
      <p class="soft">{said.hint}</p>
      {error !== undefined && <Trouble error={error} again={() => void load([], { since: asked })} />}
      <p role="status">
        {last === undefined
          ? error === undefined && own.loading
          : leavers.length === 0 && last.cursor === undefined && said.nobody}
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
        <button type="button" class="quiet" onClick={() => void more()}>
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
