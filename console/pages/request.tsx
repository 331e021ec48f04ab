import { useState } from 'preact/hooks';
import { deskRequestsIn } from '../../shared/words/desk-requests';
import { readableDate, shortTime } from '../../shared/words/times';
import type { Request } from '../api';
import { may, useDesk } from '../context';
import { Answer } from '../letter/answer';
import { dueIn } from '../letter/due';
import { Mail } from '../letter/mail';
import { Notes } from '../letter/notes';
import type { RequestWords } from '../letter/preview';
import { nameOf as personName, useLookedUp } from '../looked-up';
import { useOwnWords } from '../own-words';
import type { PageProps } from '../pages';
import { Identity, Obstacles } from '../parts/identity';
import { PageTitle } from '../parts/page-title';
import { Trouble } from '../parts/trouble';
import { writerOf } from './letter';
import { nameOf, State, viaOf } from './requests';

/** A request: how it stands, and everything to answer it by. */
export function RequestPage({ grant, params: { id = '', case: wanted = '' } }: PageProps) {
  const { words } = useDesk();
  const own = useOwnWords(deskRequestsIn);
  const { state, look } = useLookedUp(grant.site, id);
  const [changed, setChanged] = useState<Request>();
  if (!own) return null;
  const found = state.is === 'found' ? state.found : undefined;
  const request = changed ?? found?.file?.requests.find((one) => one.case === wanted);
  const title = request ? nameOf(request, own) : own.list.request;
  return (
    <>
      <PageTitle title={title} kind={own.list.request} site={grant.name} />
      {state.is === 'looking' && <p role="status">{words.search.looking}</p>}
      {(state.is === 'unknown' || (found && !request)) && <p class="notice">{own.facts.unknown}</p>}
      {state.is === 'trouble' && <Trouble error={state.error} again={look} />}
      {found && request && (
        <>
          <p>
            <a href={`/console/${grant.site}/person/${id}`}>{personName(found, words.person)}</a>
          </p>
          <Identity person={found.person} file={found.file} asOf={found.asOf} />
          <Obstacles person={found.person} file={found.file} />
          <Facts {...{ own, request }} />
          {request.closedAt === undefined && request.wish === undefined && <Mail {...{ grant, own, request }} />}
          {may(grant, 'evidence:write') && (
            <>
              <Notes {...{ grant, own, request }} changed={setChanged} />
              {request.closedAt === undefined && (
                <Answer
                  {...{ grant, own, request }}
                  key={request.identity}
                  person={found.person}
                  file={found.file}
                  writer={writerOf(id, found)}
                />
              )}
            </>
          )}
        </>
      )}
    </>
  );
}

interface FactsProps {
  readonly own: RequestWords;
  readonly request: Request;
}

/** How a request stands, as far as the history says it. */
function Facts({ own, request }: FactsProps) {
  const { words, language } = useDesk();
  const { facts } = own;
  const { page, letter } = own;
  const said = (all: Readonly<Record<string, string>>, one: string): string => all[one] ?? one;
  const rows: readonly (readonly [string, string])[] = [
    [facts.received, `${viaOf(request, own)}, ${readableDate(request.receivedOn, language)}`],
    request.closedAt === undefined
      ? [
          facts.due,
          `${readableDate(request.due, language)} (${dueIn(request.due, language)}${request.extended ? `, ${facts.extended}` : ''})`,
        ]
      : [facts.closed, shortTime(request.closedAt, language)],
    ...(request.wish === undefined
      ? ([
          [facts.reading, said(own.readings, request.reading ?? '')],
          [facts.provenBy, request.provenBy === undefined ? facts.notProven : said(own.provenBy, request.provenBy)],
        ] as const)
      : []),
    [facts.identity, request.identity === undefined ? facts.notChecked : said(page.identities, request.identity)],
    ...request.done.map(
      ({ at, what }) => [facts.done, `${said(words.steps, what)}, ${shortTime(at, language)}`] as const,
    ),
    ...request.letters.map(
      ({ at, what }) => [facts.letters, `${said(letter.kinds, what)}, ${shortTime(at, language)}`] as const,
    ),
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">
        {facts.title} <State own={own} row={request} />
      </h2>
      <dl>
        {rows.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
