import { deskListsIn } from '../../shared/words/desk-lists';
import { localeIn } from '../../shared/words/locale';
import { readableDate, shortTime } from '../../shared/words/times';
import type { Api } from '../api';
import { useDesk, type Grant } from '../context';
import { useLoaded } from '../loaded';
import { useOwnWords } from '../own-words';
import { Trouble } from './trouble';

export type Counts = Awaited<ReturnType<Api['worklists']>>['lists'][number];
export type ListName = Counts['list'];

interface TilesProps {
  readonly grant: Grant;
  /** The list that is shown below; undefined where none is. */
  readonly current?: ListName;
  /** Counts again whenever it is another. */
  readonly round?: number;
}

/** How much there is to do, list by list; each leads to its list. */
export function WorklistTiles({ grant, current, round = 0 }: TilesProps) {
  const { api, language } = useDesk();
  const own = useOwnWords(deskListsIn);
  const { loaded, again } = useLoaded(() => api.worklists(grant.site), [grant.site, round]);
  if (!own) return null;
  if (loaded.is === 'trouble') return <Trouble error={loaded.error} again={again} />;
  if (loaded.is === 'loading') return <p role="status">{own.loading}</p>;
  return (
    <>
      <nav aria-label={own.tiles}>
        <ul class="tiles">
          {loaded.value.lists.map((counts) => (
            <li>
              <Tile {...{ grant, counts }} isCurrent={counts.list === current} />
            </li>
          ))}
        </ul>
      </nav>
      <p class="soft">{own.asOf(shortTime(loaded.value.asOf, language))}</p>
    </>
  );
}

interface TileProps {
  readonly grant: Grant;
  readonly counts: Counts;
  readonly isCurrent: boolean;
}

function Tile({ grant, counts: { list, open, overdue, nextDue, areMore }, isCurrent }: TileProps) {
  const { language } = useDesk();
  const own = useOwnWords(deskListsIn);
  if (!own) return null;
  const written = (count: number): string => count.toLocaleString(localeIn(language).tag) + (areMore ? '+' : '');
  return (
    <a href={placeOf(grant, list)} aria-current={isCurrent ? 'true' : undefined}>
      {own.names[list]} <strong class="figure">{written(open)}</strong>
      {overdue > 0 && <span class="state bad">{own.overdue(written(overdue))}</span>}
      <span class="soft hint">
        {open === 0 ? own.nothing : nextDue === undefined ? '' : own.next(readableDate(nextDue, language))}
      </span>
    </a>
  );
}

/** Requests have a page of their own. */
function placeOf({ site }: Grant, list: ListName): string {
  if (list === 'requests') return `/console/${site}/requests`;
  if (list === 'mails') return `/console/${site}/requests?show=mails`;
  return `/console/${site}/worklists?list=${list}`;
}
