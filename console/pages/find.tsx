import lazy, { ErrorBoundary } from 'preact-iso/lazy';
import { may, useDesk, type Grant } from '../context';
import { PageTitle } from '../parts/page-title';
import { Search } from '../parts/search';

const WorklistTiles = lazy(async () => (await import('../parts/worklist-tiles')).WorklistTiles);
const CountsAtHome = lazy(async () => (await import('../counts/at-home')).CountsAtHome);

/** Where everything begins: somebody wrote, and we look them up. */
export function FindPage({ grant }: { readonly grant: Grant }) {
  const { words } = useDesk();
  return (
    <>
      <PageTitle title={words.search.title(grant.name)} kind={words.find} site={grant.name} />
      <Search grant={grant} />
      <p class="soft">{words.search.shortcut}</p>
      {may(grant, 'evidence:read') && (
        <ErrorBoundary>
          <WorklistTiles grant={grant} />
        </ErrorBoundary>
      )}
      {may(grant, 'audience:read') && (
        <ErrorBoundary>
          <CountsAtHome grant={grant} />
        </ErrorBoundary>
      )}
    </>
  );
}
