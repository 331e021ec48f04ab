import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { deskIn } from '../shared/words/desk';
import type { Language } from '../shared/words/languages';
import { Api, type LookedUp, type Me } from './api';
import { DeskContext, type Words } from './context';
import { chosenLanguage, keepLanguage } from './language';
import { NotLetIn, type Session } from './session';
import { Shell } from './shell';

type State =
  | { readonly is: 'starting' | 'signed-out' }
  | { readonly is: 'refused'; readonly reason: string }
  | { readonly is: 'signed-in'; readonly me: Me };

/** Signs the operator in, and then shows the desk. */
export function App({ session }: { readonly session: Session }) {
  const [language, setLanguage] = useState<Language>(chosenLanguage);
  const [words, setWords] = useState<Words>();
  const [state, setState] = useState<State>({ is: 'starting' });
  const api = useMemo(() => new Api(session), [session]);
  const found = useMemo(() => new Map<string, LookedUp>(), []);
  const unknown = useMemo(() => ({ email: '' }), []);
  const addresses = useMemo(() => ({ areWanted: false }), []);
  useEffect(() => {
    document.documentElement.lang = language;
    void deskIn(language).then(setWords);
  }, [language]);
  useEffect(() => {
    void start(session, api).then(setState);
  }, [session, api]);
  if (!words) return null;
  const choose = (chosen: Language): void => {
    keepLanguage(chosen);
    setLanguage(chosen);
  };
  const signIn = (): void => void session.signIn();
  if (state.is !== 'signed-in') return <SignIn words={words} state={state} signIn={signIn} />;
  const desk = { api, me: state.me, words, language, choose, found, unknown, addresses, session };
  return (
    <DeskContext.Provider value={desk}>
      <Shell />
    </DeskContext.Provider>
  );
}

/** On the way from the issuer the operator is signed in; whoever opens or reloads a page is sent there, and comes back. */
async function start(session: Session, api: Api): Promise<State> {
  try {
    if (await session.cameBack()) return { is: 'signed-in', me: await api.me() };
  } catch (error) {
    return { is: 'refused', reason: error instanceof NotLetIn ? error.reason : String(error) };
  }
  if (session.wasHere()) await session.signIn();
  return { is: 'signed-out' };
}

interface SignInProps {
  readonly words: Words;
  readonly state: Exclude<State, { is: 'signed-in' }>;
  readonly signIn: () => void;
}

function SignIn({ words: { product, signIn: said }, state, signIn }: SignInProps) {
  useEffect(() => {
    document.title = product;
  }, [product]);
  if (state.is === 'starting') return <Alone>{said.waiting}</Alone>;
  return (
    <Alone>
      <h1>{said.title}</h1>
      {state.is === 'refused' && (
        <p class="trouble" role="alert">
          {said.refused(state.reason)}
        </p>
      )}
      <p>{said.text}</p>
      <button type="button" onClick={signIn}>
        {said.button}
      </button>
    </Alone>
  );
}

const Alone = ({ children }: { readonly children: ComponentChildren }) => <main class="alone">{children}</main>;
