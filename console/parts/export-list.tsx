import { useRef, useState } from 'preact/hooks';
import { PROFILES } from '../../shared/audience-profiles';
import { localeIn } from '../../shared/words/locale';
import { useDesk, type Grant } from '../context';
import type { AudienceWords } from '../pages/audience';
import { canStream, streamFile, TooLarge } from '../stream-file';
import { Trouble } from './trouble';

const FORMATS = [...PROFILES, 'ndjson'] as const;
type Format = (typeof FORMATS)[number];

type State =
  | { readonly is: 'ready' | 'under-way' | 'stopped' | 'too-large' }
  | { readonly is: 'saved'; readonly name: string }
  | { readonly is: 'trouble'; readonly error: unknown };

interface ExportListProps {
  readonly grant: Grant;
  readonly purpose: string;
  /** How many there are about. */
  readonly count: number;
  readonly own: AudienceWords;
  /** Told once people were fetched, whether or not a file came of it. */
  readonly fetched: () => void;
}

/** The list as a file on the operator's own disk, in the form that they need. */
export function ExportList({ grant, purpose, count, own, fetched }: ExportListProps) {
  const { api, language } = useDesk();
  const said = own.export;
  const [format, setFormat] = useState<Format>(language === 'de' ? 'excel-de' : 'excel-en');
  const [state, setState] = useState<State>({ is: 'ready' });
  const [people, setPeople] = useState(0);
  const isStopped = useRef(false);
  const written = (n: number): string => n.toLocaleString(localeIn(language).tag);
  const begin = (): void => {
    isStopped.current = false;
    let lines = format === 'ndjson' ? 0 : -1;
    setPeople(0);
    setState({ is: 'under-way' });
    const isTable = format !== 'ndjson';
    const accept = isTable ? 'text/csv' : 'application/x-ndjson';
    const part = (query: Readonly<Record<string, string>>) => api.audiencePart(grant.site, purpose, query, accept);
    void streamFile({
      type: accept,
      first: () => part({ limit: '1000', ...(isTable && { profile: format }) }),
      next: part,
      trim: isTable ? (bytes) => bytes : withoutLastLine,
      came: (bytes) => setPeople(Math.max(0, (lines += newlinesIn(bytes)))),
      isStopped: () => isStopped.current,
    })
      .then(
        (name) => setState(name === undefined ? { is: 'stopped' } : { is: 'saved', name }),
        (error: unknown) => setState(error instanceof TooLarge ? { is: 'too-large' } : { is: 'trouble', error }),
      )
      .then(fetched);
  };
  return (
    <section aria-labelledby="export" class="no-print">
      <h2 id="export">{said.title}</h2>
      <p>{said.text}</p>
      <div class="row">
        <label>
          {said.format}{' '}
          <select
            value={format}
            disabled={state.is === 'under-way'}
            onChange={({ currentTarget }) => setFormat(currentTarget.value as Format)}
          >
            {FORMATS.map((one) => (
              <option value={one}>{said.formats[one]}</option>
            ))}
          </select>
        </label>
        <button type="button" disabled={state.is === 'under-way'} onClick={begin}>
          {said.button(written(count))}
        </button>
        {state.is === 'under-way' && (
          <button type="button" class="quiet" onClick={() => (isStopped.current = true)}>
            {said.stop}
          </button>
        )}
      </div>
      {state.is === 'under-way' && (
        <p>
          <progress max={count} value={people} aria-label={said.title} />{' '}
          {said.progress(written(people), written(count))}
        </p>
      )}
      <div role="status">
        {state.is === 'saved' && <p>{said.done(written(people), state.name)}</p>}
        {state.is === 'stopped' && <p>{said.stopped(written(people))}</p>}
      </div>
      {state.is === 'too-large' && (
        <p class="trouble" role="alert">
          {said.tooLarge}
        </p>
      )}
      {state.is === 'trouble' && (
        <>
          <p>{said.broke}</p>
          <Trouble error={state.error} again={begin} />
        </>
      )}
      {!canStream() && <p class="soft">{said.limit}</p>}
    </section>
  );
}

const LINE_FEED = 10;

/** No cell has a line break in it. */
const newlinesIn = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + (byte === LINE_FEED ? 1 : 0), 0);

/** The last line of a page says how far it goes, and names nobody. */
function withoutLastLine(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.lastIndexOf(LINE_FEED, bytes.length - 2) + 1);
}
