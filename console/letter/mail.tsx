import { useState } from 'preact/hooks';
import type { Answer } from '../../clients/typescript/src/types.ts';
import { readableDate, shortTime } from '../../shared/words/times';
import type { Request } from '../api';
import { useDesk, type Grant } from '../context';
import { isReason, ReasonField } from '../parts/reason';
import { Trouble } from '../parts/trouble';
import type { RequestWords } from './preview';

type State =
  | { readonly is: 'closed' | 'no-reason' | 'opening' }
  | { readonly is: 'open'; readonly mail: Answer<'readCase'>['mail'] }
  | { readonly is: 'trouble'; readonly error: unknown };

interface MailProps {
  readonly grant: Grant;
  readonly own: RequestWords;
  readonly request: Request;
}

/** The mail that somebody has to read. Each reading is written down, so it is shown when it is asked for. */
export function Mail({ grant, own, request }: MailProps) {
  const { api, language } = useDesk();
  const said = own.mail;
  const [reason, setReason] = useState(said.reasonOf(readableDate(request.receivedOn, language)));
  const [state, setState] = useState<State>({ is: 'closed' });
  const read = (): void => {
    if (!isReason(reason)) return setState({ is: 'no-reason' });
    setState({ is: 'opening' });
    api.readCase(grant.site, request.case, reason.trim()).then(
      ({ mail }) => setState({ is: 'open', mail }),
      (error: unknown) => setState({ is: 'trouble', error }),
    );
  };
  if (state.is === 'open') {
    return (
      <section aria-live="polite">
        {state.mail === null ? <p>{said.gone}</p> : <Shown mail={state.mail} own={own} />}
      </section>
    );
  }
  return (
    <section class="no-print">
      <ReasonField hint={said.readHint} value={reason} isMissing={state.is === 'no-reason'} set={setReason} />
      <button type="button" disabled={state.is === 'opening'} onClick={read}>
        {said.read}
      </button>
      {state.is === 'trouble' && <Trouble error={state.error} />}
    </section>
  );
}

function Shown({ mail, own }: { readonly mail: NonNullable<Answer<'readCase'>['mail']>; readonly own: RequestWords }) {
  const { language } = useDesk();
  const said = own.mail;
  const written = mail.writtenAt === null ? '' : `, ${shortTime(mail.writtenAt, language)}`;
  return (
    <>
      <p>
        {said.from}: {mail.from}
        {written}
        <br />
        {said.subject}: {mail.subject}
      </p>
      <div class="letter">{mail.text}</div>
      {mail.attachments.length > 0 && <p class="soft">{said.attachments(mail.attachments.join(', '))}</p>}
    </>
  );
}
