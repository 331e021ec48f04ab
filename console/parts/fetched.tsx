import { useEffect, useState } from 'preact/hooks';
import { localeIn } from '../../shared/words/locale';
import { shortTime } from '../../shared/words/times';
import type { Api } from '../api';
import { may, useDesk, type Grant } from '../context';
import type { AudienceWords } from '../pages/audience';
import { Trouble } from './trouble';

type Page = Awaited<ReturnType<Api['fetches']>>;

interface FetchedProps {
  readonly grant: Grant;
  /** Purpose -> what it is called. */
  readonly names: ReadonlyMap<string, string>;
  readonly own: AudienceWords;
  /** Another one wherever a list was fetched since. */
  readonly round: number;
}

/** Who was given lists of people, the latest first. */
export function Fetched({ grant, names, own, round }: FetchedProps) {
  const { api, language } = useDesk();
  const said = own.fetched;
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [error, setError] = useState<unknown>();
  const mayRead = may(grant, 'person:read');
  const load = (before: readonly Page[]): void => {
    setError(undefined);
    api.fetches(grant.site, { limit: '10', cursor: before.at(-1)?.cursor }).then(
      (page) => setPages([...before, page]),
      (thrown: unknown) => setError(thrown),
    );
  };
  useEffect(() => setPages([]), [grant.site]);
  useEffect(() => {
    if (mayRead) load([]);
  }, [grant.site, mayRead, round]);
  if (!mayRead) return null;
  const rows = pages.flatMap(({ fetches }) => fetches);
  return (
    <section aria-labelledby="fetched">
      <h2 id="fetched">{said.title}</h2>
      {error !== undefined && <Trouble error={error} again={() => load(pages)} />}
      {pages.length === 0 && error === undefined && <p role="status">{own.loading}</p>}
      {pages.length > 0 && rows.length === 0 && <p>{said.nobody}</p>}
      {rows.length > 0 && (
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">{own.when}</th>
              <th scope="col">{said.who}</th>
              <th scope="col">{said.what}</th>
              <th scope="col">{said.people}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ at, operator, name, list, purpose, people }) => (
              <tr>
                <td data-label={own.when}>{shortTime(at, language)}</td>
                <td data-label={said.who}>{name ?? operator}</td>
                <td data-label={said.what}>
                  {[said.lists[list], purpose === undefined ? undefined : (names.get(purpose) ?? purpose)]
                    .filter((part) => part !== undefined)
                    .join(': ')}
                </td>
                <td data-label={said.people}>{people.toLocaleString(localeIn(language).tag)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages.at(-1)?.cursor !== undefined && (
        <button type="button" class="quiet" onClick={() => load(pages)}>
          {own.more}
        </button>
      )}
    </section>
  );
}
