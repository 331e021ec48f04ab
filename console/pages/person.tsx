import { useEffect, useState } from 'preact/hooks';
import { readableDate, readableDay, shortTime } from '../../shared/words/times';
import type { LookedUp, Person, PersonFile } from '../api';
import { may, useDesk, type Grant, type Words } from '../context';
import { Mails } from '../parts/mails';
import { MayWeMail } from '../parts/may-we-mail';
import { PageTitle } from '../parts/page-title';
import { Proof } from '../parts/proof';
import { SendAgain } from '../parts/send-again';
import { Timeline } from '../parts/timeline';
import { Trouble } from '../parts/trouble';

type State =
  | { readonly is: 'looking' | 'unknown' }
  | { readonly is: 'found'; readonly found: LookedUp }
  | { readonly is: 'trouble'; readonly error: unknown };

interface PersonPageProps {
  readonly grant: Grant;
  /** The person, as lists name them. */
  readonly id: string;
}

/** Everything about one person, on one page: may we mail, what happened, and the proof of it. */
export function PersonPage({ grant, id }: PersonPageProps) {
  const { words } = useDesk();
  const { state, names, look } = useLookedUp(grant.site, id);
  const title = state.is === 'found' ? nameOf(state.found, words.person) : words.person.title;
  return (
    <>
      <PageTitle title={title} kind={words.person.title} site={grant.name} />
      {state.is === 'looking' && <p role="status">{words.search.looking}</p>}
      {state.is === 'unknown' && <Unknown />}
      {state.is === 'trouble' && <Trouble error={state.error} again={look} />}
      {state.is === 'found' && <Found grant={grant} found={state.found} names={names} />}
    </>
  );
}

/** The address as the person confirmed it, or as it was typed here; what is not confirmed is shown to nobody who did not know it. */
function nameOf({ person, typed }: LookedUp, said: Words['person']): string {
  const isWaiting = person.purposes.some(({ state }) => state === 'pending');
  return person.email ?? typed ?? (isWaiting ? said.addressUnconfirmed : said.addressGone);
}

function useLookedUp(site: string, id: string) {
  const { api, found, language } = useDesk();
  const known = found.get(id);
  const [state, setState] = useState<State>(known ? { is: 'found', found: known } : { is: 'looking' });
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const look = (): void => {
    setState({ is: 'looking' });
    api.lookUp(site, { id }).then(
      ({ person, file, asOf }) =>
        setState(person ? { is: 'found', found: { person, asOf, ...(file && { file }) } } : { is: 'unknown' }),
      (error: unknown) => setState({ is: 'trouble', error }),
    );
  };
  useEffect(() => {
    // What was found is shown once: whoever comes back later sees how things stand then.
    if (!found.delete(id)) look();
  }, [site, id]);
  useEffect(() => {
    // Without their names purposes are called by their ids.
    api.purposes(site, language).then(setNames, () => undefined);
  }, [api, site, language]);
  return { state, names, look };
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
  readonly names: ReadonlyMap<string, string>;
}

function Found({ grant, found: { person, file, typed, asOf }, names }: FoundProps) {
  const isWaiting = person.purposes.some(({ state }) => state === 'pending');
  return (
    <>
      <Identity person={person} file={file} asOf={asOf} />
      <Obstacles person={person} file={file} />
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

interface IdentityProps {
  readonly person: Person;
  readonly file: PersonFile | undefined;
  readonly asOf: string;
}

/** What tells two people apart. */
function Identity({ person, file, asOf }: IdentityProps) {
  const { words, language } = useDesk();
  const first = file?.timeline[0];
  const parts = [
    ...Object.values(person.fields ?? {}),
    person.language?.toUpperCase(),
    first && words.person.since(readableDay(new Date(first.at), language)),
  ];
  return (
    <p class="identity">
      {parts.filter((part) => part !== undefined && part !== '').join(' · ')}
      <span class="soft">
        {words.person.copyId} <code>{person.id}</code> · {words.person.asOf(shortTime(asOf, language))}
      </span>
    </p>
  );
}

/** What holds for the person as a whole, whatever they agreed to. */
function Obstacles({ person, file }: { readonly person: Person; readonly file: PersonFile | undefined }) {
  const { words, language } = useDesk();
  const said = words.person;
  const lines = [
    file?.erasedAt && said.erased(readableDay(new Date(file.erasedAt), language)),
    file?.suppressed === true && said.suppressed,
    file?.restrictedSince && said.restricted(readableDay(new Date(file.restrictedSince), language)),
    person.undeliverableSince && said.undeliverable(readableDay(new Date(person.undeliverableSince), language)),
    ...(file?.holds ?? []).map((hold) => said.held(hold.case, readableDate(hold.reviewBy, language))),
  ].filter((line): line is string => typeof line === 'string' && line !== '');
  if (lines.length === 0) return null;
  return (
    <ul class="notice">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
