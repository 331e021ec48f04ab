import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { readableDate } from '../../shared/words/times';
import type { Person, PersonFile, Request } from '../api';
import { may, namesOf, useDesk, type Grant } from '../context';
import { OpenRequests } from '../parts/open-requests';
import { Proof } from '../parts/proof';
import { isReason } from '../parts/reason';
import { Closing } from './closing';
import { Doing } from './doing';
import { LetterOut, needsRequest } from './letter-out';
import type { RequestWords } from './preview';
import {
  DISPUTED,
  hasToEnd,
  inHalfAYear,
  isIdentified,
  isOurs,
  isPast,
  isTold,
  letterFor,
  letterOfDone,
  needsIdentity,
  outcomeOf,
  WISHES,
  wishIn,
  type LetterKind,
  type Said,
  type Via,
  type Wish,
  type Writer,
} from './said';
import { Saying } from './saying';
import { useAnswer } from './use-answer';
import { Writing } from './writing';

export interface AnswerProps {
  readonly grant: Grant;
  readonly own: RequestWords;
  readonly writer: Writer;
  readonly person?: Person;
  readonly file?: PersonFile | undefined;
  /** The request that is answered, where there is one. */
  readonly request?: Request | undefined;
  /** Told of the request once it is written down, and of whatever becomes of it. */
  readonly noted?: (request: Request) => void;
}

/** From the letter to the answer: what it says, who writes, what will happen, and the letter that goes back. */
export function Answer({ grant, own, writer, person, file, request: begun, noted }: AnswerProps) {
  const { api, words, language } = useDesk();
  const { route, query } = useLocation();
  const waiting = useMemo(() => waitingIn(file), [file]);
  const asked = wishCalled(query['wish']);
  const wasDone = begun && letterOfDone(begun);
  // What is weighed still has to be decided.
  const isWeighed = wasDone === 'objection' && (file?.weighed ?? []).length > 0;
  const [said, setSaid] = useState<Said>(() => ({
    ...atFirst(begun, asked ?? (isWeighed ? 'verdict' : undefined), waiting),
    isPrecaution: hasToEnd(person),
  }));
  const [isMore, setIsMore] = useState(wasDone === undefined || isWeighed || asked !== undefined);
  const [isMissing, setIsMissing] = useState(false);
  const names = useMemo(() => namesOf(grant, grant.purposes, language), [grant, language]);
  const reason = said.reason ?? reasonOf(said, own, (day) => readableDate(day, language));
  const since = useMemo(
    () =>
      new Map((person?.purposes ?? []).flatMap(({ id, since: at }) => (at === undefined ? [] : [[id, at] as const]))),
    [person],
  );
  const wording = { words, own, names, since, language };
  const disputed = said.wish === 'dispute' ? waiting.find((one) => one.case === said.waiting) : undefined;
  const answering = useAnswer({ grant, writer, said, begun, disputed, reason, wording });
  const { stage, preview, request, setRequest, open } = answering;
  useEffect(() => request && noted?.(request), [request]);
  const isDone = stage.is === 'done';
  const shown = isDone || preview?.is !== 'there' ? undefined : preview.value;
  const change = (part: Partial<Said>): void => setSaid({ ...said, ...part });
  const isDated = isPast(said.receivedOn) || request !== undefined || isOurs(said.wish);
  const isSure = !needsIdentity(said.wish) || said.identity !== undefined;
  const isComplete = (): boolean => {
    const isAll = isDated && isSure && isReason(reason);
    setIsMissing(!isAll);
    return isAll;
  };
  const isKnown = writer.id !== undefined;
  const isPart = stage.is === 'done' ? stage.isPart : shown?.instead !== undefined;
  const answer = letterFor(said.wish, { isKnown, isPart });
  // What is so already has its letter at once, unless it is not known yet who would read it.
  const isSo = shown?.isNothing === true && isSure && said.identity !== 'ask';
  const isAnswer =
    answer === 'never-agreed'
      ? isIdentified(said)
      : ((isDone || isSo) && said.wish !== 'dispute') || answer === 'nothing-stored';
  const kind = (isAnswer ? answer : undefined) ?? wasDone;
  const isAnswered =
    isAnswer ||
    // With the proof, which is below.
    (said.wish === 'other' && isIdentified(said)) ||
    (request !== undefined && !isWeighed && request.done.length + request.letters.length > 0);
  const opened = async (): Promise<Request | undefined> => {
    const isOpen = request !== undefined || (isPast(said.receivedOn) && said.wish !== undefined);
    setIsMissing(!isOpen);
    return isOpen ? open() : undefined;
  };
  /** A letter names its request, and whoever hears of data is known to be the person: both are written down before it is made. */
  const filed = async (): Promise<Request | undefined> => {
    const one = await opened();
    const { identity } = said;
    const isNoted = !isTold(said.wish) || identity === undefined || identity === one?.identity;
    if (!one || isNoted || identity === 'ask') return one;
    const identified = await api.checkIdentity(grant.site, one.case, {
      identity,
      reason: own.page.identities[identity],
    });
    setRequest(identified);
    return identified;
  };
  const isFiled = isKnown && said.wish !== undefined && !isOurs(said.wish);
  const park = async (): Promise<void> => {
    const one = await open();
    if (one) route(`/console/${grant.site}/person/${one.id}/request/${one.case}`);
  };
  const back = writer.id === undefined ? `/console/${grant.site}` : `/console/${grant.site}/person/${writer.id}`;
  const out = { grant, own, writer, personLanguage: person?.language, request, file: isFiled ? filed : undefined };
  return (
    <>
      {isMore && (
        <>
          <Saying
            {...{ grant, own, said, change, writer, person, file, names, isDone }}
            waiting={begun ? [begun] : waiting}
          />
          <Writing {...{ own, said, change, isKnown, isDone, isMissing }} request={begun} />
          <Doing
            {...{ said, change, reason, answering, wording, back }}
            isReasonMissing={isMissing && isDated && !isReason(reason)}
            whom={person?.shown ?? writer.email ?? own.page.person}
            isComplete={isComplete}
            hasChoice={hasToEnd(person)}
            park={request || said.wish === undefined || isOurs(said.wish) ? undefined : () => void park()}
          />
        </>
      )}
      {kind && (
        <section aria-labelledby="letter">
          <h2 id="letter">{own.letter.title}</h2>
          {/* What a letter of the same kind says may have changed by what was done. */}
          <LetterOut key={`${kind} ${stage.is === 'done'}`} {...out} kind={kind} />
        </section>
      )}
      {said.wish !== undefined && said.wish !== 'dispute' && (
        <OtherLetters {...out} isOpen={said.identity === 'ask' || said.wish === 'other'} />
      )}
      {said.wish === 'dispute' && isDone && request && <OpenRequests grant={grant} requests={[request]} />}
      {isProven(said, isDone) && writer.id !== undefined && may(grant, 'evidence:read') && (
        <Proof grant={grant} who={writer.whose} />
      )}
      {(said.wish === 'dispute' ? begun : (request ?? (isAnswered && !isOurs(said.wish)))) && (
        <Closing
          {...{ grant, own, request, reason }}
          open={filed}
          isAnswered={isAnswered || said.wish === 'other'}
          outcome={outcomeOf(kind, isKnown)}
          closed={setRequest}
        />
      )}
      {!isMore && (
        <p class="no-print">
          <button type="button" class="quiet" onClick={() => setIsMore(true)}>
            {own.page.more}
          </button>
        </p>
      )}
    </>
  );
}

/** A court wants the proof of what is kept for it; whoever says that they never agreed, or wants proof of it, gets it if it is them. */
const isProven = (said: Said, isDone: boolean): boolean =>
  said.wish === 'dispute' ? isDone : isTold(said.wish) && isIdentified(said);

const OTHERS: readonly LetterKind[] = ['identity-asked', 'received', 'extended', 'refusal', 'nothing-stored'];

type OtherProps = Omit<Parameters<typeof LetterOut>[0], 'kind'> & { readonly isOpen: boolean };

/** What can be written before anything is carried out, or instead. */
function OtherLetters({ isOpen, ...out }: OtherProps) {
  const { own, request } = out;
  const [kind, setKind] = useState<LetterKind>('identity-asked');
  return (
    <section class="no-print">
      <details open={isOpen}>
        <summary>{own.letter.other}</summary>
        <p>
          <label>
            {own.letter.kind}{' '}
            <select value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value as LetterKind)}>
              {OTHERS.map((one) => (
                <option value={one}>{own.letter.kinds[one]}</option>
              ))}
            </select>
          </label>
        </p>
        {needsRequest(kind) && !request ? <p>{own.letter.needsCase}</p> : <LetterOut key={kind} {...out} kind={kind} />}
      </details>
    </section>
  );
}

/** What a link to this page asked for. */
const wishCalled = (text: string | undefined): Wish | undefined => WISHES.find((wish) => wish === text);

/** What the person has no answer to yet, the oldest first. */
const waitingIn = (file: PersonFile | undefined): readonly Request[] =>
  (file?.requests ?? []).filter(({ closedAt }) => closedAt === undefined);

function atFirst(
  request: Request | undefined,
  asked: Wish | undefined,
  waiting: readonly Request[],
): Omit<Said, 'isPrecaution'> {
  return {
    wish: asked ?? (request && wishIn(request)),
    via: (request?.via ?? 'letter') as Via,
    receivedOn: request?.receivedOn ?? '',
    identity: request?.identity as Said['identity'],
    reason: undefined,
    purpose: undefined,
    suppress: false,
    despiteDuty: false,
    fields: {},
    newEmail: '',
    verdict: undefined,
    label: '',
    reviewBy: inHalfAYear(),
    waiting: waiting[0]?.case ?? DISPUTED[0],
    isAsked: false,
    informedOn: '',
  };
}

/** The way and the day, which is what most operators would write. */
function reasonOf(said: Said, own: RequestWords, written: (day: string) => string): string {
  const { wish, via, receivedOn, label } = said;
  // What the person is told of a decision is nobody's to guess.
  if (wish === 'verdict') return '';
  if (wish === 'dispute') return label.trim() === '' ? '' : own.wishes.dispute;
  if (!isPast(receivedOn)) return '';
  const came = own.page.reasonOf(own.vias[via], written(receivedOn));
  return wish === 'never-agreed' && said.isPrecaution ? own.page.precaution.reason(came) : came;
}
