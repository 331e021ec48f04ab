import { useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../api';
import { useDesk, type Grant } from '../context';
import { Trouble } from '../parts/trouble';
import type { ListWords } from './lists';
import { isReason, ReasonField } from '../parts/reason';
import type { Decidable } from './reviews-list';

/** What an operator wants to do with a row. */
export interface Choice {
  readonly item: Decidable;
  readonly decision: 'keep' | 'let-go';
}

interface DecideProps {
  readonly grant: Grant;
  readonly own: ListWords;
  readonly what: Decidable['what'];
  readonly choices: readonly Choice[];
  /** Whether there is no row to choose in. */
  readonly isEmpty: boolean;
  readonly done: () => void;
}

type State =
  | { readonly is: 'ready' | 'under-way' | 'asking' }
  | { readonly is: 'wrong'; readonly field: 'reason' | 'reviewBy' | 'informedOn' }
  | { readonly is: 'done'; readonly kept: number; readonly letGo: number; readonly changed: number }
  | { readonly is: 'trouble'; readonly error: unknown };

/** Carries out what was chosen in the rows. What cannot be undone is asked once more, with what comes of it. */
export function Decide({ grant, own, what, choices, isEmpty, done }: DecideProps) {
  const { api } = useDesk();
  const [reason, setReason] = useState('');
  const [reviewBy, setReviewBy] = useState('');
  const [informedOn, setInformedOn] = useState('');
  const [state, setState] = useState<State>({ is: 'ready' });
  const kept = choices.filter(({ decision }) => decision === 'keep');
  const letGo = choices.filter(({ decision }) => decision === 'let-go');
  const needs = {
    reviewBy: kept.length > 0 && what !== 'unused',
    informedOn: letGo.length > 0 && what === 'restriction',
  };
  const carryOut = async (): Promise<void> => {
    setState({ is: 'under-way' });
    try {
      const ruling = { reason: reason.trim(), reviewBy, informedOn };
      const outcome = await decideAll(api, grant.site, { kept, letGo, needs, ruling });
      setState({ is: 'done', ...outcome });
      done();
    } catch (error) {
      setState({ is: 'trouble', error });
    }
  };
  const press = (): void => {
    const field = wrongIn({ reason, reviewBy, informedOn }, needs);
    if (field) setState({ is: 'wrong', field });
    else if (letGo.length > 0) setState({ is: 'asking' });
    else void carryOut();
  };
  const summary = own.decide.summary(kept.length, letGo.length, own.letGo[what]);
  const isWrong = (field: string): boolean => state.is === 'wrong' && state.field === field;
  return (
    <div class="deciding no-print">
      {choices.length === 0 && !isEmpty && state.is !== 'done' && <p class="soft">{own.decide.none}</p>}
      {choices.length > 0 && (
        <>
          <h3>{own.decide.title}</h3>
          <ReasonField hint={own.decide.reasonHint} value={reason} isMissing={isWrong('reason')} set={setReason} />
          {needs.reviewBy && (
            <DayField
              label={own.decide.reviewBy}
              hint={own.decide.reviewByHint}
              value={reviewBy}
              wrong={isWrong('reviewBy') ? own.decide.reviewByMissing : undefined}
              set={setReviewBy}
            />
          )}
          {needs.informedOn && (
            <DayField
              label={own.decide.informedOn}
              hint={own.decide.informedOnHint}
              value={informedOn}
              wrong={isWrong('informedOn') ? own.decide.informedOnMissing : undefined}
              set={setInformedOn}
            />
          )}
          {state.is === 'asking' ? (
            <Sure
              text={own.decide.sure[what](letGo.length)}
              cancel={own.decide.cancel}
              {...{ summary, carryOut }}
              back={() => setState({ is: 'ready' })}
            />
          ) : (
            <button type="button" disabled={state.is === 'under-way'} onClick={press}>
              {summary}
            </button>
          )}
        </>
      )}
      <div role="status">
        {state.is === 'under-way' && <p>{own.decide.under}</p>}
        {state.is === 'done' && state.kept + state.letGo > 0 && <p>{own.decide.done(state.kept, state.letGo)}</p>}
        {state.is === 'done' && state.changed > 0 && <p class="wrong">{own.decide.changed(state.changed)}</p>}
      </div>
      {state.is === 'trouble' && <Trouble error={state.error} again={done} />}
    </div>
  );
}

interface Needs {
  readonly reviewBy: boolean;
  readonly informedOn: boolean;
}

interface Ruling {
  readonly reason: string;
  readonly reviewBy: string;
  readonly informedOn: string;
}

/** The first field that the server would refuse. */
function wrongIn({ reason, reviewBy, informedOn }: Ruling, needs: Needs): keyof Ruling | undefined {
  const today = new Date().toISOString().slice(0, 10);
  if (!isReason(reason)) return 'reason';
  if (needs.reviewBy && reviewBy <= today) return 'reviewBy';
  return needs.informedOn && (informedOn === '' || informedOn > today) ? 'informedOn' : undefined;
}

interface All {
  readonly kept: readonly Choice[];
  readonly letGo: readonly Choice[];
  readonly needs: Needs;
  readonly ruling: Ruling;
}

/** First what is kept, as that loses nothing. Each item is bound to what the operator saw of the person. */
async function decideAll(api: Api, site: string, { kept, letGo, needs, ruling }: All) {
  const heads = new Map<string, string>();
  const decide = async (choices: readonly Choice[], decision: Choice['decision'], more: object) => {
    if (choices.length === 0) return [];
    const items = choices.map(({ item: { id, what, case: hold, head } }) => ({
      ...{ id, what, expects: heads.get(id) ?? head },
      ...(hold !== undefined && { case: hold }),
    }));
    const { decisions } = await api.decideReviews(site, { decision, reason: ruling.reason, items, ...more });
    for (const one of decisions) heads.set(one.id, one.head);
    return decisions;
  };
  const outcomes = [
    ...(await decide(kept, 'keep', needs.reviewBy ? { reviewBy: ruling.reviewBy } : {})),
    ...(await decide(letGo, 'let-go', needs.informedOn ? { informedOn: ruling.informedOn } : {})),
  ].map(({ outcome }) => outcome);
  const count = (which: string): number => outcomes.filter((outcome) => outcome === which).length;
  const changed = count('changed-meanwhile');
  return { kept: count('kept'), letGo: count('let-go'), changed };
}

interface SureProps {
  readonly text: string;
  readonly cancel: string;
  readonly summary: string;
  readonly carryOut: () => Promise<void>;
  readonly back: () => void;
}

/** Says what cannot be undone, and asks once more; who presses Enter without reading goes back. */
function Sure({ text, cancel, summary, carryOut, back }: SureProps) {
  const way = useRef<HTMLButtonElement>(null);
  useEffect(() => way.current?.focus(), []);
  return (
    <div class="notice" role="alertdialog" aria-labelledby="sure">
      <p id="sure">{text}</p>
      <div class="row">
        <button ref={way} type="button" class="quiet" onClick={back}>
          {cancel}
        </button>
        <button type="button" onClick={() => void carryOut()}>
          {summary}
        </button>
      </div>
    </div>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly set: (day: string) => void;
}

function DayField({ label, hint, value, wrong, set }: DayFieldProps) {
  return (
    <p>
      <label>
        {label} <span class="soft hint">{hint}</span>
        <input
          type="date"
          class="short"
          value={value}
          aria-invalid={wrong !== undefined}
          onInput={({ currentTarget }) => set(currentTarget.value)}
        />
      </label>
      {wrong !== undefined && (
        <span class="wrong" role="alert">
          {wrong}
        </span>
      )}
    </p>
  );
}
