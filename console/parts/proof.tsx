import { useState } from 'preact/hooks';
import type { EvidenceType } from '../api';
import { useDesk, type Grant } from '../context';
import { save } from '../save';
import { isReason, ReasonField } from './reason';
import { Trouble } from './trouble';

type State =
  | { readonly is: 'ready' | 'making' | 'no-reason' }
  | { readonly is: 'saved'; readonly name: string }
  | { readonly is: 'trouble'; readonly error: unknown; readonly form: EvidenceType };

interface ProofProps {
  readonly grant: Grant;
  /** By the address that was typed where there is one: of whoever never confirmed no other is kept. */
  readonly who: { readonly id: string } | { readonly email: string };
}

/** The evidence about a person, to be saved. That it was read, and why, becomes part of it. */
export function Proof({ grant, who }: ProofProps) {
  const { api, words, language } = useDesk();
  const said = words.proof;
  const [reason, setReason] = useState('');
  const [state, setState] = useState<State>({ is: 'ready' });
  const make = async (form: EvidenceType): Promise<void> => {
    if (!isReason(reason)) return setState({ is: 'no-reason' });
    setState({ is: 'making' });
    try {
      const file = await api.evidence(grant.site, { ...who, reason: reason.trim(), language }, form);
      save(file, form);
      setState({ is: 'saved', name: file.name });
    } catch (error) {
      setState({ is: 'trouble', error, form });
    }
  };
  const isMaking = state.is === 'making';
  return (
    <section aria-labelledby="proof" class="no-print">
      <h2 id="proof">{said.title}</h2>
      <p class="soft">{said.text}</p>
      <ReasonField hint={said.reasonHint} value={reason} isMissing={state.is === 'no-reason'} set={setReason} />
      <div class="row">
        <button type="button" disabled={isMaking} onClick={() => void make('application/pdf')}>
          {said.pdf}
        </button>
        <button type="button" class="quiet" disabled={isMaking} onClick={() => void make('application/json')}>
          {said.file}
        </button>
      </div>
      <div role="status">
        {isMaking && (
          <p>
            <progress /> {said.making}
          </p>
        )}
        {state.is === 'saved' && <p>{said.saved(state.name)}</p>}
      </div>
      {state.is === 'trouble' && <Trouble error={state.error} again={() => void make(state.form)} />}
    </section>
  );
}
