import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { deskAudienceIn } from '../../shared/words/desk-audience';
import type { deskAudience } from '../../shared/words/de/desk-audience';
import { listsOf, namesOf, useDesk } from '../context';
import { useOwnWords } from '../own-words';
import type { PageProps } from '../pages';
import { ExportList } from '../parts/export-list';
import { Fetched } from '../parts/fetched';
import { HowMany } from '../parts/how-many';
import { Leavers } from '../parts/leavers';
import { PageTitle } from '../parts/page-title';

export type AudienceWords = typeof deskAudience;

/** How many may be mailed for a purpose and why not more, the list itself, and who left. */
export function AudiencePage({ grant }: PageProps) {
  const { words, language } = useDesk();
  const own = useOwnWords(deskAudienceIn);
  const { query, route, path } = useLocation();
  const [fetches, setFetches] = useState(0);
  if (!own) return null;
  const fetched = (): void => setFetches((before) => before + 1);
  const names = namesOf(grant, listsOf(grant), language);
  const all = [...names];
  const purpose = all.find(([id]) => id === query['purpose'])?.[0] ?? all[0]?.[0];
  const choose = (change: Readonly<Record<string, string>>): void => {
    const search = new URLSearchParams({ ...query, ...change }).toString();
    route(`${path}?${search}`, true);
  };
  return (
    <>
      <PageTitle title={own.title(grant.name)} kind={words.audience} site={grant.name} />
      {purpose !== undefined && (
        <>
          <p class="no-print">
            <label>
              {own.purpose}{' '}
              <select value={purpose} onChange={({ currentTarget }) => choose({ purpose: currentTarget.value })}>
                {all.map(([id, name]) => (
                  <option value={id}>{name}</option>
                ))}
              </select>
            </label>
          </p>
          <HowMany
            {...{ grant, purpose, own }}
            name={names.get(purpose) ?? purpose}
            measures={grant.purposes.some(({ id, measures }) => id === purpose && measures)}
          >
            {(mayBeMailed) => <ExportList {...{ grant, purpose, own, fetched }} count={mayBeMailed} />}
          </HowMany>
          <Leavers {...{ grant, purpose, own, fetched }} since={query['since']} choose={(since) => choose({ since })} />
          <Fetched {...{ grant, names, own }} round={fetches} />
        </>
      )}
    </>
  );
}
