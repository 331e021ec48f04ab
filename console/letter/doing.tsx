import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ReasonField } from '../parts/reason';
import { Trouble } from '../parts/trouble';
import type { RequestWords, Preview, Wording } from './preview';
import { isIrreversible, isTold, type Said, type Wish } from './said';
import { doneAt, type useAnswer } from './use-answer';

interface DoingProps {
  readonly said: Said;
  readonly change: (change: Partial<Said>) => void;
  /** As it is sent. */
  readonly reason: string;
  /** Whether the operator pressed the button without one. */
  readonly isReasonMissing: boolean;
  /** Something could be withdrawn. */
  readonly hasChoice: boolean;
  readonly answering: ReturnType<typeof useAnswer>;
  readonly wording: Wording;
  /** Whom the button names. */
  readonly whom: string;
  /** Where cancelling leads. */
  readonly back: string;
  /** False where something is missing, which is then said. */
  readonly isComplete: () => boolean;
  /** Writes it down as a request, to be answered another time; undefined where it is one. */
  readonly park: (() => void) | undefined;
}

/** What will happen and what stands against it, why, and the button. */
export function Doing(props: DoingProps) {
  const { said, change, reason, isReasonMissing, answering, wording } = props;
  const { own } = wording;
  const { page } = own;
  const { stage, preview } = answering;
  const isDone = stage.is === 'done';
  return (
    <section aria-labelledby="will" aria-busy={preview?.is === 'loading'}>
      <h2 id="will">{page.will}</h2>
      {stage.is === 'done' ? (
        <Done {...{ stage, wording }} />
      ) : (
        <>
          <div role="status">
            {preview?.is === 'there' ? <Lines preview={preview.value} own={own} /> : <p>{instead(props)}</p>}
          </div>
          {preview?.is === 'trouble' && <Trouble error={preview.error} again={answering.askAgain} />}
          {preview?.is === 'there' && <Undo wish={said.wish} own={own} preview={preview.value} />}
        </>
      )}
      {!isDone && said.wish !== undefined && (
        <>
          <ReasonField
            {...(said.wish === 'verdict' && { label: page.grounds })}
            hint={said.wish === 'verdict' ? page.groundsHint : page.reasonHint}
            value={reason}
            isMissing={isReasonMissing}
            set={(text) => change({ reason: text })}
          />
          <Buttons {...props} />
        </>
      )}
    </section>
  );
}

/** What is said while there is no preview. */
function instead({ said, hasChoice, answering: { preview }, wording: { own } }: DoingProps): string {
  const { page } = own;
  if (preview?.is === 'trouble') return '';
  if (preview) return page.looking;
  if (said.wish === undefined) return page.choose;
  if (said.wish === 'never-agreed' && hasChoice) return page.precaution.onlyAnswer;
  return isTold(said.wish) ? page.byLetter : page.missing;
}

function Lines({ preview: { lines, instead }, own }: { readonly preview: Preview; readonly own: RequestWords }) {
  return (
    <>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {instead && (
        <>
          <p>
            <strong>{own.page.against.title}</strong>
          </p>
          <ul>
            {instead.against.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p>{instead.end}</p>
        </>
      )}
    </>
  );
}

interface UndoProps {
  readonly wish: Wish | undefined;
  readonly own: RequestWords;
  readonly preview: Preview;
}

/** Who can take it back. */
function Undo({ wish, own: { page }, preview: { isNothing, isEnding, instead } }: UndoProps) {
  if (isNothing) return null;
  if (isIrreversible(wish) && !instead) return <p class="wrong">{page.noUndo}</p>;
  return (
    <>
      {(instead || wish === 'restriction') && <p class="soft">{page.liftable}</p>}
      {isEnding && <p class="soft">{page.theirsAlone}</p>}
      {wish === 'verdict' && <p class="soft">{page.toldByMail}</p>}
    </>
  );
}

interface DoneProps {
  readonly stage: Extract<DoingProps['answering']['stage'], { is: 'done' }>;
  readonly wording: Wording;
}

/** What was done. It has the focus, as the button that did it is gone. */
function Done({ stage: { at, lines }, wording }: DoneProps) {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <div role="status">
      <p ref={said} tabIndex={-1}>
        <strong>{doneAt(at, wording)}</strong>
      </p>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function Buttons(props: DoingProps) {
  const { said, answering, wording, whom, back, isComplete, park } = props;
  const { page } = wording.own;
  const { stage, preview, carryOut, lookAgain } = answering;
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLAnchorElement>(null);
  const { wish } = said;
  useEffect(() => {
    // What was shown is no more so: the way out is nearer than the button.
    if (stage.is === 'again') cancel.current?.focus();
  }, [stage]);
  const shown = preview?.is === 'there' ? preview.value : undefined;
  const isInstead = shown?.instead !== undefined;
  const what = isInstead ? 'instead' : wish;
  const isOffered = shown !== undefined && !shown.isNothing && what !== undefined && what in page.acts;
  const act = isOffered ? page.acts[what as keyof typeof page.acts](whom) : undefined;
  const check = isInstead ? page.checkInstead : page.check;
  // What is a precaution is nobody's to prove.
  const isAsked = said.identity === 'ask' && !isTold(wish);
  const isWaiting = stage.is === 'under-way' || stage.is === 'unsure';
  const press = (): void => {
    if (!isComplete()) return;
    if (isIrreversible(wish)) dialog.current?.showModal();
    else void carryOut();
  };
  return (
    <div class="no-print">
      {isAsked && <p>{page.askFirst}</p>}
      <div role="status">
        {stage.is === 'under-way' && (
          <p>
            <progress /> {page.underWay}
          </p>
        )}
        {stage.is === 'again' && <p class="wrong">{stage.why}</p>}
        {stage.is === 'unsure' && <p class="wrong">{page.unsure}</p>}
      </div>
      {stage.is === 'trouble' && <Trouble error={stage.error} />}
      <div class="row">
        <a class="button quiet" href={back} ref={cancel}>
          {page.cancel}
        </a>
        {stage.is === 'unsure' && (
          <button type="button" onClick={() => void lookAgain()}>
            {page.lookAgain}
          </button>
        )}
        {!isAsked && act !== undefined && (
          <button type="button" disabled={isWaiting} onClick={press}>
            {isIrreversible(wish) ? check : act}
          </button>
        )}
        {park && (
          <button type="button" class="quiet" disabled={isWaiting} onClick={() => isComplete() && park()}>
            {page.park}
          </button>
        )}
      </div>
      {shown && act !== undefined && isIrreversible(wish) && (
        <Last {...{ dialog, act, wish }} preview={shown} own={wording.own} go={() => void carryOut()} />
      )}
    </div>
  );
}

interface LastProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly act: string;
  readonly wish: Wish | undefined;
  readonly preview: Preview;
  readonly own: RequestWords;
  readonly go: () => void;
}

/** Asked once more, before what nobody can take back. The way out is the first button, and so has the focus. */
function Last({ dialog, act, wish, preview, own, go }: LastProps) {
  const close = (): void => dialog.current?.close();
  return (
    <dialog ref={dialog} role="alertdialog" aria-labelledby="last" aria-describedby="last-said">
      <h2 id="last">{act}?</h2>
      <div id="last-said">
        <Lines preview={preview} own={own} />
        <Undo wish={wish} own={own} preview={preview} />
      </div>
      <div class="row">
        <button type="button" class="quiet" onClick={close}>
          {own.page.cancel}
        </button>
        <button
          type="button"
          onClick={() => {
            close();
            go();
          }}
        >
          {act}
        </button>
      </div>
    </dialog>
  );
}
