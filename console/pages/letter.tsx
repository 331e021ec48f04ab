import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { deskRequestsIn } from '../../shared/words/desk-requests';
import type { Request } from '../api';
import { useDesk } from '../context';
import { Answer } from '../letter/answer';
import type { Writer } from '../letter/said';
import { nameOf, useLookedUp } from '../looked-up';
import { useOwnWords } from '../own-words';
import type { PageProps } from '../pages';
import { Identity, Obstacles } from '../parts/identity';
import { PageTitle } from '../parts/page-title';
import { Search } from '../parts/search';
import { Trouble } from '../parts/trouble';

/** A letter from somebody who is known here, and the answer to it. */
export function LetterPage({ grant, params: { id = '' } }: PageProps) {
  const { words } = useDesk();
  const own = useOwnWords(deskRequestsIn);
  const { query } = useLocation();
  const { state, look } = useLookedUp(grant.site, id);
  if (!own) return null;
  const { page } = own;
  const title = state.is === 'found' ? page.letterFrom(nameOf(state.found, words.person)) : words.letter;
  return (
    <>
      <PageTitle title={title} kind={words.letter} site={grant.name} />
      {state.is === 'looking' && <p role="status">{words.search.looking}</p>}
      {state.is === 'unknown' && <p class="notice">{words.person.unknown}</p>}
      {state.is === 'trouble' && <Trouble error={state.error} again={look} />}
      {state.is === 'found' && (
        <>
          <Identity person={state.found.person} file={state.found.file} asOf={state.found.asOf} />
          <Obstacles person={state.found.person} file={state.found.file} />
          <Answer
            {...{ grant, own }}
            person={state.found.person}
            file={state.found.file}
            writer={writerOf(id, state.found)}
            request={query['wish'] === 'verdict' ? openObjection(state.found) : undefined}
          />
        </>
      )}
    </>
  );
}

type Found = Extract<ReturnType<typeof useLookedUp>['state'], { is: 'found' }>['found'];

/** The request that a decision answers. */
const openObjection = ({ file }: Found): Request | undefined =>
  file?.requests.findLast(
    ({ wish, closedAt }) => (wish === 'objection' || wish === 'weighing') && closedAt === undefined,
  );

/** Who is looked up by an address is named by it: it is the one of the letter. */
export function writerOf(id: string, { person, typed }: Found): Writer {
  return { id, whose: typed === undefined ? { id } : { email: typed }, email: typed ?? person.email };
}

/** A letter, of which nobody knows yet whose it is; or from somebody of whom nothing is known. */
export function ArrivedPage({ grant }: PageProps) {
  const { words, unknown } = useDesk();
  const own = useOwnWords(deskRequestsIn);
  const [email, setEmail] = useState(unknown.email);
  const [noted, setNoted] = useState<Request>();
  if (!own) return null;
  const said = own.arrived;
  const forget = (): void => {
    unknown.email = '';
    setEmail('');
    setNoted(undefined);
  };
  if (email === '') {
    return (
      <>
        <PageTitle title={said.title} kind={words.letter} site={grant.name} />
        <p>{said.text}</p>
        <Search grant={grant} leadsTo="/letter" isUnknown={setEmail} />
      </>
    );
  }
  return (
    <>
      <PageTitle title={own.page.letterFrom(email)} kind={words.letter} site={grant.name} />
      <p role="status">
        {noted ? said.noted(grant.name) : said.unknown(grant.name)}{' '}
        {noted && <a href={`/console/${grant.site}/person/${noted.id}/request/${noted.case}`}>{said.toRequest}</a>}
      </p>
      <p class="no-print">
        <button type="button" class="quiet" onClick={forget}>
          {said.other}
        </button>
      </p>
      <Answer {...{ grant, own }} writer={{ id: undefined, whose: { email }, email }} noted={setNoted} />
    </>
  );
}
