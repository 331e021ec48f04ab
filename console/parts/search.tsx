import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Problem } from '../../clients/typescript/src/problem.ts';
import { useDesk, type Grant } from '../context';
import { LetterLink } from './letter-link';
import { Trouble } from './trouble';

/** The field that the key `/` leads to. */
export const SEARCH_FIELD = 'who';
const ID = /^[\w-]{22}$/;

interface SearchProps {
  readonly grant: Grant;
  /** Which page of whoever is found. */
  readonly leadsTo?: '' | '/letter';
  /** Told the address of whom nothing is known, in place of the notice below. */
  readonly isUnknown?: (email: string) => void;
}

/** Looks somebody up by address or id, and goes to their page. Who is not found is said below. */
export function Search({ grant, leadsTo = '', isUnknown }: SearchProps) {
  const desk = useDesk();
  const { words } = desk;
  const { route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [state, setState] = useState<State>({ is: 'ready' });
  useEffect(() => input.current?.focus(), []);

  const look = async (who: string): Promise<void> => {
    if (who === '') return setState({ is: 'empty' });
    setState({ is: 'looking' });
    try {
      const isId = ID.test(who);
      const { person, file, asOf, domainMeant } = await desk.api.lookUp(
        grant.site,
        isId ? { id: who } : { email: who },
      );
      if (!person) {
        desk.unknown.email = isId ? '' : who;
        if (isUnknown && !isId && domainMeant === undefined) return isUnknown(who);
        return setState({ is: 'unknown', meant: meantBy(who, domainMeant) });
      }
      desk.found.set(person.id, { person, asOf, ...(file && { file }), ...(!isId && { typed: who }) });
      route(`/console/${grant.site}/person/${person.id}${leadsTo}`);
    } catch (error) {
      setState(error instanceof Problem && error.code === 'invalid' ? { is: 'invalid' } : { is: 'trouble', error });
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void look(text.trim());
  };
  return (
    <>
      <form role="search" class="search" onSubmit={submit} noValidate>
        <label for={SEARCH_FIELD}>{words.search.label}</label>
        <p class="soft" id="who-hint">
          {words.search.hint}
        </p>
        <div class="row">
          <input
            ref={input}
            id={SEARCH_FIELD}
            type="text"
            inputMode="email"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxLength={254}
            value={text}
            aria-describedby="who-hint who-said"
            aria-invalid={state.is === 'empty' || state.is === 'invalid'}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
          <button type="submit" disabled={state.is === 'looking'}>
            {words.search.button}
          </button>
        </div>
      </form>
      <div id="who-said" role="status">
        {state.is === 'empty' && <p class="wrong">{words.search.empty}</p>}
        {state.is === 'invalid' && <p class="wrong">{words.search.invalid}</p>}
        {state.is === 'looking' && <p class="soft">{words.search.looking}</p>}
        {state.is === 'unknown' && (
          <Unknown {...{ grant, look }} meant={state.meant} answer={() => isUnknown?.(desk.unknown.email)} />
        )}
      </div>
      {state.is === 'trouble' && <Trouble error={state.error} again={() => void look(text.trim())} />}
    </>
  );
}

type State =
  | { readonly is: 'ready' | 'empty' | 'invalid' | 'looking' }
  | { readonly is: 'unknown'; readonly meant: string | undefined }
  | { readonly is: 'trouble'; readonly error: unknown };

/** The address with the domain that was perhaps meant. */
function meantBy(who: string, domain: string | undefined): string | undefined {
  return domain === undefined ? undefined : who.replace(/@.*$/, `@${domain}`);
}

interface UnknownProps {
  readonly grant: Grant;
  readonly meant: string | undefined;
  readonly look: (email: string) => Promise<void>;
  /** Done as the letter is to be answered all the same. */
  readonly answer: () => void;
}

function Unknown({ grant, meant, look, answer }: UnknownProps) {
  const { words } = useDesk();
  return (
    <div class="notice">
      <p>
        <strong>{words.search.unknown(grant.name)}.</strong>
      </p>
      <p>{words.search.unknownText}</p>
      {meant !== undefined && (
        <p>
          {words.search.meant}{' '}
          <button type="button" class="quiet" onClick={() => void look(meant)}>
            {meant}
          </button>
        </p>
      )}
      <LetterLink grant={grant} press={answer} />
    </div>
  );
}
