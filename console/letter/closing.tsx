import { useState } from 'preact/hooks';
import type { Request } from '../api';
import { useDesk, type Grant } from '../context';
import { Trouble } from '../parts/trouble';
import type { RequestWords } from './preview';
import type { Outcome } from './said';

interface ClosingProps {
  readonly grant: Grant;
  readonly own: RequestWords;
  /** The request, which is written down now where it was not before; undefined where something is missing for that. */
  readonly open: () => Promise<Request | undefined>;
  readonly request: Request | undefined;
  readonly reason: string;
  /** What came of it, as far as the page knows. */
  readonly outcome: Outcome;
  /** Whether it was answered; until then it can be closed otherwise. */
  readonly isAnswered: boolean;
  readonly closed: (request: Request) => void;
}

type State = { readonly is: 'ready' | 'under-way' | 'missing' } | { readonly is: 'trouble'; readonly error: unknown };

/** Answered: the request leaves the list. Closed twice it is closed once. */
export function Closing({ grant, own, open, request, reason, outcome, isAnswered, closed }: ClosingProps) {
  const { api } = useDesk();
  const said = own.close;
  const [state, setState] = useState<State>({ is: 'ready' });
  const [chosen, setChosen] = useState<Outcome>('answered');
  const close = async (what: Outcome): Promise<void> => {
    setState({ is: 'under-way' });
    const begun = await open();
    if (!begun) return setState({ is: 'missing' });
    if (begun.closedAt === undefined) {
      await api.closeCase(grant.site, begun.case, { reason, outcome: what });
      closed({ ...begun, outcome: what, closedAt: new Date().toISOString() });
    } else closed(begun);
    setState({ is: 'ready' });
  };
  const press = (what: Outcome) => () => void close(what).catch((error: unknown) => setState({ is: 'trouble', error }));
  if (request?.closedAt !== undefined) {
    return (
      <section role="status">
        <p>
          <strong>{said.done}</strong> <a href={`/console/${grant.site}/requests`}>{said.list}</a>
        </p>
      </section>
    );
  }
  const isWaiting = state.is === 'under-way';
  return (
    <section class="no-print">
      {isAnswered && (
        <button type="button" disabled={isWaiting} onClick={press(outcome)}>
          {said.button}
        </button>
      )}
      {state.is === 'missing' && (
        <p class="wrong" role="alert">
          {said.missing}
        </p>
      )}
      <details>
        <summary>{said.otherwise}</summary>
        <div class="row">
          <label>
            {said.outcome}{' '}
            <select value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value as Outcome)}>
              {(Object.keys(said.outcomes) as Outcome[]).map((one) => (
                <option value={one}>{said.outcomes[one]}</option>
              ))}
            </select>
          </label>
          <button type="button" class="quiet" disabled={isWaiting} onClick={press(chosen)}>
            {said.submit}
          </button>
        </div>
        {DOES.has(chosen) && <p class="soft">{said.doesIt}</p>}
      </details>
      {state.is === 'trouble' && <Trouble error={state.error} />}
    </section>
  );
}

/** What closing carries out, too. */
const DOES: ReadonlySet<Outcome> = new Set(['withdrawal', 'objection', 'weighing']);
