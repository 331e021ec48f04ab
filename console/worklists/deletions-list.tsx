import { useState } from 'preact/hooks';
import { readableDate, shortTime } from '../../shared/words/times';
import type { Api } from '../api';
import { may, useDesk } from '../context';
import { useLoaded } from '../loaded';
import { Addressed } from '../parts/addressed';
import { Trouble } from '../parts/trouble';
import { AT_ONCE, Empty, ListTable, Pages, PersonLink, type ListProps } from './lists';
import { isReason, ReasonField } from '../parts/reason';

type Page = Awaited<ReturnType<Api['deletions']>>;
type Deletion = Page['deletions'][number];

const keyOf = ({ id, processor }: Deletion): string => `${id} ${processor}`;

/** Whom processors have yet to say that they deleted; an operator writes down what they were told. */
export function DeletionsList({ grant, own, after, decided }: ListProps) {
  const { api } = useDesk();
  const [picked, setPicked] = useState<ReadonlyMap<string, Deletion>>(new Map());
  const query = { limit: AT_ONCE, cursor: after };
  const { loaded, again } = useLoaded(() => api.deletions(grant.site, query), [grant.site, after]);
  const pick = (deletion: Deletion): void => {
    const next = new Map(picked);
    if (!next.delete(keyOf(deletion))) next.set(keyOf(deletion), deletion);
    setPicked(next);
  };
  const done = (): void => {
    setPicked(new Map());
    again();
    decided();
  };
  return (
    <>
      {loaded.is === 'loading' && <p role="status">{own.loading}</p>}
      {loaded.is === 'trouble' && <Trouble error={loaded.error} again={again} />}
      {loaded.is === 'there' && <Rows {...{ grant, own, after, picked, pick }} page={loaded.value} />}
      {may(grant, 'evidence:write') ? (
        <Confirm {...{ grant, own, done }} meant={[...picked.values()]} />
      ) : (
        <p class="soft">{own.readOnly}</p>
      )}
    </>
  );
}

interface RowsProps extends Omit<ListProps, 'decided'> {
  readonly page: Page;
  readonly picked: ReadonlyMap<string, Deletion>;
  readonly pick: (deletion: Deletion) => void;
}

function Rows({ grant, own, after, page: { deletions, cursor }, picked, pick }: RowsProps) {
  const { language } = useDesk();
  const { person, processor: whom, since, due, decision } = own.columns;
  const mayConfirm = may(grant, 'evidence:write');
  if (deletions.length === 0 && cursor === undefined) return <Empty {...{ own, after }} text={own.empty.deletions} />;
  return (
    <>
      <Addressed grant={grant} ids={deletions.map(({ id }) => id)}>
        {(names) => (
          <ListTable
            caption={own.names.deletions}
            headings={[person, whom, since, due, ...(mayConfirm ? [decision] : [])]}
          >
            {deletions.map((deletion) => (
              <tr key={keyOf(deletion)}>
                <th scope="row">
                  <PersonLink {...{ grant }} id={deletion.id} name={names.get(deletion.id)} />
                </th>
                <td data-label={whom}>{deletion.processor}</td>
                <td data-label={since}>{shortTime(deletion.askedAt, language)}</td>
                <td data-label={due}>
                  {readableDate(deletion.due, language)}{' '}
                  {deletion.overdue && <span class="state bad">{own.isOverdue}</span>}
                </td>
                {mayConfirm && (
                  <td data-label={decision}>
                    <label class="plain">
                      <input type="checkbox" checked={picked.has(keyOf(deletion))} onChange={() => pick(deletion)} />{' '}
                      {own.confirm.pick}
                      <span class="hidden"> {keyOf(deletion)}</span>
                    </label>
                  </td>
                )}
              </tr>
            ))}
          </ListTable>
        )}
      </Addressed>
      <Pages {...{ grant, own, after }} list="deletions" next={cursor} />
    </>
  );
}

interface ConfirmProps extends Pick<ListProps, 'grant' | 'own'> {
  readonly meant: readonly Deletion[];
  readonly done: () => void;
}

type State =
  | { readonly is: 'ready' | 'no-reason' | 'under-way' }
  | { readonly is: 'done'; readonly count: number }
  | { readonly is: 'trouble'; readonly error: unknown };

function Confirm({ grant, own, meant, done }: ConfirmProps) {
  const { api } = useDesk();
  const [reason, setReason] = useState('');
  const [state, setState] = useState<State>({ is: 'ready' });
  const confirm = async (): Promise<void> => {
    if (!isReason(reason)) return setState({ is: 'no-reason' });
    setState({ is: 'under-way' });
    try {
      for (const { id, processor } of meant)
        await api.noteDeletion(grant.site, { id, processor, reason: reason.trim() });
      setReason('');
      setState({ is: 'done', count: meant.length });
      done();
    } catch (error) {
      setState({ is: 'trouble', error });
    }
  };
  return (
    <div class="deciding no-print">
      {meant.length > 0 && (
        <>
          <ReasonField
            label={own.confirm.reason}
            hint={own.confirm.reasonHint}
            value={reason}
            isMissing={state.is === 'no-reason'}
            set={setReason}
          />
          <button type="button" disabled={state.is === 'under-way'} onClick={() => void confirm()}>
            {own.confirm.button}
          </button>
        </>
      )}
      <p role="status">
        {state.is === 'under-way' && own.decide.under}
        {state.is === 'done' && own.confirm.done(state.count)}
      </p>
      {state.is === 'trouble' && <Trouble error={state.error} again={() => void confirm()} />}
    </div>
  );
}
