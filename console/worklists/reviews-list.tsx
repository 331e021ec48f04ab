import { useState } from 'preact/hooks';
import { readableDate, readableDay } from '../../shared/words/times';
import type { Api } from '../api';
import { may, namesOf, useDesk } from '../context';
import { useLoaded } from '../loaded';
import { Addressed } from '../parts/addressed';
import { Trouble } from '../parts/trouble';
import { Decide, type Choice } from './decide';
import { AT_ONCE, Empty, ListTable, Pages, PersonLink, type List, type ListProps } from './lists';

type Page = Awaited<ReturnType<Api['reviews']>>;
export type Waiting = Page['waiting'][number];
/** What can be decided on this page; objections are decided one by one. */
export type Decidable = Waiting & { readonly what: 'unused' | 'hold' | 'restriction' };
type ReviewList = Exclude<List, 'deliveries' | 'deletions'>;

const WHAT = {
  weighings: 'weighing',
  review: 'unused',
  holds: 'hold',
  restrictions: 'restriction',
} as const satisfies Record<ReviewList, Waiting['what']>;

export const keyOf = ({ id, what, case: hold = '' }: Pick<Waiting, 'id' | 'what' | 'case'>): string =>
  `${id} ${what} ${hold}`;

/** One list of the review, what is due first before the rest; each row is decided, and all of them at once carried out. */
export function ReviewsList({ grant, own, after, decided, list }: ListProps & { readonly list: ReviewList }) {
  const { api } = useDesk();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  const query = { what: WHAT[list], limit: AT_ONCE, cursor: after };
  const { loaded, again } = useLoaded(() => api.reviews(grant.site, query), [grant.site, list, after]);
  const choose = (item: Decidable, decision: Choice['decision'] | undefined): void => {
    const next = new Map(chosen);
    if (decision === undefined) next.delete(keyOf(item));
    else next.set(keyOf(item), { item, decision });
    setChosen(next);
  };
  const what = WHAT[list];
  const done = (): void => {
    setChosen(new Map());
    again();
    decided();
  };
  return (
    <>
      {loaded.is === 'loading' && <p role="status">{own.loading}</p>}
      {loaded.is === 'trouble' && <Trouble error={loaded.error} again={again} />}
      {loaded.is === 'there' && <Rows {...{ grant, own, after, list, chosen, choose }} page={loaded.value} />}
      {what !== 'weighing' &&
        (may(grant, 'evidence:write') ? (
          <Decide
            {...{ grant, own, what, done }}
            isEmpty={loaded.is === 'there' && loaded.value.waiting.length === 0}
            choices={[...chosen.values()]}
          />
        ) : (
          <p class="soft">{own.readOnly}</p>
        ))}
    </>
  );
}

interface RowsProps extends Omit<ListProps, 'decided'> {
  readonly list: ReviewList;
  readonly page: Page;
  readonly chosen: ReadonlyMap<string, Choice>;
  readonly choose: (item: Decidable, decision: Choice['decision'] | undefined) => void;
}

function Rows({ grant, own, after, list, page: { waiting, cursor, nextRound }, chosen, choose }: RowsProps) {
  const { language } = useDesk();
  if (waiting.length === 0 && cursor === undefined) {
    const review = nextRound === null ? own.noReview : own.nextReview(readableDate(nextRound, language));
    return <Empty {...{ own, after }} text={list === 'review' ? review : own.empty[list]} />;
  }
  const { person, due, what, decision } = own.columns;
  const known = namesOf(grant, grant.purposes, language);
  const mayDecide = may(grant, 'evidence:write');
  return (
    <>
      <Addressed grant={grant} ids={waiting.map(({ id }) => id)}>
        {(names) => (
          <ListTable caption={own.names[list]} headings={[person, due, what, ...(mayDecide ? [decision] : [])]}>
            {waiting.map((one) => (
              <tr key={keyOf(one)}>
                <th scope="row">
                  <PersonLink {...{ grant }} id={one.id} name={names.get(one.id)} />
                </th>
                <td data-label={due}>
                  {readableDate(one.reviewBy ?? one.deleteBy ?? '', language)}{' '}
                  {one.isDue && one.what !== 'unused' && <span class="state bad">{own.isDue}</span>}
                </td>
                <td data-label={what}>{aboutOf(one, own, known, readableDay(new Date(one.since), language))}</td>
                {mayDecide && (
                  <td data-label={decision}>
                    {isDecidable(one) ? (
                      <Choose {...{ own, choose }} item={one} decision={chosen.get(keyOf(one))?.decision} />
                    ) : (
                      <a href={`/console/${grant.site}/person/${one.id}/letter?wish=verdict`}>{own.weigh}</a>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </ListTable>
        )}
      </Addressed>
      <Pages {...{ grant, own, after, list }} next={cursor} />
    </>
  );
}

const isDecidable = (one: Waiting): one is Decidable => one.what !== 'weighing';

/** What rests on the decision, in a line. */
function aboutOf(
  { what, purposes = [], label, connections }: Waiting,
  own: ListProps['own'],
  names: ReadonlyMap<string, string>,
  since: string,
): string {
  const named = purposes.map((id) => names.get(id) ?? id).join(', ');
  if (what === 'unused') return [named, own.unheard(since)].join('; ');
  const parts = what === 'hold' ? [label ?? own.unnamed, connections && own.connections] : [named];
  return [...parts, own.sinceDay(since)].filter((part) => part !== undefined && part !== '').join('; ');
}

interface ChooseProps {
  readonly own: ListProps['own'];
  readonly item: Decidable;
  readonly decision: Choice['decision'] | undefined;
  readonly choose: RowsProps['choose'];
}

function Choose({ own, item, decision, choose }: ChooseProps) {
  const { language } = useDesk();
  const { deleteBy } = item;
  const options = [
    [undefined, deleteBy === undefined ? own.undecided : own.endsUndecided(readableDate(deleteBy, language))],
    ['keep', own.keep],
    ['let-go', own.letGo[item.what]],
  ] as const;
  return (
    <fieldset class="decisions">
      <legend class="hidden">
        {own.columns.decision} {item.id}
      </legend>
      {options.map(([value, text]) => (
        <label class="plain">
          <input type="radio" name={keyOf(item)} checked={decision === value} onChange={() => choose(item, value)} />{' '}
          {text}{' '}
        </label>
      ))}
    </fieldset>
  );
}
