import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { deskJournal } from '../../shared/words/de/desk-journal';
import { deskJournalIn } from '../../shared/words/desk-journal';
import { germanDay, readableDate } from '../../shared/words/times';
import { useDesk, type Grant } from '../context';
import { PERIODS, spanOf } from '../counts/periods';
import { Filters, type Chosen } from '../journal/filters';
import { Rows } from '../journal/rows';
import { Saving } from '../journal/saving';
import type { Journal } from '../journal/steps';
import { useLoaded } from '../loaded';
import { useOwnWords } from '../own-words';
import type { PageProps } from '../pages';
import { PageTitle } from '../parts/page-title';
import { Trouble } from '../parts/trouble';

export type JournalWords = typeof deskJournal;

const AT_ONCE = '50';

/** Who did what, when and why. What is shown is said by the address. */
export function JournalPage({ grant }: PageProps) {
  const { words } = useDesk();
  const own = useOwnWords(deskJournalIn);
  const { query } = useLocation();
  if (!own) return null;
  const period = PERIODS.find((one) => one === query['period']) ?? '7';
  const chosen = { period, who: query['who'] ?? '', what: query['what'] ?? '', person: query['person'] ?? '' };
  return (
    <>
      <PageTitle title={own.title(grant.name)} kind={words.journal} site={grant.name} />
      <p>{own.intro}</p>
      <Shown {...{ grant, own, chosen }} after={query['after']} />
    </>
  );
}

interface ShownProps {
  readonly grant: Grant;
  readonly own: JournalWords;
  readonly chosen: Chosen;
  /** The cursor that the page begins at; undefined for the latest. */
  readonly after: string | undefined;
}

function Shown({ grant, own, chosen, after }: ShownProps) {
  const { api, language } = useDesk();
  const { path, route } = useLocation();
  const { period, who, what, person } = chosen;
  const [operators, setOperators] = useState<NonNullable<Journal['operators']>>([]);
  const { from, to: last } = spanOf(period, germanDay(new Date()));
  // What goes up to today does so by the clock of the server.
  const to = period === 'last-month' ? last : undefined;
  const wanted = { from, to, operator: who || undefined, type: what || undefined, person: person || undefined };
  const { loaded, again } = useLoaded(async () => {
    const page = await api.journal(grant.site, { ...wanted, limit: AT_ONCE, cursor: after });
    // Only the first page says it.
    if (page.operators) setOperators(page.operators);
    return page;
  }, [grant.site, from, to, who, what, person, after]);
  const at = (change: object): string => `${path}?${new URLSearchParams({ ...chosen, ...change }).toString()}`;
  const steps = loaded.is === 'there' ? loaded.value.steps : [];
  const next = loaded.is === 'there' ? loaded.value.cursor : undefined;
  const day = (date: string): string => readableDate(date, language);
  return (
    <>
      <Filters {...{ chosen, operators, own }} choose={(change) => route(at(change), true)} />
      {loaded.is === 'loading' && <p role="status">{own.loading}</p>}
      {loaded.is === 'trouble' && <Trouble error={loaded.error} again={again} />}
      {loaded.is === 'there' && (
        <>
          <p class="soft" role="status">
            {own.span(day(loaded.value.from), day(loaded.value.to), loaded.value.timeZone)}
          </p>
          {steps.length > 0 ? (
            <Rows {...{ grant, steps, own }} />
          ) : (
            <Nothing own={own} isPage={Boolean(after ?? next)} />
          )}
          <p class="row no-print">
            {after !== undefined && <a href={at({})}>{own.first}</a>}
            {next !== undefined && <a href={at({ after: next })}>{own.older}</a>}
          </p>
          <Saving
            first={() => api.journalPart(grant.site, { ...wanted, limit: '200', language, bom: 'yes' })}
            next={(query) => api.journalPart(grant.site, query)}
            own={own}
          />
        </>
      )}
    </>
  );
}

/** That there is nothing, and what to do; or that there may be more behind it. */
function Nothing({ own, isPage }: { readonly own: JournalWords; readonly isPage: boolean }) {
  if (isPage) return <p role="status">{own.nonePage}</p>;
  return (
    <>
      <p role="status">{own.none}</p>
      <p>{own.noneHint}</p>
    </>
  );
}
