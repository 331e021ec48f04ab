import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { deskListsIn } from '../../shared/words/desk-lists';
import { useDesk } from '../context';
import { useOwnWords } from '../own-words';
import type { PageProps } from '../pages';
import { PageTitle } from '../parts/page-title';
import { WorklistTiles } from '../parts/worklist-tiles';
import { DeletionsList } from '../worklists/deletions-list';
import { DeliveriesList } from '../worklists/deliveries-list';
import { ReviewsList } from '../worklists/reviews-list';
import { LISTS, type List } from '../worklists/lists';

/** By then the counts have heard of what was decided. */
const COUNTED_AFTER_MS = 2000;

/** What waits for operators, list by list; which one, and where in it, is said by the address. */
export function WorklistsPage({ grant }: PageProps) {
  const { words } = useDesk();
  const own = useOwnWords(deskListsIn);
  const { query } = useLocation();
  const [round, setRound] = useState(0);
  if (!own) return null;
  const list = LISTS.find((one) => one === query['list']);
  const decided = (): void => void setTimeout(() => setRound((before) => before + 1), COUNTED_AFTER_MS);
  return (
    <>
      <PageTitle title={own.title(grant.name)} kind={words.worklists} site={grant.name} />
      <p>{own.intro}</p>
      <WorklistTiles grant={grant} round={round} {...(list && { current: list })} />
      {list && (
        <section aria-labelledby="list">
          <h2 id="list">{own.names[list]}</h2>
          <p>{own.about[list]}</p>
          <Shown key={`${grant.site} ${list}`} {...{ grant, own, list, decided }} after={query['after']} />
        </section>
      )}
    </>
  );
}

function Shown({ list, ...props }: Parameters<typeof DeletionsList>[0] & { readonly list: List }) {
  if (list === 'deliveries') return <DeliveriesList {...props} />;
  if (list === 'deletions') return <DeletionsList {...props} />;
  return <ReviewsList {...props} list={list} />;
}
