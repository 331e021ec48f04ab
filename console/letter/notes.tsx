import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Request } from '../api';
import { useDesk, type Grant } from '../context';
import { isReason, ReasonField } from '../parts/reason';
import { Trouble } from '../parts/trouble';
import type { RequestWords } from './preview';
import { isPast, type Identity } from './said';
import { Day, Text } from './fields';

interface NotesProps {
  readonly grant: Grant;
  readonly own: RequestWords;
  readonly request: Request;
  readonly changed: (request: Request) => void;
}

/** What is noted about a request besides carrying it out: that it takes longer, who writes, that it is open again. */
export function Notes(props: NotesProps) {
  const { request } = props;
  if (request.closedAt !== undefined) return <Reopen {...props} />;
  return (
    <section class="no-print">
      {!request.extended && <Extend {...props} />}
      {request.identity === undefined && <Identify {...props} />}
    </section>
  );
}

function Reopen({ grant, own, request, changed }: NotesProps) {
  const { api } = useDesk();
  const [reason, setReason] = useState('');
  return (
    <section class="no-print">
      <ReasonField hint={own.page.reasonHint} value={reason} set={setReason} />
      <Note
        name={own.close.reopen}
        isReady={isReason(reason)}
        note={() => api.reopenCase(grant.site, request.case, { id: request.id, reason: reason.trim() })}
        noted={changed}
      />
    </section>
  );
}

function Extend({ grant, own, request, changed }: NotesProps) {
  const { api } = useDesk();
  const said = own.extend;
  const [reason, setReason] = useState('');
  const [informedOn, setInformedOn] = useState('');
  return (
    <More name={said.title}>
      <p class="soft">{said.text}</p>
      <Text name={said.reason} text={reason} longest={500} set={setReason} />
      <Day name={said.informedOn} day={informedOn} set={setInformedOn} />
      <Note
        name={said.button}
        isReady={isReason(reason) && isPast(informedOn)}
        note={() => api.extendCase(grant.site, request.case, { reason: reason.trim(), informedOn })}
        noted={changed}
      />
    </More>
  );
}

const IDENTITIES: readonly Identity[] = ['reply-to-address', 'known-address', 'document', 'lawyer'];

function Identify({ grant, own, request, changed }: NotesProps) {
  const { api } = useDesk();
  const [identity, setIdentity] = useState<Identity>('reply-to-address');
  return (
    <More name={own.identify.title}>
      <p>
        <label>
          {own.page.identity}{' '}
          <select value={identity} onChange={({ currentTarget }) => setIdentity(currentTarget.value as Identity)}>
            {IDENTITIES.map((one) => (
              <option value={one}>{own.page.identities[one]}</option>
            ))}
          </select>
        </label>
      </p>
      <Note
        name={own.identify.button}
        isReady
        note={() => api.checkIdentity(grant.site, request.case, { identity, reason: own.page.identities[identity] })}
        noted={changed}
      />
    </More>
  );
}

const More = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <details>
    <summary>{name}</summary>
    {children}
  </details>
);

interface NoteProps {
  readonly name: string;
  readonly isReady: boolean;
  readonly note: () => Promise<Request>;
  readonly noted: (request: Request) => void;
}

/** Noted twice it is noted once. */
function Note({ name, isReady, note, noted }: NoteProps) {
  const [isWaiting, setIsWaiting] = useState(false);
  const [error, setError] = useState<unknown>();
  const press = (): void => {
    setIsWaiting(true);
    setError(undefined);
    note()
      .then(noted, setError)
      .finally(() => setIsWaiting(false));
  };
  return (
    <>
      <button type="button" class="quiet" disabled={isWaiting || !isReady} onClick={press}>
        {name}
      </button>
      {error !== undefined && <Trouble error={error} />}
    </>
  );
}
