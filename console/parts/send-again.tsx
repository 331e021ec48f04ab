import { useState } from 'preact/hooks';
import { shortTime } from '../../shared/words/times';
import { useDesk, type Grant, type Words } from '../context';
import { Trouble } from './trouble';

interface SendAgainProps {
  readonly grant: Grant;
  readonly email: string;
}

type State =
  | { readonly is: 'ready' | 'under-way' }
  | { readonly is: 'answered'; readonly remaining: number; readonly sent: boolean; readonly nextFrom?: string }
  | { readonly is: 'trouble'; readonly error: unknown };

/** Sends the confirmation mail once more to somebody who waits for it. */
export function SendAgain({ grant, email }: SendAgainProps) {
  const { api, words, language } = useDesk();
  const [state, setState] = useState<State>({ is: 'ready' });
  const send = (): void => {
    setState({ is: 'under-way' });
    api.sendConfirmation(grant.site, email).then(
      (answer) => setState({ is: 'answered', ...answer }),
      (error: unknown) => setState({ is: 'trouble', error }),
    );
  };
  return (
    <section class="no-print">
      <p class="soft">{words.person.onlyTheirs}</p>
      <button type="button" class="quiet" disabled={state.is === 'under-way'} onClick={send}>
        {words.person.again}
      </button>
      <div role="status">
        {state.is === 'answered' && <p>{said(state, words.person, (at) => shortTime(at, language))}</p>}
      </div>
      {state.is === 'trouble' && <Trouble error={state.error} again={send} />}
    </section>
  );
}

function said(
  { sent, remaining, nextFrom }: Extract<State, { is: 'answered' }>,
  words: Words['person'],
  written: (at: string) => string,
): string {
  if (!sent) return nextFrom === undefined ? words.enough : words.notBefore(written(nextFrom));
  return remaining > 0 ? words.sentAgain(remaining) : words.sentAgainLast;
}
