import type { LookedUp } from '../api';
import { may, namesOf, useDesk, type Grant } from '../context';
import { nameOf, useLookedUp } from '../looked-up';
import { Identity, Obstacles } from '../parts/identity';
import { OpenRequests } from '../parts/open-requests';
import { LetterWishes } from '../parts/letter-wishes';
import { Mails } from '../parts/mails';
import { MayWeMail } from '../parts/may-we-mail';
import { PageTitle } from '../parts/page-title';
import { Proof } from '../parts/proof';
import { SendAgain } from '../parts/send-again';
import { Timeline } from '../parts/timeline';
import { Trouble } from '../parts/trouble';

interface PersonPageProps {
  readonly grant: Grant;
  /** The person, as lists name them. */
  readonly id: string;
}

/** Everything about one person, on one page: may we mail, what happened, and the proof of it. */
export function PersonPage({ grant, id }: PersonPageProps) {
  const { words } = useDesk();
  const { state, look } = useLookedUp(grant.site, id);
  const title = state.is === 'found' ? nameOf(state.found, words.person) : words.person.title;
  return (
    <>
      <PageTitle title={title} kind={words.person.title} site={grant.name} />
      {state.is === 'looking' && <p role="status">{words.search.looking}</p>}
      {state.is === 'unknown' && <Unknown />}
      {state.is === 'trouble' && <Trouble error={state.error} again={look} />}
      {state.is === 'found' && <Found grant={grant} found={state.found} />}
    </>
  );
}

function Unknown() {
  const { words } = useDesk();
  return (
    <div class="notice">
      <p>
        <strong>{words.person.unknown}.</strong>
      </p>
      <p>{words.person.unknownText}</p>
    </div>
  );
}

interface FoundProps {
  readonly grant: Grant;
  readonly found: LookedUp;
}

function Found({ grant, found }: FoundProps) {
  const desk = useDesk();
  const names = namesOf(grant, grant.purposes, desk.language);
  const { person, file, typed, asOf } = found;
  const isWaiting = person.purposes.some(({ state }) => state === 'pending');
  return (
    <>
      <Identity person={person} file={file} asOf={asOf} />
      <Obstacles person={person} file={file} />
      {/* What was just looked up goes along, so that the address need not be typed again. */}
      <LetterWishes {...{ grant, file }} id={person.id} press={() => desk.found.set(person.id, found)} />
      {file && <OpenRequests grant={grant} requests={file.requests} />}
      <MayWeMail person={person} names={names} />
      {isWaiting && typed !== undefined && may(grant, 'confirmation:send') && <SendAgain grant={grant} email={typed} />}
      <Mails mails={person.mails} />
      {file && <Timeline grant={grant} id={person.id} steps={file.timeline} names={names} />}
      {may(grant, 'evidence:read') && (
        <Proof grant={grant} who={typed === undefined ? { id: person.id } : { email: typed }} />
      )}
    </>
  );
}
