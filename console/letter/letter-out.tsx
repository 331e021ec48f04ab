import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../clients/typescript/src/problem.ts';
import type { LedgerFile } from '../../clients/typescript/src/caller.ts';
import { useDesk, type Grant } from '../context';
import { Trouble } from '../parts/trouble';
import { save } from '../save';
import type { LetterType, Request } from '../api';
import type { RequestWords } from './preview';
import type { LetterKind, Writer } from './said';
import { Text } from './fields';

interface LetterOutProps {
  readonly grant: Grant;
  readonly own: RequestWords;
  readonly writer: Writer;
  /** In which the person is written to, as far as that is known. */
  readonly personLanguage: string | undefined;
  readonly kind: LetterKind;
  readonly request: Request | undefined;
  /** Writes it down as a request before it is made, so that it names it; undefined where there is none to write down. */
  readonly file: (() => Promise<Request | undefined>) | undefined;
}

type State =
  | { readonly is: 'ready' | 'under-way' | 'copied' | 'no-reasons' | 'no-request' | 'not-so' }
  | { readonly is: 'saved'; readonly name: string }
  | { readonly is: 'trouble'; readonly error: unknown };

/** They say nothing without the operator's own reasons. */
export const needsReasons = (kind: LetterKind): boolean => kind === 'extended' || kind === 'refusal';
export const needsRequest = (kind: LetterKind): boolean => kind === 'received' || kind === 'extended';

/** As many as the window of an envelope shows. */
const LINES = 6;

/** The finished letter: shown, and to be taken as PDF, as text, or by copying it. */
export function LetterOut({ grant, own, writer, personLanguage, kind, request, file }: LetterOutProps) {
  const { api } = useDesk();
  const said = own.letter;
  const spoken = grant.languages.find((one) => one === personLanguage) ?? grant.languages[0] ?? 'de';
  const [language, setLanguage] = useState(spoken);
  const [reasons, setReasons] = useState('');
  const [recipient, setRecipient] = useState('');
  const lines = recipient.split('\n').flatMap((line) => line.trim() || []);
  const [shown, setShown] = useState('');
  const [state, setState] = useState<State>({ is: 'ready' });
  const order = {
    ...(writer.email === undefined ? writer.whose : { email: writer.email }),
    ...{ kind, language },
    ...(request && { forCase: request.case }),
    ...(needsReasons(kind) && { text: reasons.trim() }),
    ...(lines.length > 0 && { recipient: lines.slice(0, LINES) }),
  };
  const lacksReasons = needsReasons(kind) && reasons.trim().length < 3;
  const fail = (error: unknown): void =>
    setState(error instanceof Problem && error.code === 'not-so' ? { is: 'not-so' } : { is: 'trouble', error });
  useEffect(() => {
    setShown('');
    setState((before) => (before.is === 'under-way' ? before : { is: 'ready' }));
    if (lacksReasons) return undefined;
    let isMeant = true;
    const wait = setTimeout(() => {
      api.letter(grant.site, { ...order, dryRun: true }, 'text/plain').then(
        ({ bytes }) => isMeant && setShown(new TextDecoder().decode(bytes)),
        (error: unknown) => isMeant && fail(error),
      );
    }, 300);
    return () => {
      isMeant = false;
      clearTimeout(wait);
    };
  }, [JSON.stringify(order)]);
  /** Undefined where something is missing for its request. */
  const written = async (type: LetterType): Promise<LedgerFile | undefined> => {
    setState({ is: 'under-way' });
    const filed = await file?.();
    if (file && !filed) setState({ is: 'no-request' });
    else return api.letter(grant.site, { ...order, ...(filed && { forCase: filed.case }) }, type);
    return undefined;
  };
  const make = async (type: LetterType): Promise<void> => {
    const made = await written(type);
    if (!made) return;
    save(made, type);
    setState({ is: 'saved', name: made.name });
  };
  const copy = async (): Promise<void> => {
    const made = await written('text/plain');
    if (!made) return;
    const { bytes } = made;
    await navigator.clipboard.writeText(new TextDecoder().decode(bytes));
    setState({ is: 'copied' });
  };
  const press = (what: () => Promise<void>) => () => {
    if (lacksReasons) setState({ is: 'no-reasons' });
    else void what().catch(fail);
  };
  const isWaiting = state.is === 'under-way';
  return (
    <>
      {grant.languages.length > 1 && (
        <p class="no-print">
          <label>
            {said.language}{' '}
            <select
              value={language}
              onChange={({ currentTarget }) => setLanguage(currentTarget.value as typeof language)}
            >
              {grant.languages.map((one) => (
                <option value={one}>{said.languages[one] ?? one}</option>
              ))}
            </select>
          </label>
        </p>
      )}
      {needsReasons(kind) && (
        <Text name={said.reasons} hint={said.reasonsHint} text={reasons} longest={500} set={setReasons} />
      )}
      <p class="no-print">
        <label>
          {said.recipient}
          <span class="soft hint">{said.recipientHint}</span>
          <textarea
            rows={LINES}
            maxLength={500}
            autocomplete="off"
            value={recipient}
            onInput={({ currentTarget }) => setRecipient(currentTarget.value)}
          />
        </label>
      </p>
      {shown !== '' && (
        <div class="letter" lang={language} tabIndex={0} role="group" aria-label={said.kinds[kind]}>
          {shown}
        </div>
      )}
      <div class="row no-print">
        <button type="button" disabled={isWaiting} onClick={press(() => make('application/pdf'))}>
          {said.pdf}
        </button>
        <button type="button" class="quiet" disabled={isWaiting} onClick={press(() => make('text/plain'))}>
          {said.text}
        </button>
        <button type="button" class="quiet" disabled={isWaiting} onClick={press(copy)}>
          {said.copy}
        </button>
      </div>
      <div role="status">
        {state.is === 'saved' && <p>{said.saved(state.name)}</p>}
        {state.is === 'copied' && <p>{said.copied}</p>}
        {state.is === 'no-request' && <p class="wrong">{own.close.missing}</p>}
        {state.is === 'no-reasons' && <p class="wrong">{said.needsReasons}</p>}
        {state.is === 'not-so' && <p class="wrong">{said.notSo}</p>}
      </div>
      {state.is === 'trouble' && <Trouble error={state.error} />}
    </>
  );
}
