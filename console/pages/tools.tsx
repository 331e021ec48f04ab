import { useEffect, useState } from 'preact/hooks';
import { troubleIn } from '../../shared/tool-trouble';
import { deskAudienceIn } from '../../shared/words/desk-audience';
import { localeIn } from '../../shared/words/locale';
import { shortTime } from '../../shared/words/times';
import type { Api } from '../api';
import { may, namesOf, useDesk, type Grant } from '../context';
import { useLoaded } from '../loaded';
import { useOwnWords } from '../own-words';
import type { PageProps } from '../pages';
import { PageTitle } from '../parts/page-title';
import { Trouble } from '../parts/trouble';
import type { AudienceWords } from './audience';

type Tool = Awaited<ReturnType<Api['processors']>>['processors'][number];

const LOOK_AGAIN_MS = 5000;

/** Whether those who get data know what they have to, why not, and what to do. */
export function ToolsPage({ grant }: PageProps) {
  const { api, words, language } = useDesk();
  const own = useOwnWords(deskAudienceIn);
  const { loaded, again, refresh } = useLoaded(() => api.processors(grant.site), [grant.site]);
  useEffect(() => {
    // What is under way ends soon, and whoever looks sees it.
    const isUnderWay = loaded.is === 'there' && loaded.value.processors.some(({ state }) => state === 'under-way');
    if (!isUnderWay) return undefined;
    const look = setInterval(() => document.visibilityState === 'visible' && refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(look);
  }, [loaded]);
  if (!own) return null;
  const said = own.tools;
  const known = namesOf(grant, grant.purposes, language);
  return (
    <>
      <PageTitle title={said.title(grant.name)} kind={words.tools} site={grant.name} />
      <p>{said.intro}</p>
      {loaded.is === 'loading' && <p role="status">{own.loading}</p>}
      {loaded.is === 'trouble' && <Trouble error={loaded.error} again={again} />}
      {loaded.is === 'there' && (
        <>
          {loaded.value.processors.length === 0 && <p>{said.nobody}</p>}
          {loaded.value.processors.map((tool) => (
            <ToolCard key={tool.id} {...{ grant, tool, own, names: known, refresh }} />
          ))}
          <p class="soft">{said.asOf(shortTime(loaded.value.asOf, language))}</p>
        </>
      )}
    </>
  );
}

interface ToolCardProps {
  readonly grant: Grant;
  readonly tool: Tool;
  readonly own: AudienceWords;
  readonly names: ReadonlyMap<string, string>;
  /** Looks again how it stands. */
  readonly refresh: () => void;
}

const KINDS: Readonly<Record<Tool['state'], string>> = {
  'in-step': 'good',
  'under-way': 'open',
  failed: 'bad',
  stopped: 'bad',
  'by-hand': 'ended',
};

function ToolCard({ grant, tool, own, names, refresh }: ToolCardProps) {
  const { language } = useDesk();
  const { id, name, state, failures, failed, areMore, purposes } = tool;
  const heading = `tool-${id}`;
  const isWrong = state === 'failed' || state === 'stopped';
  const written = (n: number): string => n.toLocaleString(localeIn(language).tag) + (areMore ? '+' : '');
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{name}</h2>
      <p>
        <span class={`state ${KINDS[state]}`}>{own.tool.states[state]}</span>
        {failed > 0 && ` ${own.tools.failed(written(failed))}`}
      </p>
      {failures.length > 0 && (
        <ul>
          {failures.map((failure) => (
            <li>
              {`${failure.count.toLocaleString(localeIn(language).tag)} × `}
              {troubleIn(own.tool, failure).join(' ')}{' '}
              <span class="soft">({own.tools.since(shortTime(failure.since, language))})</span>
            </li>
          ))}
        </ul>
      )}
      {state === 'stopped' && failures.length === 0 && <p>{troubleIn(own.tool, { failure: 'stopped' }).join(' ')}</p>}
      <p class="soft">
        {own.tools.purposes}: {purposes.map((purpose) => names.get(purpose) ?? purpose).join(', ')}
      </p>
      {isWrong &&
        (may(grant, 'evidence:write') ? (
          <TryAgain {...{ grant, id, own, refresh }} />
        ) : (
          <p class="soft">{own.tools.ask}</p>
        ))}
    </section>
  );
}

type Trying =
  | { readonly is: 'ready' | 'under-way' }
  | { readonly is: 'tried'; readonly told: number; readonly failed: number }
  | { readonly is: 'trouble'; readonly error: unknown };

/** Tells one processor again what it could not be told, some people at each call. */
function TryAgain({
  grant,
  id,
  own,
  refresh,
}: Pick<ToolCardProps, 'grant' | 'own' | 'refresh'> & { readonly id: string }) {
  const { api } = useDesk();
  const [state, setState] = useState<Trying>({ is: 'ready' });
  const tryAll = async (): Promise<void> => {
    setState({ is: 'under-way' });
    let [told, failed] = [0, 0];
    let cursor: string | undefined;
    do {
      const page = await api.retryDeliveries(grant.site, { processor: id, ...(cursor !== undefined && { cursor }) });
      [told, failed] = [told + page.told, failed + page.failed];
      ({ cursor } = page);
    } while (cursor !== undefined);
    setState({ is: 'tried', told, failed });
    refresh();
  };
  const press = (): void => void tryAll().catch((error: unknown) => setState({ is: 'trouble', error }));
  return (
    <div class="no-print">
      <button type="button" disabled={state.is === 'under-way'} onClick={press}>
        {own.tools.again}
      </button>
      <p role="status">
        {state.is === 'under-way' && own.tools.trying}
        {state.is === 'tried' && own.tools.tried(state.told, state.failed)}
      </p>
      {state.is === 'trouble' && <Trouble error={state.error} again={press} />}
    </div>
  );
}
