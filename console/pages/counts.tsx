import { useLocation } from 'preact-iso/router';
import { deskCountsIn } from '../../shared/words/desk-counts';
import { germanDay, readableDate } from '../../shared/words/times';
import { useDesk, type Grant } from '../context';
import { Course } from '../counts/course';
import { Figures, type CountsWords } from '../counts/figures';
import { Glance } from '../counts/glance';
import { Groups } from '../counts/groups';
import { PERIODS, spanOf, type Period, type Span } from '../counts/periods';
import { Saving } from '../counts/saving';
import { useLoaded } from '../loaded';
import { useOwnWords } from '../own-words';
import type { PageProps } from '../pages';
import { PageTitle } from '../parts/page-title';
import { Trouble } from '../parts/trouble';

const SPLITS = ['form', 'purpose', 'language'] as const;
type Split = (typeof SPLITS)[number];

const oneOf = <T extends string>(all: readonly T[], text: string | undefined, otherwise: T): T =>
  all.find((one) => one === text) ?? otherwise;

/** How many signed up, confirmed and left, and which form works. */
export function CountsPage({ grant }: PageProps) {
  const { words } = useDesk();
  const own = useOwnWords(deskCountsIn);
  const { query, route, path } = useLocation();
  if (!own) return null;
  const period = oneOf(PERIODS, query['period'], '30');
  const by = oneOf(SPLITS, query['by'], 'form');
  const choose = (change: { readonly period?: Period; readonly by?: Split }): void => {
    route(`${path}?${new URLSearchParams({ period, by, ...change }).toString()}`, true);
  };
  return (
    <>
      <PageTitle title={own.title(grant.name)} kind={words.counts} site={grant.name} />
      <div class="row no-print">
        <label>
          {own.period}{' '}
          <select value={period} onChange={({ currentTarget }) => choose({ period: currentTarget.value as Period })}>
            {PERIODS.map((one) => (
              <option value={one}>{own.periods[one]}</option>
            ))}
          </select>
        </label>
        <label>
          {own.by}{' '}
          <select value={by} onChange={({ currentTarget }) => choose({ by: currentTarget.value as Split })}>
            {SPLITS.map((one) => (
              <option value={one}>{own.splits[one]}</option>
            ))}
          </select>
        </label>
      </div>
      <Counts grant={grant} span={spanOf(period, germanDay(new Date()))} by={by} own={own} />
    </>
  );
}

interface CountsProps {
  readonly grant: Grant;
  readonly span: Span;
  readonly by: Split;
  readonly own: CountsWords;
}

function Counts({ grant, span, by, own }: CountsProps) {
  const { api, language } = useDesk();
  const { from, to, each } = span;
  const wanted = { from, to, each, by, against: 'previous', language } as const;
  const { loaded, again } = useLoaded(() => api.counts(grant.site, wanted), [grant.site, from, to, each, by, language]);
  if (loaded.is === 'trouble') return <Trouble error={loaded.error} again={again} />;
  if (loaded.is === 'loading') return <p role="status">{own.loading}</p>;
  const counts = loaded.value;
  const day = (date: string): string => readableDate(date, language);
  const part = { counts, own, figures: new Figures(language, own), day };
  return (
    <>
      <p class="soft" role="status">
        {own.span(day(counts.from), day(counts.to), counts.timeZone)}
      </p>
      <Glance {...part} />
      <Course {...part} />
      <Groups {...part} by={by} title={own.group[by]} />
      <Saving table={() => api.countsTable(grant.site, wanted)} own={own} />
    </>
  );
}
